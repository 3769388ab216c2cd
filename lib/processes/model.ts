import type { Minutes } from "@/lib/kernel/minutes";
import type { EffectiveTarget } from "@/lib/workloads/model/target";
import type { Criticality } from "@/lib/workloads/model/workload";

/** What is known of a piece of the business's work. Null is unknown; an empty fallback: none is written down. */
export type ProcessFacts = {
  name: string;
  description: string;
  ownerId: string | null;
  criticality: Criticality | null;
  rtoMinutes: Minutes | null;
  rpoMinutes: Minutes | null;
  /** How people carry on by hand while the workloads are away. */
  fallback: string;
  fallbackOwnerId: string | null;
  /** A calendar date, YYYY-MM-DD; null: not known to have been rehearsed. */
  fallbackRehearsedOn: string | null;
  /** The workloads that carry it. */
  workloadIds: readonly string[];
};
export type NewProcess = Pick<ProcessFacts, "name"> & Partial<ProcessFacts>;

/** A process as it is now, with the version at which it is and when its fallback was acknowledged. */
export type HeldProcess = ProcessFacts & { version: number; acknowledgedAt: Date | null };

/**
 * One line of a batch: `facts` left out stay as they are (or unknown, when the process is new). Another fallback text
 * takes its acknowledgement away.
 */
export type ProcessChange =
  | { kind: "create"; facts: NewProcess }
  | { kind: "change"; processId: string; facts: Partial<ProcessFacts> };

/** A process about which nothing is known but what is given. */
export function newProcess(facts: NewProcess): ProcessFacts {
  return { ...NOTHING_KNOWN, ...facts };
}

const NOTHING_KNOWN: Omit<ProcessFacts, "name"> = {
  description: "",
  ownerId: null,
  criticality: null,
  rtoMinutes: null,
  rpoMinutes: null,
  fallback: "",
  fallbackOwnerId: null,
  fallbackRehearsedOn: null,
  workloadIds: [],
};

type Named = { id: string; name: string };

/** How the fallback of a process stands: nothing is written down, nobody acknowledged it, or its owner did. */
export type FallbackStanding = "none" | "not_acknowledged" | "acknowledged";

/** One line of the list. */
export type ProcessRow = Pick<
  ProcessFacts,
  "name" | "criticality" | "rtoMinutes" | "rpoMinutes" | "fallbackRehearsedOn"
> & {
  id: string;
  owner: Named | null;
  workloads: number;
  fallback: FallbackStanding;
};

/** A workload that carries a process, with the targets that count for it. */
export type CarryingWorkload = Named & {
  criticality: Criticality | null;
  rto: EffectiveTarget;
  rpo: EffectiveTarget;
};

/** One process as its page shows it. */
export type ProcessView = Omit<ProcessFacts, "ownerId" | "fallbackOwnerId" | "workloadIds"> & {
  id: string;
  version: number;
  /** `userId`: the account that stands for the owner, who alone may acknowledge. */
  owner: (Named & { userId: string | null }) | null;
  fallbackOwner: Named | null;
  acknowledged: { at: Date; by: string } | null;
  workloads: readonly CarryingWorkload[];
};

/** What the forms of a process offer. */
export type ProcessChoices = { people: readonly Named[] };
