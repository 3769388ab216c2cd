import "server-only";
import { IN_PROGRAM } from "@/lib/db/in-program";
import type { Tx } from "@/lib/db/transaction";
import { notFound } from "@/lib/kernel/errors";
import type { Subject } from "@/lib/kernel/violations";

/**
 * The workloads that a change is about, locked in the order of their ids, as subjects of its events.
 * @throws NOT_FOUND for one that is not of this program.
 */
export async function lockWorkloads(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Subject>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ id: string; name: string }[]>`
    SELECT id, name FROM "Workload" WHERE id = ANY(${wanted}::uuid[])
      AND ${IN_PROGRAM} ORDER BY id FOR NO KEY UPDATE`;
  if (rows.length !== wanted.length) throw notFound("workload");
  return new Map(rows.map(({ id, name }) => [id, { type: "workload", id, label: name }]));
}

/** The subject of a workload that `lockWorkloads` answered. */
export function subjectOf(workloads: ReadonlyMap<string, Subject>, id: string): Subject {
  const subject = workloads.get(id);
  if (subject === undefined) throw notFound("workload");
  return subject;
}

/** The names of people by id. @throws nothing: who is not there is not in the map. */
export async function namesOfPeople(
  tx: Tx,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await tx.person.findMany({
    where: { id: { in: wanted } },
    select: { id: true, name: true },
  });
  return new Map(rows.map((row) => [row.id, row.name]));
}
