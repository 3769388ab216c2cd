import type { FormatName } from "./formats";
import type { Entity, Facts, Problem, Said, Value } from "./reading";

export const OUTCOMES = ["create", "update", "unchanged", "refused"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** One field that a row changes, in words ready to show; `from` is null where nothing was known. */
export type FieldChange = { field: string; label: string; from: string | null; to: string; why?: string };

/** What a source says of a workload or asset with every fact it states, applied or not; by the fact's key. */
export type PlannedClaim = Said & { facts: Facts };

/** Sources disagree about a fact: the present value stands, and somebody is asked. `field` is the fact's key. */
export type PlannedQuestion = {
  field: string;
  label: string;
  present: Value | null;
  /** Null: a person. */
  presentSource: string | null;
  stated: Value;
};

/**
 * What a row comes to. `sets` holds what is to be written: all of it for a new row, the changed fields otherwise.
 * `changes` is empty for a new row: `shownChanges` tells them.
 */
export type PlannedRow = {
  row: number;
  table: string;
  entity: Entity;
  outcome: Outcome;
  /** The words by which a person knows the subject. */
  subject: string;
  id: string | null;
  version: number | null;
  changes: readonly FieldChange[];
  sets: Facts;
  emails: Readonly<Record<string, string>>;
  problems: readonly Problem[];
  claim?: PlannedClaim;
  questions?: readonly PlannedQuestion[];
  notes?: readonly string[];
};
export type Counts = Record<Outcome, number>;

export type Plan = {
  format: FormatName;
  rows: readonly PlannedRow[];
  counts: Counts;
  blankRows: number;
  /** How many questions the rows raise. */
  questions: number;
};
