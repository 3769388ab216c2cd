import type { JsonRecord } from "@/lib/kernel/canonical-json";
import type { Subject } from "@/lib/kernel/violations";
import { PERIOD_KIND_LABELS, scopeWord } from "../labels";
import type { Period } from "../model";

/** A period as the subject of events and refusals. */
export function periodSubject({ id, title }: Pick<Period, "id" | "title">): Subject {
  return { type: "period", id, label: title };
}

/** What the audit trail says of a period. */
export function periodFacts(
  period: Pick<
    Period,
    "kind" | "title" | "reason" | "startLocal" | "endLocal" | "zone" | "recurrence" | "scope"
  >,
): JsonRecord {
  return {
    kind: PERIOD_KIND_LABELS[period.kind],
    title: period.title,
    reason: period.reason,
    starts: `${period.startLocal} ${period.zone}`,
    ends: `${period.endLocal} ${period.zone}`,
    repeats: period.recurrence,
    scope: scopeWord(period.scope),
  };
}
