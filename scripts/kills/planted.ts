import type pg from "pg";
import type { Witness } from "@/lib/audit/adapters/witness-file";
import { checkKept, type Said } from "./check-kept";

const LAST = `(SELECT s.id FROM "GateSignOff" s WHERE s.decision = 'approve_with_conditions' ORDER BY s."signedAt" DESC LIMIT 1)`;

/** What a crash could leave behind if it were let, by name. */
const OFFENCES: readonly [string, string][] = [
  [
    "a sign-off twice",
    `INSERT INTO "GateSignOff" SELECT (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(),
    'reference', 'TWICE', 'round', 1 + (SELECT max(round) FROM "GateSignOff" o WHERE o."seatId" = s."seatId")))).*
    FROM "GateSignOff" s WHERE id = ${LAST}`,
  ],
  [
    "a sign-off lost",
    `WITH gone AS (DELETE FROM "SignOffCondition" WHERE "signOffId" = ${LAST})
    DELETE FROM "GateSignOff" WHERE id = ${LAST}`,
  ],
  ["a sign-off without its condition", `DELETE FROM "SignOffCondition" WHERE "signOffId" = ${LAST}`],
  ["a sign-off without its snapshot", `UPDATE "GateSignOff" SET snapshot = '' WHERE id = ${LAST}`],
  [
    "a sign-off without its event",
    `DELETE FROM "AuditEvent" WHERE action LIKE 'gate.approved%'
    AND body::jsonb -> 'after' ->> 'reference' = (SELECT reference FROM "GateSignOff" WHERE id = ${LAST})`,
  ],
  [
    "a sign-off without its duty",
    `DELETE FROM "GateDuty" WHERE duty = 'signer'
    AND "seatId" = (SELECT "seatId" FROM "GateSignOff" WHERE id = ${LAST})`,
  ],
  ["the end of a chain cut off", `DELETE FROM "AuditEvent" WHERE seq = (SELECT max(seq) FROM "AuditEvent")`],
];

/** Plants each offence, past every trigger, and takes it back; answers the names of those that the check did not see. */
export async function unseenOffences(client: pg.Client, witness: Witness, said: Said): Promise<string[]> {
  const run = async (text: string, values: unknown[]) => (await client.query(text, values)).rows;
  const unseen: string[] = [];
  for (const [name, sql] of OFFENCES) {
    await client.query("BEGIN");
    await client.query("SET LOCAL session_replication_role = replica");
    const { rowCount } = await client.query(sql);
    const { faults } = await checkKept(run, witness, said);
    await client.query("ROLLBACK");
    if (rowCount === 0 || faults.length === 0) unseen.push(name);
  }
  return unseen;
}

/** How many offences are planted. */
export const PLANTED = OFFENCES.length;
