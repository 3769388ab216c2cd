import { SINGLE_POINT_WORDS } from "./single-points";

export const FINDING_KEYS = [
  "circles",
  "single-points",
  "chain",
  "unowned",
  "one-owner",
  "undocumented",
  "outside",
  "alone",
] as const;
export type FindingKey = (typeof FINDING_KEYS)[number];

/** Title, how it is found, and what stands there when nothing was found. */
export const FINDINGS: Record<FindingKey, { title: string; how: string; none: string; noun: string }> = {
  circles: {
    title: "Circles",
    noun: "circle",
    how: "Workloads that need each other in a circle. None of them can move or recover first, so they move together or a link is loosened.",
    none: "No workloads need each other in a circle.",
  },
  "single-points": {
    title: "Single points of failure",
    noun: "single point",
    how: SINGLE_POINT_WORDS,
    none: "No workload stops as many others as would make it a single point of failure.",
  },
  chain: {
    title: "Longest hard chain",
    noun: "step",
    how: "Each of these cannot work without the next. Workloads in a circle count as one step. Links of unstated hardness count as hard.",
    none: "No workload is recorded as unable to work without another.",
  },
  unowned: {
    title: "Needed, but nobody answers for it",
    noun: "workload",
    how: "Others depend on these, and neither a business nor a technical owner is recorded.",
    none: "Every workload that others need has a business owner, a technical owner or both.",
  },
  "one-owner": {
    title: "Needed, but one of its two owners is missing",
    noun: "workload",
    how: "Others depend on these. Somebody answers for each, but either in business or technically, not both.",
    none: "Every workload that others need and that has an owner has both, a business and a technical one.",
  },
  undocumented: {
    title: "Found, but not written down",
    noun: "link",
    how: "A scan or an import found these links, and nobody has confirmed them. Open one to see the links of its workload and say what each is.",
    none: "Every link is documented.",
  },
  outside: {
    title: "Links out of the portfolio",
    noun: "link",
    how: "One end is not a workload of this program: a partner, an unknown host, something forgotten. Say which workload it is, or keep it as what a cutover must tell.",
    none: "No link leads out of the portfolio. That is not the same as none: nobody may have looked.",
  },
  alone: {
    title: "No link recorded",
    noun: "workload",
    how: "Nothing is recorded that these need or that needs them. That is rarely true, and more often nobody has looked.",
    none: "Every workload has at least one link.",
  },
};

/** Whether having found none is good news: where no link between workloads is recorded, it is none. */
export function comforts(key: FindingKey, links: number): boolean {
  return key !== "outside" && links > 0;
}

/** What stands where none was found. */
export function noneWords(key: FindingKey, links: number): string {
  return links > 0 || key === "outside"
    ? FINDINGS[key].none
    : "No link between workloads is recorded, so this cannot be seen yet.";
}
