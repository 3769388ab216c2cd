import type { JsonRecord } from "@/lib/kernel/canonical-json";
import { TREATMENT_LABELS } from "../labels";
import type { RiskFacts, RiskRecord } from "../model/risk";
import type { RiskScales } from "../model/scale";
import { ratingWords, scaleOf } from "./scales";

/** Names of what a risk refers to, by id. */
export type RiskNames = {
  domains: ReadonlyMap<string, string>;
  people: ReadonlyMap<string, string>;
  workloads: ReadonlyMap<string, string>;
  waves: ReadonlyMap<string, string>;
};

/** What people call the facts of `factWords`. */
export const FACT_LABELS: Readonly<Record<string, string>> = {
  title: "Title",
  description: "Description",
  domain: "Domain",
  owner: "Owner",
  treatment: "Treatment",
  nextAction: "Next action",
  dueOn: "Due",
  strikesOn: "Possible from",
  workloads: "Workloads",
  waves: "Waves",
  source: "Source",
  externalId: "Id at the source",
};

/** The facts of a risk, but not its scores or status, as the audit trail keeps them. */
export function factWords(facts: RiskFacts, names: RiskNames): JsonRecord {
  return {
    title: facts.title,
    description: facts.description,
    domain: nameOf(names.domains, facts.domainId),
    owner: nameOf(names.people, facts.ownerId),
    treatment: facts.treatment === null ? null : TREATMENT_LABELS[facts.treatment],
    nextAction: facts.nextAction,
    dueOn: facts.dueOn,
    strikesOn: facts.strikesOn,
    workloads: namesOf(names.workloads, facts.workloadIds),
    waves: namesOf(names.waves, facts.waveIds),
    source: facts.source,
    externalId: facts.externalId,
  };
}

/** The three scores in words, each in the scale it was given in; null is unknown. */
export function ratingsWords(
  risk: Pick<RiskRecord, "inherent" | "current" | "target" | "scales">,
  scales: RiskScales,
): JsonRecord {
  return {
    inherent: ratingWords(risk.inherent, scaleOf(scales, risk.scales.inherent)),
    current: ratingWords(risk.current, scaleOf(scales, risk.scales.current)),
    target: ratingWords(risk.target, scaleOf(scales, risk.scales.target)),
  };
}

function nameOf(names: ReadonlyMap<string, string>, id: string | null): string | null {
  return id === null ? null : (names.get(id) ?? null);
}

function namesOf(names: ReadonlyMap<string, string>, ids: readonly string[]): string {
  return ids
    .map((id) => names.get(id) ?? id)
    .sort((a, b) => a.localeCompare(b, "en"))
    .join(", ");
}
