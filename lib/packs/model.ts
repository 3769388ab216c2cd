/** A pack in the list of packs. */
export type PackSummary = {
  number: number;
  title: string;
  digest: string;
  frozenAt: Date;
  frozenBy: string;
};

/**
 * Whether what is stored is what was frozen: the digest of the stored text now, the one that stands beside it, and the one
 * that the audit trail noted (null: no event names this pack).
 */
export type PackProof = { computed: string; stored: string; noted: string | null; isIntact: boolean };

/** Why no PDF was made. */
export const PAPER_PROBLEM_NAMES = ["off", "busy", "late", "not-started", "failed", "untagged"] as const;
export type PaperProblem = (typeof PAPER_PROBLEM_NAMES)[number];

/** A PDF was not made; `complaint` is what the program that prints said, for the log alone. */
export class PaperFailure extends Error {
  readonly why: PaperProblem;
  readonly complaint: string;

  constructor(why: PaperProblem, complaint = "") {
    super(`no PDF was made: ${why}`);
    this.name = "PaperFailure";
    this.why = why;
    this.complaint = complaint;
  }
}
