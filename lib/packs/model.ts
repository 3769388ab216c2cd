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
