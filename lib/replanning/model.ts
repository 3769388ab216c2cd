import type { Period } from "@/lib/calendar/model";
import type { GateKind, WaveState } from "@/lib/waves/model/states";
import type { FreezeException, WaveWindow } from "@/lib/waves/model/window";

export type PlanWave = {
  id: string;
  number: number;
  name: string;
  state: WaveState;
  lead: string | null;
  window: WaveWindow | null;
};

/** A workload that the change touches, or that hangs on one. Null wave: it is in none. */
export type PlanWorkload = {
  id: string;
  name: string;
  waveId: string | null;
  /** Names of its business and technical owner, as far as they are known. */
  owners: readonly string[];
  siteIds: readonly string[];
  lacksOwner: boolean;
  lacksTarget: boolean;
  /** To be retained or retired: it does not move at all. */
  staysBehind: boolean;
};

export type PlanLink = {
  id: string;
  dependentId: string;
  neededId: string;
  kind: string | null;
  hardness: "hard" | "soft" | null;
};

/** A gate of a wave's present attempt that guards a step it has yet to take, with the signatures that hold now. */
export type PlanGate = {
  waveId: string;
  kind: GateKind;
  holds: boolean;
  signers: readonly { name: string; capacity: string }[];
};

/** Everything that a change of one wave's window or workloads is judged on; read in one transaction. */
export type Plan = {
  waveId: string;
  waves: readonly PlanWave[];
  workloads: readonly PlanWorkload[];
  links: readonly PlanLink[];
  periods: readonly Period[];
  exceptions: readonly FreezeException[];
  gates: readonly PlanGate[];
  /** Open items of the checklist: due before or after an edge of the window, or at an instant of their own. */
  items: { following: number; fixed: number };
  /** Who let the wave cut over outside its window as it stands; null for nobody. */
  excepted: string | null;
};

/** A null window stays as it is. Workloads that are added leave the waves they are in. */
export type PlanChange = {
  window: WaveWindow | null;
  add: readonly string[];
  remove: readonly string[];
};

export const PARTS = [
  "members",
  "against",
  "crossing",
  "freezes",
  "excepted",
  "cautions",
  "preferred",
  "order",
  "overlaps",
  "lacking",
  "signatures",
  "gates",
  "exception",
  "items",
  "people",
] as const;
export type Part = (typeof PARTS)[number];

/** One consequence: what was not so and will be (`comes`), or was so and will not be any more (`goes`). */
export type Consequence = {
  part: Part;
  way: "comes" | "goes";
  /** Which one it is of its part; the same fact has the same key. */
  key: string;
  words: string;
};
