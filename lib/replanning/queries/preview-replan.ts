import "server-only";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { withActor } from "@/lib/db/transaction";
import { notFound } from "@/lib/kernel/errors";
import { requireWave } from "@/lib/waves/queries/load-wave";
import { leavingBlockers } from "@/lib/waves/rules/changes";
import type { Consequence, Plan, PlanChange } from "../model";
import { consequencesOf } from "../rules/consequences";
import { applyChange, membersOf, wavePlanned } from "../rules/plan";
import { sealOf } from "../rules/seal";
import { loadPlan } from "./load-plan";

export type ReplanPreview = {
  consequences: readonly Consequence[];
  /** Goes with the form: the change is made only when the same consequences come out again. */
  seal: string;
  /** The workloads that come, with the wave they come from, and those that go. */
  joining: readonly { id: string; name: string; from: { number: number; name: string } | null }[];
  leaving: readonly { id: string; name: string }[];
  /** Sentences for what stands against it. */
  blockers: readonly string[];
};

/** What the change would mean at `now`, before anybody makes it. Ids that the program does not know are passed over. */
export function previewReplan(
  actor: Actor,
  waveId: string,
  { change, now }: { change: PlanChange; now: Date },
): Promise<ReplanPreview> {
  if (!can(actor, "wave:plan")) throw notFound("wave");
  return withActor(actor, async (tx) => {
    const wave = await requireWave(tx, actor, waveId);
    const before = await loadPlan(tx, actor, { wave, change, now });
    const after = applyChange(before, change);
    const consequences = consequencesOf(before, after);
    const was = membersOf(before, waveId);
    const is = membersOf(after, waveId);
    const joining = is
      .filter(({ id }) => !was.some((one) => one.id === id))
      .map((one) => ({
        id: one.id,
        name: one.name,
        from: origin(before, one.id),
      }));
    return {
      consequences,
      seal: sealOf(consequences),
      joining,
      leaving: was.filter(({ id }) => !is.some((one) => one.id === id)),
      blockers: stuck(before, joining),
    };
  });
}

function origin(plan: Plan, workloadId: string) {
  const waveId = plan.workloads.find(({ id }) => id === workloadId)?.waveId ?? null;
  return plan.waves.find(({ id }) => id === waveId) ?? null;
}

/** Workloads of a wave that is too far on cannot leave it. */
function stuck(plan: Plan, joining: ReplanPreview["joining"]): string[] {
  return joining.flatMap(({ id, name }) => {
    const from = origin(plan, id);
    if (from === null || from.id === wavePlanned(plan).id) return [];
    return leavingBlockers(from).map(({ message }) => `${name}: ${message}`);
  });
}
