import type { Minutes } from "@/lib/kernel/minutes";
import type { EffectiveTarget, FilterOption, Health, Origins, WorkloadFacts } from "../model";

/** An open risk as a workload's page shows it; null is not judged or not stated. `dueOn` is a calendar date. */
export type WorkloadRiskView = {
  code: string;
  title: string;
  domain: string | null;
  owner: string | null;
  score: number | null;
  appetite: number | null;
  aboveAppetite: boolean | null;
  dueOn: string | null;
  late: boolean;
};

type PersonName = { id: string; name: string };

/** One workload as its page shows it. */
export type WorkloadView = Omit<WorkloadFacts, "tierId" | "businessOwnerId" | "technicalOwnerId"> & {
  id: string;
  version: number;
  origins: Origins;
  createdAt: Date;
  updatedAt: Date;
  tier: (PersonName & { rank: number }) | null;
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
