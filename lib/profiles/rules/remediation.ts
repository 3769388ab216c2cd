import { REMEDIATION_KIND_LABELS, REMEDIATION_STATE_LABELS } from "../labels";
import type { NewRemediation, RemediationFacts, RemediationState } from "../model";

/** An item of which only this is known: open, nobody's, without a date. */
export function newRemediation(facts: NewRemediation): RemediationFacts {
  return { remedy: "", ownerId: null, dueOn: null, state: "open", reason: "", ...facts };
}

/** Whether something is still to be done about it. */
export function isPending(state: RemediationState): boolean {
  return state === "open" || state === "in_progress";
}

/** What is missing for the state it is to be in, by field. */
export function remediationProblems({ state, reason }: RemediationFacts): Readonly<Record<string, string>> {
  if (reason !== "") return {};
  if (state === "done") return { reason: "Say what was done about it." };
  return state === "accepted" ? { reason: "Say why it is accepted as it is, and who agreed." } : {};
}

const FIELDS = [
  ["kind", "Kind"],
  ["title", "Title"],
  ["remedy", "Remedy"],
  ["owner", "Owner"],
  ["dueOn", "Due"],
  ["state", "State"],
  ["reason", "Reason"],
] as const;

export type RemediationRecord = Record<(typeof FIELDS)[number][0], string | null>;

/** An item as conflicts and the audit trail tell it: words for choices, a name for the owner. */
export function remediationRecord(facts: RemediationFacts, owner: string | null): RemediationRecord {
  return {
    kind: REMEDIATION_KIND_LABELS[facts.kind],
    title: facts.title,
    remedy: facts.remedy,
    owner,
    dueOn: facts.dueOn,
    state: REMEDIATION_STATE_LABELS[facts.state],
    reason: facts.reason,
  };
}

/** Where two writers differ, in words. */
export function remediationConflicts(wanted: RemediationRecord, now: RemediationRecord) {
  return FIELDS.flatMap(([field, label]) => {
    const [yours, theirs] = [wanted[field] || "none", now[field] || "none"];
    return yours === theirs ? [] : [{ label, yours, theirs }];
  });
}
