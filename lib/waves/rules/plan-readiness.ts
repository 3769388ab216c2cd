import { counted, listed } from "@/lib/kernel/text";
import type { NamedCount, WaveTransitionFacts } from "../model";

export type PlanPart = {
  id: string;
  there: boolean;
  title: string;
  /** What was found, in a sentence. */
  detail: string;
  /** The part of the wave's page that mends it, and the word for going there. */
  href: string;
  word: string;
};

/** What a wave has and lacks before its gate is opened, in the order in which it is planned. */
export function planReadiness(facts: WaveTransitionFacts, checklist: number): PlanPart[] {
  const { workloads, lead, window, withoutOwner, withoutTarget } = facts;
  const some = workloads > 0;
  return [
    part(
      "workloads",
      some,
      [
        "Workloads",
        some ? `${counted(workloads, "workload")} in the wave.` : "No workload is in the wave yet.",
      ],
      ["/add", "Add workloads"],
    ),
    part(
      "lead",
      lead !== null,
      ["Lead", lead === null ? "Nobody leads the wave yet." : `${lead} leads the wave.`],
      ["/edit", "Name a lead"],
    ),
    part(
      "window",
      window !== null,
      ["Window", window === null ? "The wave has no window yet." : "The window is set."],
      ["/window", "Set the window"],
    ),
    part(
      "owners",
      some && withoutOwner.count === 0,
      [
        "Owners of every workload",
        found(some, withoutOwner, "no business or no technical owner", "Every workload has both owners."),
      ],
      ["?tab=workloads", "See the workloads"],
    ),
    part(
      "targets",
      some && withoutTarget.count === 0,
      [
        "Recovery targets of every workload",
        found(some, withoutTarget, "no complete recovery target", "Every workload has both targets."),
      ],
      ["?tab=workloads", "See the workloads"],
    ),
    part(
      "checklist",
      checklist > 0,
      [
        "Cutover checklist",
        checklist > 0 ? `${counted(checklist, "item")} on the list.` : "Nothing is on the checklist yet.",
      ],
      ["?tab=checklist", "Start the checklist"],
    ),
    part(
      "gate",
      facts.gate !== null,
      [
        "Go/no-go gate",
        facts.gate === null ? "No gate is open, so nobody is asked to sign." : "The gate is open.",
      ],
      ["/gate", "Go to the gate"],
    ),
  ];
}

function part(
  id: string,
  there: boolean,
  [title, detail]: [string, string],
  [href, word]: [string, string],
): PlanPart {
  return { id, there, title, detail, href, word };
}

function found(some: boolean, missing: NamedCount, what: string, fine: string): string {
  if (!some) return "Unknown while no workload is in the wave.";
  if (missing.count === 0) return fine;
  const more = missing.count - Math.min(3, missing.names.length);
  const names = [...missing.names.slice(0, 3), ...(more > 0 ? [`${more} more`] : [])];
  return `${counted(missing.count, "workload has", "workloads have")} ${what}: ${listed(names)}.`;
}
