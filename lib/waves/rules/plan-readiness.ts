import { counted, listed } from "@/lib/kernel/text";
import type { NamedCount, WaveTransitionFacts } from "../model/step";
import { guardOf } from "./guards";

export type PlanPart = {
  id: string;
  /** There, not there or not known yet, gone wrong. */
  standing: "there" | "missing" | "failed";
  title: string;
  /** What was found, in a sentence. */
  detail: string;
  /** The part of the wave's page that mends it, and the word for going there. */
  href: string;
  word: string;
};

type Checklist = { settled: number; failed: number; total: number };

/** What a wave has and lacks before its gate is opened, in the order in which it is planned. */
export function planReadiness(facts: WaveTransitionFacts, checklist: Checklist): PlanPart[] {
  return [
    workloads(facts),
    lead(facts),
    window(facts),
    owners(facts),
    targets(facts),
    list(checklist),
    gate(facts),
  ];
}

function workloads({ workloads: count }: WaveTransitionFacts): PlanPart {
  const detail = count > 0 ? `${counted(count, "workload")} in the wave.` : "No workload is in the wave yet.";
  return { ...part("workloads", count > 0), title: "Workloads", detail, href: "/add", word: "Add workloads" };
}

function lead({ lead: name }: WaveTransitionFacts): PlanPart {
  const detail = name === null ? "Nobody leads the wave yet." : `${name} leads the wave.`;
  return { ...part("lead", name !== null), title: "Lead", detail, href: "/edit", word: "Name a lead" };
}

function window({ window: span }: WaveTransitionFacts): PlanPart {
  const detail = span === null ? "The wave has no window yet." : "The window is set.";
  return {
    ...part("window", span !== null),
    title: "Window",
    detail,
    href: "/window",
    word: "Set the window",
  };
}

function owners(facts: WaveTransitionFacts): PlanPart {
  const detail = found(facts, facts.withoutOwner, "no business or no technical owner", "both owners");
  return {
    ...part("owners", isWhole(facts, facts.withoutOwner)),
    ...WORKLOADS,
    title: "Owners of every workload",
    detail,
  };
}

function targets(facts: WaveTransitionFacts): PlanPart {
  const detail = found(facts, facts.withoutTarget, "no complete recovery target", "both targets");
  const title = "Recovery targets of every workload";
  return { ...part("targets", isWhole(facts, facts.withoutTarget)), ...WORKLOADS, title, detail };
}

function list({ settled, failed, total }: Checklist): PlanPart {
  const place = { title: "Cutover checklist", href: "?tab=checklist", word: "Open the checklist" };
  if (total === 0)
    return { ...part("checklist", false), ...place, detail: "Nothing is on the checklist yet." };
  const done = `${settled} of ${counted(total, "item")} settled`;
  if (failed === 0) return { ...part("checklist", settled === total), ...place, detail: `${done}.` };
  return {
    id: "checklist",
    standing: "failed",
    ...place,
    detail: `${counted(failed, "item")} failed, ${done}.`,
  };
}

function gate({ gate: standing, state }: WaveTransitionFacts): PlanPart {
  const open = standing !== null && guardOf(state) === "go_no_go";
  const detail = open ? "The gate is open." : "No gate is open, so nobody is asked to sign.";
  return {
    ...part("gate", open),
    title: "Go/no-go gate",
    detail,
    href: "/gate",
    word: "Go to the gate",
  };
}

const WORKLOADS = { href: "?tab=workloads", word: "See the workloads" };

function part(id: string, there: boolean): Pick<PlanPart, "id" | "standing"> {
  return { id, standing: there ? "there" : "missing" };
}

function isWhole(facts: WaveTransitionFacts, missing: NamedCount): boolean {
  return facts.workloads > 0 && missing.count === 0;
}

function found(facts: WaveTransitionFacts, missing: NamedCount, what: string, fine: string): string {
  if (facts.workloads === 0) return "Unknown while no workload is in the wave.";
  if (missing.count === 0) return `Every workload has ${fine}.`;
  const more = missing.count - Math.min(3, missing.names.length);
  const names = [...missing.names.slice(0, 3), ...(more > 0 ? [`${more} more`] : [])];
  return `${counted(missing.count, "workload has", "workloads have")} ${what}: ${listed(names)}.`;
}
