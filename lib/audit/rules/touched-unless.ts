type Happened = { action: string; fields: readonly string[] | null };

/** Families of events after which no fact of a program is another. */
const NO_FACT = [
  "session",
  "audit",
  "comment",
  "view",
  "pack",
  "mail",
  "checklist-template",
  "gate-template",
];

/** Families of events that tell nothing of which workloads and waves there are, what was promised and how risks stand. */
export const APART = [
  ...["calendar", "measurement", "recovery-component", "recovery-claim", "evidence", "question", "control"],
  ...["site", "partner", "source", "external-link", "asset", "remediation", "tenant-class"],
];

/**
 * When an answer that was kept may be another: after every event, but for those of families that tell of nothing it is made of, and
 * for changes of a workload in facts that it is not made of. What this has never heard of touches every answer.
 * @param elsewhere further families, by the word before the dot, or single kinds of event by how they begin: "risk.action"
 * @param workload the facts of workloads that the answer is made of, as events name them
 */
export function touchedUnless({
  elsewhere,
  workload,
}: {
  elsewhere: readonly string[];
  workload: readonly string[];
}): (event: Happened) => boolean {
  const begins = [...NO_FACT, ...elsewhere].map((word) => (word.includes(".") ? word : `${word}.`));
  return ({ action, fields }) => {
    if (begins.some((word) => action.startsWith(word))) return false;
    if (action !== "workload.changed") return true;
    return fields === null || fields.some((field) => workload.includes(field));
  };
}
