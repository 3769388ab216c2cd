import { counted, listed } from "@/lib/kernel/text";
import type { Health, HealthLevel } from "../model/health";
import type { WorkloadRow } from "../model/list";

/** What the health of a workload rests on. */
export type HealthFacts = Pick<
  WorkloadRow,
  "criticality" | "tier" | "owner" | "rto" | "rpo" | "risks" | "above" | "unjudged" | "late"
>;

/**
 * Off track: an open risk above the appetite of its domain. Unknown: a fact is missing that must be known, or a risk is
 * not judged. At risk: an open risk is past its due date. The query of the list says the same in SQL; a test compares.
 */
export function healthOf(facts: HealthFacts): Health {
  const level = levelOf(facts);
  return { level, reason: reasonOf(level, facts) };
}

/** The reason in a few words, for a cell: of many missing facts the first two are named and the rest counted. */
export function briefReason(facts: HealthFacts): string {
  return reasonOf(levelOf(facts), facts, 3);
}

/** What must be known of a workload and is not, as "no owner". */
export function missingFacts(facts: HealthFacts): readonly string[] {
  return [
    ...(facts.criticality === null ? ["no criticality"] : []),
    ...(facts.tier === null ? ["no tier"] : []),
    ...(facts.owner === null ? ["no business owner"] : []),
    ...(facts.rto === null ? ["no recovery time"] : []),
    ...(facts.rpo === null ? ["no recovery point"] : []),
  ];
}

function levelOf(facts: HealthFacts): HealthLevel {
  if (facts.above > 0) return "off_track";
  if (missingFacts(facts).length > 0 || facts.unjudged > 0) return "unknown";
  return facts.late > 0 ? "at_risk" : "on_track";
}

function reasonOf(level: HealthLevel, facts: HealthFacts, most = 6): string {
  switch (level) {
    case "off_track":
      return `${counted(facts.above, "open risk")} above appetite`;
    case "unknown":
      return sentence(
        [
          ...missingFacts(facts),
          ...(facts.unjudged > 0 ? [`${counted(facts.unjudged, "open risk")} not judged`] : []),
        ],
        most,
      );
    case "at_risk":
      return `${counted(facts.late, "open risk")} past the due date`;
    case "on_track":
      return facts.risks === 0 ? "No open risk" : `${counted(facts.risks, "open risk")} within appetite`;
  }
}

function sentence(parts: readonly string[], most: number): string {
  const text = listed(parts, parts.length > most ? most - 1 : most);
  return text.charAt(0).toUpperCase() + text.slice(1);
}
