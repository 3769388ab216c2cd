import "server-only";
import type { Actor } from "@/lib/access/model";
import { withActor } from "@/lib/db/transaction";
import { effectiveTargetsOf, NO_TARGETS } from "@/lib/workloads/queries/effective-targets";
import type { JoiningPreview } from "../model";
import { joiningWorkloadBlockers } from "../rules/joining";
import { linksIfJoined } from "./crossing-links";
import { requireWave } from "./load-wave";
import { requireWaveRead } from "./wave-workloads";

/** What adding these workloads would mean, before anybody does it. Unknown ids are passed over. */
export function previewJoining(
  actor: Actor,
  waveId: string,
  workloadIds: readonly string[],
): Promise<JoiningPreview> {
  requireWaveRead(actor);
  return withActor(actor, async (tx) => {
    const wave = await requireWave(tx, actor, waveId);
    const rows = await tx.workload.findMany({
      where: { programId: actor.programId, id: { in: [...workloadIds] } },
      select: {
        id: true,
        name: true,
        businessOwnerId: true,
        technicalOwnerId: true,
        disposition: true,
        wave: { select: { wave: { select: { id: true, number: true, name: true, state: true } } } },
      },
      orderBy: { name: "asc" },
    });
    const joining = rows
      .map((row) => ({ ...row, wave: row.wave?.wave ?? null }))
      .filter((row) => row.wave?.id !== waveId);
    const ids = joining.map(({ id }) => id);
    const targets = await effectiveTargetsOf(tx, ids);
    const links = await linksIfJoined(tx, actor, waveId, ids);
    return {
      joining: joining.map(({ id, name, wave: from }) => ({
        id,
        name,
        from: from === null ? null : { number: from.number, name: from.name },
      })),
      blockers: joiningWorkloadBlockers(wave, joining, true),
      withoutOwner: joining
        .filter((row) => row.businessOwnerId === null || row.technicalOwnerId === null)
        .map(({ name }) => name),
      withoutTarget: joining
        .filter(({ id }) => {
          const { rto, rpo } = targets.get(id) ?? NO_TARGETS;
          return rto.minutes === null || rpo.minutes === null;
        })
        .map(({ name }) => name),
      notMoving: joining
        .filter(({ disposition }) => disposition === "retain" || disposition === "retire")
        .map(({ name }) => name),
      arguedAgainst: links.filter((link) => link.arguedAgainst && ids.includes(link.inside.id)),
    };
  });
}
