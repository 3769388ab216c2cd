import "server-only";
import type { Actor } from "@/lib/access/model";
import { requirePermission } from "@/lib/access/require-permission";
import { withActor } from "@/lib/db/transaction";
import { isId } from "@/lib/kernel/new-id";
import { searchable } from "@/lib/kernel/storable";

export type FoundWorkload = { id: string; name: string; site: string | null };

/** At most 50 workloads whose name holds the text, by name; to choose from. */
export function findWorkloads(actor: Actor, text: string): Promise<FoundWorkload[]> {
  requirePermission(actor, "workload:read");
  const part = searchable(text)
    .trim()
    .slice(0, 200)
    .replace(/[\\%_]/g, "\\$&");
  return withActor(
    actor,
    (tx) => tx.$queryRaw<FoundWorkload[]>`
      SELECT id, name, site FROM "Workload" WHERE name ILIKE ${`%${part}%`} ORDER BY "nameKey" LIMIT 50`,
  );
}

/** One workload by its id; null when it is not there or not to be seen. */
export async function findWorkload(actor: Actor, id: string): Promise<FoundWorkload | null> {
  requirePermission(actor, "workload:read");
  if (!isId(id)) return null;
  return withActor(actor, (tx) =>
    tx.workload.findUnique({
      where: { id, programId: actor.programId },
      select: { id: true, name: true, site: true },
    }),
  );
}
