// Verifies every audit chain of the database as its owner, and writes or checks exports. See docs/audit.md.
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import pg from "pg";
import type { RunSql } from "@/lib/audit/adapters/chain-reader";
import { signingKey } from "@/lib/audit/adapters/signing-key";
import { verifyStored } from "@/lib/audit/adapters/verify-stored";
import { readWitness, witnessPath } from "@/lib/audit/adapters/witness-file";
import { INSTANCE_CHAIN } from "@/lib/audit/model";
import type { ChainVerdict } from "@/lib/audit/rules/verify-chain";
import { compareExport } from "./audit-compare";
import { writeExport } from "./audit-export";

const USAGE = `Usage: npm run audit:verify [-- --export FILE [--program SLUG]]

  Verifies every audit chain of the database against its columns, its signed checkpoints and the witness file.
  --export FILE    writes a signed export of a program's trail; if FILE is an export already, checks it against the database
  --program SLUG   which program to export; not needed when there is only one`;

type Chain = { id: string; name: string; slug: string };

async function main(): Promise<number> {
  const options = {
    export: { type: "string" },
    program: { type: "string" },
    help: { type: "boolean" },
  } as const;
  const { values } = parseArgs({ options });
  if (values.help) return say(USAGE, 0);
  const connectionString = process.env.DATABASE_OWNER_URL;
  if (!connectionString)
    return say("DATABASE_OWNER_URL is not set: start it with `npm run audit:verify`.", 2);
  process.env.DATABASE_URL ??= connectionString;
  const pool = new pg.Pool({ connectionString, max: 1 });
  const run: RunSql = async (text, given) => (await pool.query<Record<string, unknown>>(text, given)).rows;
  try {
    const intact = await verifyAll(run);
    if (values.export === undefined) return intact ? 0 : 1;
    if (!intact) return say("Nothing was exported: the trail is not intact.", 1);
    if (existsSync(values.export)) return await compareExport(run, values.export, print);
    const program = await chosenProgram(run, values.program);
    if (typeof program === "string") return say(program, 2);
    return await writeExport(pool, run, program, values.export, print);
  } finally {
    await pool.end();
  }
}

async function verifyAll(run: RunSql): Promise<boolean> {
  const witness = await readWitness();
  const { check, keyId } = signingKey();
  const verdicts: { chain: Chain; verdict: ChainVerdict }[] = [];
  for (const chain of await allChains(
    run,
    witness.lines.map((line) => line.chain),
  )) {
    verdicts.push({
      chain,
      verdict: await verifyStored({ run, chain: chain.id, witness, checkSignature: check }),
    });
  }
  print(tableOf(verdicts));
  print(`Key      ${keyId}`);
  if (!witness.present)
    print(
      `Witness  none at ${witnessPath()}: nothing outside the database vouches for the ends of the chains.`,
    );
  else print(`Witness  ${witnessPath()}, ${witness.lines.length} lines${unreadable(witness.unreadable)}`);
  const faulty = verdicts.filter(({ verdict }) => verdict.fault !== null);
  for (const { chain, verdict } of faulty)
    print(`NOT INTACT: ${chain.name}. ${verdict.fault?.message ?? ""}`);
  return faulty.length === 0;
}

/** Programs, the instance, and what only events or the witness still know of: a chain deleted as a whole is found too. */
async function allChains(run: RunSql, witnessed: string[]): Promise<Chain[]> {
  const programs = await run(`SELECT id::text, name, slug FROM "Program" ORDER BY slug`, []);
  const stored = await run(`SELECT DISTINCT "chainId"::text AS id FROM "AuditEvent"`, []);
  const chains = new Map<string, Chain>([
    [INSTANCE_CHAIN, { id: INSTANCE_CHAIN, name: "The instance", slug: "" }],
  ]);
  for (const { id, name, slug } of programs)
    chains.set(String(id), { id: String(id), name: String(name), slug: String(slug) });
  for (const id of [...stored.map((row) => String(row.id)), ...witnessed])
    if (!chains.has(id)) chains.set(id, { id, name: `A program that is gone (${id})`, slug: "" });
  return [...chains.values()];
}

async function chosenProgram(run: RunSql, slug: string | undefined): Promise<Chain | string> {
  const programs = (await allChains(run, [])).filter((chain) => chain.slug !== "");
  const chosen = slug === undefined ? programs : programs.filter((program) => program.slug === slug);
  const [one, ...others] = chosen;
  if (one !== undefined && others.length === 0) return one;
  if (slug !== undefined) return `There is no program ${slug}.`;
  return `Say which program with --program: ${programs.map((program) => program.slug).join(", ") || "there is none yet"}.`;
}

function tableOf(verdicts: readonly { chain: Chain; verdict: ChainVerdict }[]): string {
  const rows = verdicts.map(({ chain, verdict }) => [
    chain.slug || chain.name,
    String(verdict.events),
    verdict.checkpointedTo === null ? "none" : String(verdict.checkpointedTo),
    verdict.witnessedTo === null ? "none" : String(verdict.witnessedTo),
    verdict.head?.hash.slice(0, 16) ?? "none",
    verdict.fault === null ? "intact" : `event ${verdict.fault.seq}: ${verdict.fault.kind}`,
  ]);
  const all = [["Chain", "Events", "Signed to", "Witnessed to", "Head", "Result"], ...rows];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? [];
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function unreadable(count: number): string {
  return count === 0 ? "" : `, ${count} of them unreadable`;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function say(text: string, code: number): number {
  (code === 0 ? process.stdout : process.stderr).write(`${text}\n`);
  return code;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  },
);
