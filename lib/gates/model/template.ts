import type { Role } from "@/lib/access/model";
import type { GateKind, WaveKind } from "@/lib/waves/model/states";

export const COMPUTED_KEYS = [
  "owners",
  "targets",
  "risks",
  "checklist",
  "window",
  "recovery",
  "calendar",
  "conditions",
] as const;

export type ComputedKey = (typeof COMPUTED_KEYS)[number];

/** One thing a gate asks; `meaning` says in plain words what it means for the business when it is not met. */
export type CriterionTemplate = {
  key: string;
  group: string;
  title: string;
  meaning: string;
  source: "computed" | "attested";
};

/** Auditors and partners sign nothing. */
export type SeatTemplate = { role: Exclude<Role, "auditor" | "partner">; capacity: string };

/** What a gate is opened with. `demanded`: the step it guards waits for one even where none was opened. */
export type GateTemplateContent = {
  demanded: boolean;
  quorum: number;
  seats: readonly SeatTemplate[];
  criteria: readonly CriterionTemplate[];
};

/** The template that counts for a kind of wave and a kind of gate; version 0 is the one that Wavegate brings. */
export type GateTemplate = GateTemplateContent & {
  id: string | null;
  waveKind: WaveKind;
  kind: GateKind;
  version: number;
  changedBy: string | null;
  changedAt: Date | null;
};
