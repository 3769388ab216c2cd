import type { WaveSummary } from "@/lib/waves/model";

/** What the frame around every page of a program shows. Null: not for this person. */
export type ProgramFrame = {
  workloads: number;
  openRisks: number | null;
  waves: readonly WaveSummary[];
  /** Gates that wait for this person's signature. */
  signaturesDue: number;
};
