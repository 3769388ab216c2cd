import type { RecordedEvent } from "@/lib/audit/model";
import {
  CUTOVER_LABELS,
  DECISION_NOUNS,
  DISPOSITION_LABELS,
  HOSTING_LABELS,
  KIND_LABELS,
  TENANCY_LABELS,
} from "../labels";
import type { WorkloadFacts, WorkloadKind } from "../model/workload";

export const DECISIONS = ["disposition", "hosting", "tenancy", "cutoverPattern"] as const;
export type Decision = (typeof DECISIONS)[number];
export type DecisionFacts = Pick<
  WorkloadFacts,
  Decision | "dispositionReason" | "hostingReason" | "tenancyReason" | "cutoverReason"
>;

export const REASON_OF = {
  disposition: "dispositionReason",
  hosting: "hostingReason",
  tenancy: "tenancyReason",
  cutoverPattern: "cutoverReason",
} as const satisfies Record<Decision, keyof WorkloadFacts>;

/** What was decided as a person reads it; null while nothing is. */
export function decisionWord(facts: DecisionFacts, decision: Decision): string | null {
  switch (decision) {
    case "disposition":
      return facts.disposition && DISPOSITION_LABELS[facts.disposition];
    case "hosting":
      return facts.hosting && HOSTING_LABELS[facts.hosting];
    case "tenancy":
      return facts.tenancy && TENANCY_LABELS[facts.tenancy];
    case "cutoverPattern":
      return facts.cutoverPattern && CUTOVER_LABELS[facts.cutoverPattern];
  }
}

/**
 * What is missing where a decision is taken or changed: a reason, and one of its own, not the one that was given for what
 * stood there before. By the field of the reason; empty when every new decision has its reason.
 */
export function missingReasons(
  before: DecisionFacts | null,
  after: DecisionFacts,
): Readonly<Record<string, string>> {
  const missing: Record<string, string> = {};
  for (const decision of DECISIONS) {
    const word = decisionWord(after, decision);
    const [was, reason] = [before?.[decision] ?? null, after[REASON_OF[decision]] ?? ""];
    if (word === null || after[decision] === was) continue;
    const noun = DECISION_NOUNS[decision];
    if (reason === "") missing[REASON_OF[decision]] = `Say why the ${noun} is “${word}”.`;
    else if (before !== null && was !== null && before[REASON_OF[decision]] === reason)
      missing[REASON_OF[decision]] =
        `The reason was given for “${decisionWord(before, decision)}”: say why the ${noun} is now “${word}”.`;
  }
  return missing;
}

/** Something that speaks against a decision; `answer` is the reason that was recorded all the same, null where none is. */
export type Objection = { decision: Decision; title: string; because: string; answer: string | null };

const TRANSACTIONAL_CORE: readonly WorkloadKind[] = ["erp_core", "finance", "wms"];

type Judged = DecisionFacts & Pick<WorkloadFacts, "kind" | "singleWriter" | "readWrite">;

/** What speaks against the decisions that were taken, from the facts alone. */
export function objectionsTo(facts: Judged): readonly Objection[] {
  return [...activeActive(facts), ...dualWrite(facts)];
}

function activeActive(facts: Judged): Objection[] {
  const { kind, hosting, singleWriter, readWrite } = facts;
  const isCore = kind !== null && TRANSACTIONAL_CORE.includes(kind);
  if (hosting !== "active_active" || !isCore) return [];
  const why = [
    ...(singleWriter === true ? ["only one copy may take changes at a time"] : []),
    ...(readWrite === "write_heavy" ? ["it mostly writes"] : []),
  ];
  if (why.length === 0) return [];
  return [
    {
      decision: "hosting",
      title: `Active in two places is argued against for ${KIND_LABELS[kind]}`,
      because: `It keeps transactions, and ${why.join(" and ")}: two active places would take the same order twice or wait for each other. A primary with a recovery cloud gives the same recovery time with less to go wrong.`,
      answer: facts.hostingReason,
    },
  ];
}

function dualWrite({ cutoverPattern, singleWriter, cutoverReason }: Judged): Objection[] {
  if (cutoverPattern !== "dual_write" || singleWriter !== true) return [];
  return [
    {
      decision: "cutoverPattern",
      title: "Dual write meets a single writer",
      because:
        "Only one copy may take changes at a time, and dual write makes two take them. Both sides need a comparison and a rule for which one wins.",
      answer: cutoverReason,
    },
  ];
}

/** One time that a decision was taken, changed or given another reason. */
export type DecisionEvent = { decision: Decision; event: RecordedEvent };

/** When each decision, or its reason, was last stated, and every time before; the newest first, as the events come. */
export function decisionHistory(events: readonly RecordedEvent[]): readonly DecisionEvent[] {
  return events.flatMap((event) =>
    DECISIONS.filter((decision) => states(event, decision)).map((decision) => ({ decision, event })),
  );
}

function states({ body }: RecordedEvent, decision: Decision): boolean {
  if (body.subject.type !== "workload" || body.after === null) return false;
  return [decision, REASON_OF[decision]].some((field) => (body.after?.[field] ?? null) !== null);
}
