export const WORKLOAD_TABS = [
  "overview",
  "decisions",
  "links",
  "people",
  "places",
  "measurements",
  "remediation",
  "tenants",
  "risks",
  "history",
] as const;
export type WorkloadTab = (typeof WORKLOAD_TABS)[number];

/** The tab that the address names; the overview when it names none. */
export function workloadTab(named: string | readonly string[] | undefined): WorkloadTab {
  return WORKLOAD_TABS.find((tab) => tab === named) ?? "overview";
}

/** The address of a tab; the overview has the workload's own. */
export function tabHref(path: string, tab: WorkloadTab): string {
  return tab === "overview" ? path : `${path}?tab=${tab}`;
}
