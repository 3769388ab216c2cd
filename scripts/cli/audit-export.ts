import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rename } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { eventBody } from "@/lib/audit/adapters/append-events";
import type { RunSql } from "@/lib/audit/adapters/chain-reader";
import { signingKey } from "@/lib/audit/adapters/signing-key";
import { witnessHeads } from "@/lib/audit/adapters/witness-file";
import type { Checkpoint, WitnessLine } from "@/lib/audit/model";
import { exportLines } from "@/lib/audit/queries/export-lines";
import { EXPORT_REASON } from "@/lib/audit/rules/export-format";
import { canonicalJson } from "@/lib/kernel/canonical-json";

type Program = { id: string; name: string; slug: string };

/** Records the export, signs the head and writes the file; a file half-written never carries its final name. */
export async function writeExport(
  pool: pg.Pool,
  run: RunSql,
  program: Program,
  file: string,
  print: (text: string) => void,
): Promise<number> {
  const { head, checkpoint } = await recordExport(pool, program);
  await witnessHeads([head]);
  const draft = `${file}.${process.pid}.part`;
  await pipeline(
    Readable.from(exportLines(run, program.slug, checkpoint)),
    createWriteStream(draft, { mode: 0o600, flags: "wx" }),
  );
  await rename(draft, file);
  print(
    `Export   ${file}: ${checkpoint.seq} events of ${program.slug}, ends with a checkpoint signed at ${checkpoint.signedAt}`,
  );
  print(`Verify   node scripts/verify-audit.mjs ${file} --key ${checkpoint.keyId}`);
  return 0;
}

/** The database's owner is no member of a program: it names the chain itself, and the event says who exported. */
async function recordExport(
  pool: pg.Pool,
  program: Program,
): Promise<{ head: WitnessLine; checkpoint: Checkpoint }> {
  const event = {
    action: "audit.exported",
    subject: { type: "program", id: program.id, label: program.name },
    after: { format: "JSON lines" },
  } as const;
  const actor = { userId: null, name: "The operator", role: "operator", via: "command-line" } as const;
  const body = canonicalJson(eventBody(event, { actor, now: new Date(), requestId: randomUUID() }));
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT set_config('wavegate.program_id', $1, true)", [program.id]);
    const { rows } = await client.query<{ seq: string; hash: string; recorded_at: string }>(
      "SELECT seq, hash, recorded_at FROM wavegate_audit_append($1::uuid, $2::text[])",
      [program.id, [body]],
    );
    const [row] = rows;
    if (row === undefined) throw new Error("the audit chain answered nothing");
    const head = { chain: program.id, seq: Number(row.seq), hash: row.hash, at: row.recorded_at };
    const checkpoint = signingKey().sign({
      chain: head.chain,
      seq: head.seq,
      hash: head.hash,
      signedAt: new Date().toISOString(),
      reason: EXPORT_REASON,
    });
    await client.query(
      `INSERT INTO "AuditCheckpoint" (id, "chainId", seq, hash, "signedAt", reason, "keyId", signature)
       VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7)`,
      [
        head.chain,
        head.seq,
        head.hash,
        checkpoint.signedAt,
        checkpoint.reason,
        checkpoint.keyId,
        checkpoint.signature,
      ],
    );
    await client.query("COMMIT");
    return { head, checkpoint };
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  } finally {
    client.release();
  }
}
