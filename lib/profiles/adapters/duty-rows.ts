import "server-only";
import type { Tx } from "@/lib/db/transaction";
import { DUTIES, type Duty, type DutyWord, type DutyWords } from "../model";
import { dutyWords } from "../rules/duties";

type Row = { workloadId: string; duty: Duty } & DutyWord;

/** The duties of each workload as they are; a workload without rows has none that is known. */
export async function loadDuties(
  tx: Tx,
  workloadIds: readonly string[],
): Promise<ReadonlyMap<string, DutyWords>> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT "workloadId", duty, party, note FROM "WorkloadDuty" WHERE "workloadId" = ANY(${[...workloadIds]}::uuid[])`;
  const byWorkload = new Map<string, Row[]>(workloadIds.map((id) => [id, []]));
  for (const row of rows) byWorkload.get(row.workloadId)?.push(row);
  return new Map([...byWorkload].map(([id, own]) => [id, dutyWords(own)]));
}

/** Writes every duty of every workload: those that are known are put, the others are taken away. */
export async function writeDuties(
  tx: Tx,
  programId: string,
  duties: ReadonlyMap<string, DutyWords>,
): Promise<void> {
  const rows = [...duties].flatMap(([workloadId, words]) =>
    DUTIES.map((duty) => ({ programId, workloadId, duty, ...words[duty] })),
  );
  const known = JSON.stringify(rows.filter((row) => row.party !== null));
  const unknown = JSON.stringify(rows.filter((row) => row.party === null));
  await tx.$executeRaw`
    DELETE FROM "WorkloadDuty" d USING jsonb_to_recordset(${unknown}::jsonb) AS r("workloadId" uuid, duty "Duty")
    WHERE d."workloadId" = r."workloadId" AND d.duty = r.duty`;
  await tx.$executeRaw`
    INSERT INTO "WorkloadDuty" ("programId", "workloadId", duty, party, note)
    SELECT r."programId", r."workloadId", r.duty, r.party, r.note
    FROM jsonb_populate_recordset(NULL::"WorkloadDuty", ${known}::jsonb) r
    ON CONFLICT ("workloadId", duty) DO UPDATE SET party = excluded.party, note = excluded.note`;
}
