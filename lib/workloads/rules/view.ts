import type { Minutes } from "@/lib/kernel/minutes";
import type { Health } from "../model/health";
import type { FilterOption } from "../model/search";
import type { EffectiveTarget } from "../model/target";
import type { FactKey, Origins, WorkloadFacts } from "../model/workload";
import type { NamesOfIds } from "./facts";
import { newFacts } from "./new-facts";

/** An open risk as a workload's page shows it; null is not judged or not stated. `dueOn` is a calendar date. */
export type WorkloadRiskView = {
  code: string;
  title: string;
  domain: string | null;
  owner: string | null;
  score: number | null;
  appetite: number | null;
  aboveAppetite: boolean | null;
  /** The day in the program's zone on which the acceptance in force ends; it stands above appetite all the same. */
  acceptedUntil: string | null;
  dueOn: string | null;
  late: boolean;
};

type PersonName = { id: string; name: string };

/** One workload as its page shows it. */
export type WorkloadView = Omit<WorkloadFacts, "tierId" | "businessOwnerId" | "technicalOwnerId"> & {
  id: string;
  version: number;
  /** Who stands behind each fact; empty for partners, who see facts without their history. */
  origins: Origins;
  createdAt: Date;
  updatedAt: Date;
  tier: (PersonName & { rank: number; availability: string | null }) | null;
  businessOwner: PersonName | null;
  technicalOwner: PersonName | null;
  targets: {
    rto: EffectiveTarget;
    rpo: EffectiveTarget;
    own: { rtoMinutes: Minutes | null; rpoMinutes: Minutes | null; reason: string; version: number } | null;
  };
  wave: {
    id: string;
    number: number;
    name: string;
    state: WaveStateWord;
    windowStartAt: Date | null;
    windowEndAt: Date | null;
    zone: string | null;
  } | null;
  risks: readonly WorkloadRiskView[];
  links: number;
  health: Health;
  /** False for partners: owners, tier, targets and risks are not theirs to see. */
  full: boolean;
};

/** What the form of a workload offers to choose from. */
export type FormChoices = {
  tiers: readonly FilterOption[];
  people: readonly FilterOption[];
  sites: readonly string[];
  operators: readonly string[];
  places: readonly string[];
};

/** The states of a wave as the database names them; what they mean is the waves' own. */
type WaveStateWord =
  | "planned"
  | "preparing"
  | "rehearsing"
  | "ready"
  | "cutting_over"
  | "hypercare"
  | "closed"
  | "rolled_back"
  | "cancelled";

/** The facts of a view in the form in which they are kept. */
export function factsOf(view: WorkloadView): WorkloadFacts {
  const { id: _id, version: _v, origins: _o, createdAt: _c, updatedAt: _u, ...rest } = view;
  const { tier, businessOwner, technicalOwner, targets: _t, wave: _w, risks: _r, ...more } = rest;
  const { links: _l, health: _h, full: _f, ...facts } = more;
  return {
    ...facts,
    tierId: tier?.id ?? null,
    businessOwnerId: businessOwner?.id ?? null,
    technicalOwnerId: technicalOwner?.id ?? null,
  };
}

/** The names that the ids of a view stand for. */
export function namesOf({ tier, businessOwner, technicalOwner }: WorkloadView): NamesOfIds {
  const people = [businessOwner, technicalOwner].flatMap((one) => (one === null ? [] : [one]));
  return {
    tiers: new Map(tier === null ? [] : [[tier.id, tier.name]]),
    people: new Map(people.map((one) => [one.id, one.name])),
  };
}

/** What a partner sees of a workload that was granted to them. */
export const PARTNER_FACTS: readonly FactKey[] = [
  "name",
  "description",
  "kind",
  "criticality",
  "source",
  "externalId",
  "businessService",
  "site",
  "runsAt",
  "target",
  "disposition",
  "dispositionReason",
  "changeTolerance",
  "stateful",
  "dataClassification",
  "tags",
];

/** The facts without those that are not a partner's to see. */
export function partnerFacts(facts: WorkloadFacts): WorkloadFacts {
  const shown = Object.entries(facts).filter(([key]) => PARTNER_FACTS.some((one) => one === key));
  return newFacts({ ...Object.fromEntries(shown), name: facts.name });
}
