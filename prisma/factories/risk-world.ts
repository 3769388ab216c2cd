import type { Actor } from "@/lib/access/model";
import { withActor } from "@/lib/db/transaction";
import { nameKey } from "@/lib/kernel/text";

/** A workload straight into the table, for tests of what refers to it; answers its id. */
export async function placeWorkload(
  actor: Actor,
  name: string,
  facts: { tierId?: string; criticality?: "revenue" | "operational" | "support" } = {},
): Promise<string> {
  const now = new Date();
  const row = await withActor(actor, (tx) =>
    tx.workload.create({
      data: {
        programId: actor.programId,
        name,
        nameKey: nameKey(name),
        createdAt: now,
        updatedAt: now,
        ...facts,
      },
      select: { id: true },
    }),
  );
  return row.id;
}

/** A planned wave with those workloads, straight into the tables; answers its id. */
export async function placeWave(
  actor: Actor,
  number: number,
  name: string,
  workloadIds: readonly string[] = [],
): Promise<string> {
  const { programId } = actor;
  const now = new Date();
  return withActor(actor, async (tx) => {
    const wave = await tx.wave.create({
      data: { programId, number, name, kind: "production", createdAt: now, updatedAt: now },
      select: { id: true },
    });
    await tx.waveWorkload.createMany({
      data: workloadIds.map((workloadId) => ({ programId, waveId: wave.id, workloadId, addedAt: now })),
    });
    return wave.id;
  });
}
