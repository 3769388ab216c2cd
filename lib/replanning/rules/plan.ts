import type { Period } from "@/lib/calendar/model";
import { sameWindow } from "@/lib/waves/rules/window";
import type { Plan, PlanChange, PlanLink, PlanWave, PlanWorkload } from "../model";

/** The plan as it would be. A workload leaves only the wave itself; what is added comes from wherever it is. */
export function applyChange(plan: Plan, { window, add, remove }: PlanChange): Plan {
  const [joins, leaves] = [new Set(add), new Set(remove)];
  return {
    ...plan,
    waves: plan.waves.map((wave) =>
      wave.id === plan.waveId && window !== null ? { ...wave, window } : wave,
    ),
    workloads: plan.workloads.map((workload) => {
      if (joins.has(workload.id)) return { ...workload, waveId: plan.waveId };
      const goes = leaves.has(workload.id) && workload.waveId === plan.waveId;
      return goes ? { ...workload, waveId: null } : workload;
    }),
  };
}

/** The wave that is planned. @throws Error when the plan does not hold it */
export function wavePlanned(plan: Plan): PlanWave {
  const wave = plan.waves.find(({ id }) => id === plan.waveId);
  if (wave === undefined) throw new Error("a plan holds its own wave");
  return wave;
}

export function membersOf(plan: Plan, waveId: string): PlanWorkload[] {
  return plan.workloads.filter((workload) => workload.waveId === waveId);
}

/** The periods that concern the wave: the program's, those of its workloads and of the sites that they serve. */
export function periodsOf(plan: Plan): Period[] {
  const members = membersOf(plan, plan.waveId);
  const workloads = new Set(members.map(({ id }) => id));
  const sites = new Set(members.flatMap(({ siteIds }) => siteIds));
  return plan.periods.filter(({ scope }) => {
    if (scope.of === "program") return true;
    return scope.of === "site" ? sites.has(scope.id) : workloads.has(scope.id);
  });
}

export type LinkEnds = {
  link: PlanLink;
  dependent: PlanWorkload;
  needed: PlanWorkload;
  /** The waves of both ends; null where it is in none. */
  from: PlanWave | null;
  to: PlanWave | null;
};

/** The links of the plan with their ends; a link with an end that the plan does not hold is passed over. */
export function linkEnds(plan: Plan): LinkEnds[] {
  const workloads = new Map(plan.workloads.map((workload) => [workload.id, workload]));
  const waves = new Map(plan.waves.map((wave) => [wave.id, wave]));
  const waveOf = (workload: PlanWorkload) =>
    workload.waveId === null ? null : (waves.get(workload.waveId) ?? null);
  return plan.links.flatMap((link) => {
    const [dependent, needed] = [workloads.get(link.dependentId), workloads.get(link.neededId)];
    if (dependent === undefined || needed === undefined) return [];
    return [{ link, dependent, needed, from: waveOf(dependent), to: waveOf(needed) }];
  });
}

/** Whether the ends move at different times, or one of them not at all. */
export function crosses({ from, to }: LinkEnds): boolean {
  return from?.id !== to?.id;
}

/** Whether something that moves hangs on what moves later or never; an unknown hardness counts as hard. */
export function isAgainstOrder(ends: LinkEnds): boolean {
  const { link, from, to } = ends;
  if (!crosses(ends) || link.hardness === "soft" || from === null || from.state === "cancelled") return false;
  if (to === null || to.state === "cancelled") return true;
  if (to.state === "closed" || to.state === "hypercare") return false;
  if (to.window !== null && from.window !== null) return to.window.startAt > from.window.startAt;
  return to.number > from.number;
}

/** The ids of the waves whose window or workloads differ between the two. */
export function touchedWaves(before: Plan, after: Plan): ReadonlySet<string> {
  const touched = new Set<string>();
  for (const [at, workload] of before.workloads.entries()) {
    const then = after.workloads[at]?.waveId ?? null;
    if (then === workload.waveId) continue;
    for (const id of [then, workload.waveId]) if (id !== null) touched.add(id);
  }
  if (!sameWindow(wavePlanned(before).window, wavePlanned(after).window)) touched.add(before.waveId);
  return touched;
}
