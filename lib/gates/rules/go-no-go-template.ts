import type { ComputedKey } from "../model";

export type CriterionTemplate = {
  key: string;
  group: string;
  title: string;
  /** What it means for the business when it is not met, in plain words. */
  meaning: string;
  source: "computed" | "attested";
};

type ComputedTemplate = CriterionTemplate & { key: ComputedKey; source: "computed" };

const COMPUTED: readonly ComputedTemplate[] = [
  {
    key: "owners",
    group: "Business readiness",
    title: "Every workload has a business and a technical owner",
    meaning: "Without an owner nobody decides when something goes wrong on the night",
    source: "computed",
  },
  {
    key: "targets",
    group: "Backup and restore",
    title: "Every workload has recovery targets",
    meaning: "Without a target nobody has promised how fast a service is back or how much is lost",
    source: "computed",
  },
  {
    key: "risks",
    group: "Risk",
    title: "No open risk above the appetite of its domain",
    meaning: "A risk above the agreed limit could stop deliveries",
    source: "computed",
  },
  {
    key: "checklist",
    group: "Cutover",
    title: "Checklist complete",
    meaning: "Something that was to be prepared is not",
    source: "computed",
  },
  {
    key: "window",
    group: "Cutover",
    title: "Cutover window set",
    meaning: "It is not settled when the services will be away",
    source: "computed",
  },
];

const ATTESTED: readonly CriterionTemplate[] = [
  {
    key: "restore-rehearsed",
    group: "Backup and restore",
    title: "Restore rehearsed inside the targets",
    meaning: "We do not know that the services come back as fast as promised",
    source: "attested",
  },
  {
    key: "rollback-rehearsed",
    group: "Rollback",
    title: "Rollback rehearsed and timed",
    meaning: "We do not know how long going back takes",
    source: "attested",
  },
  {
    key: "reconciliation",
    group: "Data reconciliation",
    title: "Orders, stock and balances reconcile within tolerance",
    meaning: "Numbers might differ between the old and the new system",
    source: "attested",
  },
  {
    key: "observability",
    group: "Observability coverage",
    title: "Dashboards and alerts recorded for every workload",
    meaning: "A fault might be noticed by customers first",
    source: "attested",
  },
  {
    key: "users-ready",
    group: "Business readiness",
    title: "Users told, trained and able to reach support",
    meaning: "People might not know what to do on Monday morning",
    source: "attested",
  },
];

/** The criteria of a go/no-go gate: what the system checks first, then what people attest. */
export const GO_NO_GO_TEMPLATE: readonly CriterionTemplate[] = [...COMPUTED, ...ATTESTED];
