import type { RunSql } from "@/lib/audit/adapters/chain-reader";
import { signingKey } from "@/lib/audit/adapters/signing-key";
import { verifyStored } from "@/lib/audit/adapters/verify-stored";
import type { Witness } from "@/lib/audit/adapters/witness-file";

/** What was said of a sign-off by its token: `reference` once it was acknowledged, null while nobody knows. */
export type Said = {
  acknowledged: ReadonlyMap<string, string | null>;
  refused: ReadonlySet<string>;
  asked: ReadonlySet<string>;
  /** Answers that no sign-off of its kind gets: refused although it was right, kept although it was not. */
  wrong: readonly string[];
};

export type Kept = { faults: string[]; tokens: Set<string>; lost: number; events: number; torn: number };

const SAID = `WITH said AS MATERIALIZED (SELECT "chainId", seq, "subjectId", "actorId", body::jsonb -> 'after' AS after
    FROM "AuditEvent" WHERE action IN ('gate.approved', 'gate.approved-with-conditions', 'gate.declined'))`;

/** Rules that no row may break, each as a query that names those which do. */
const BROKEN: readonly [string, string][] = [
  [
    "a digest that is not its snapshot's",
    `SELECT comment AS name FROM "GateSignOff"
    WHERE snapshot = '' OR digest <> encode(sha256(convert_to(snapshot, 'UTF8')), 'hex')`,
  ],
  [
    "a seat whose rounds have a gap",
    `SELECT "seatId"::text AS name FROM "GateSignOff"
    GROUP BY "seatId" HAVING count(*) <> max(round) OR min(round) <> 1 OR count(DISTINCT "userId") <> 1`,
  ],
  [
    "a sign-off without its condition, or with another's",
    `SELECT s.comment AS name FROM "GateSignOff" s
    WHERE (SELECT coalesce(array_agg(c.text), '{}') FROM "SignOffCondition" c WHERE c."signOffId" = s.id)
      <> CASE s.decision WHEN 'approve' THEN '{}'::text[] ELSE ARRAY[s.comment] END`,
  ],
  [
    "a sign-off without exactly one event that says the same",
    `${SAID} SELECT s.comment AS name FROM "GateSignOff" s
    LEFT JOIN said ON said.after ->> 'reference' = s.reference GROUP BY s.id HAVING count(said.after) <> 1 OR NOT bool_and(
      said."chainId" = s."programId" AND said."subjectId" = s."gateId"::text AND said."actorId" = s."userId"
      AND said.after ->> 'digest' = s.digest AND said.after ->> 'comment' = s.comment)`,
  ],
  [
    "an event without its sign-off",
    `${SAID} SELECT said."chainId" || ' ' || said.seq AS name FROM said
    LEFT JOIN "GateSignOff" s ON s.reference = said.after ->> 'reference' WHERE s.id IS NULL`,
  ],
  [
    "a signer without their duty",
    `SELECT s.comment AS name FROM "GateSignOff" s WHERE NOT EXISTS (SELECT 1 FROM "GateDuty" d
    WHERE d."gateId" = s."gateId" AND d."userId" = s."userId" AND d.duty = 'signer' AND d."seatId" = s."seatId")`,
  ],
  [
    "a duty of nobody who signed",
    `SELECT d."userId"::text AS name FROM "GateDuty" d WHERE d.duty = 'signer'
    AND NOT EXISTS (SELECT 1 FROM "GateSignOff" s WHERE s."seatId" = d."seatId" AND s."userId" = d."userId")`,
  ],
];

/**
 * Holds what the database keeps against what was said of it. Everything is read in the one transaction of `run`, and the
 * witness before it began.
 * @returns the faults as sentences, the tokens that are kept, and how many acknowledged sign-offs are not
 */
export async function checkKept(run: RunSql, witness: Witness, said: Said): Promise<Kept> {
  const rows = await run(`SELECT comment, reference FROM "GateSignOff"`, []);
  const references = new Map(rows.map((row) => [String(row.comment), String(row.reference)]));
  const faults = rows.length === references.size ? [] : [`${rows.length - references.size} are there twice`];
  faults.push(...said.wrong);
  let lost = 0;
  for (const [token, reference] of said.acknowledged) {
    const kept = references.get(token);
    if (kept === undefined) lost += 1;
    else if (reference !== null && kept !== reference) faults.push(`${token} bears another reference`);
  }
  if (lost > 0) faults.push(`${lost} acknowledged sign-offs are lost`);
  for (const token of references.keys()) {
    if (said.refused.has(token)) faults.push(`${token} was refused and is there`);
    else if (!said.asked.has(token)) faults.push(`${token} was never asked for`);
  }
  for (const [what, query] of BROKEN)
    for (const row of await run(query, [])) faults.push(`${what}: ${row.name}`);
  const chains = await checkChains(run, witness);
  return {
    faults: [...faults, ...chains.faults],
    tokens: new Set(references.keys()),
    ...{ lost, events: chains.events, torn: witness.unreadable },
  };
}

/** Every chain as the product's own verifier reads it, against its checkpoints and the witness. */
async function checkChains(run: RunSql, witness: Witness) {
  const faults: string[] = [];
  let events = 0;
  for (const { chain } of await run(`SELECT DISTINCT "chainId"::text AS chain FROM "AuditEvent"`, [])) {
    const { check: checkSignature } = signingKey();
    const verdict = await verifyStored({ run, chain: String(chain), witness, checkSignature });
    events += verdict.events;
    if (verdict.fault !== null) faults.push(`the chain: ${verdict.fault.message}`);
  }
  return { faults, events };
}
