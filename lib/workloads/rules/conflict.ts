import type { ConflictingChange } from "@/lib/kernel/errors";
import {
  CHANGE_TOLERANCE_LABELS,
  CRITICALITY_LABELS,
  DISPOSITION_LABELS,
  FACT_LABELS,
  KIND_LABELS,
  UNKNOWN,
} from "../labels";
import type { WorkloadFacts } from "../model";
import type { NamesOfIds } from "./facts";

/** The facts in which what somebody wanted differs from what is there now, in words. */
export function conflictRows(
  wanted: WorkloadFacts,
  now: WorkloadFacts,
  names: NamesOfIds,
): readonly ConflictingChange[] {
  const yours = factWords(wanted, names);
  const theirs = factWords(now, names);
  return FACTS.filter((fact) => yours[fact] !== theirs[fact]).map((fact) => ({
    label: FACT_LABELS[fact],
    yours: yours[fact],
    theirs: theirs[fact],
  }));
}

/** Every fact as a person reads it; what is not known says so. */
export function factWords(facts: WorkloadFacts, names: NamesOfIds): Record<keyof WorkloadFacts, string> {
  return {
    name: facts.name,
    source: facts.source ?? UNKNOWN,
    externalId: facts.externalId ?? UNKNOWN,
    description: facts.description === "" ? "none" : facts.description,
    kind: facts.kind === null ? UNKNOWN : KIND_LABELS[facts.kind],
    criticality: facts.criticality === null ? UNKNOWN : CRITICALITY_LABELS[facts.criticality],
    tierId: nameIn(names.tiers, facts.tierId),
    businessOwnerId: nameIn(names.people, facts.businessOwnerId),
    technicalOwnerId: nameIn(names.people, facts.technicalOwnerId),
    operatedBy: facts.operatedBy ?? UNKNOWN,
    site: facts.site ?? UNKNOWN,
    businessService: facts.businessService ?? UNKNOWN,
    runsAt: facts.runsAt ?? UNKNOWN,
    target: facts.target ?? UNKNOWN,
    stateful: facts.stateful === null ? UNKNOWN : facts.stateful ? "yes" : "no",
    dataClassification: facts.dataClassification ?? UNKNOWN,
    changeTolerance:
      facts.changeTolerance === null ? UNKNOWN : CHANGE_TOLERANCE_LABELS[facts.changeTolerance],
    disposition: facts.disposition === null ? "undecided" : DISPOSITION_LABELS[facts.disposition],
    dispositionReason: facts.dispositionReason ?? UNKNOWN,
    tags: facts.tags.length === 0 ? "none" : facts.tags.join(", "),
  };
}

const FACTS = Object.keys(FACT_LABELS) as readonly (keyof WorkloadFacts)[];

function nameIn(names: ReadonlyMap<string, string>, id: string | null): string {
  return id === null ? "none" : (names.get(id) ?? UNKNOWN);
}
