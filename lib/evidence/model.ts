/** Largest file that is taken; bytes. */
export const MAX_FILE_BYTES = 50 * 1024 * 1024;

/** What evidence is attached to. */
export const EVIDENCE_SUBJECTS = ["risk", "criterion", "drill", "item", "control"] as const;
export type SubjectType = (typeof EVIDENCE_SUBJECTS)[number];
export type EvidenceSubject = { type: SubjectType; id: string };

/** How evidence ages: it holds, holds for 30 days at most, holds no more, or nobody said how long it holds. */
export const VALIDITIES = ["fresh", "expiring", "expired", "open"] as const;
export type Validity = (typeof VALIDITIES)[number];

/** What a revision consists of: a file in the store, or a link. */
export type FileContent = {
  kind: "file";
  fileName: string;
  mediaType: string;
  bytes: number;
  /** SHA-256, lower-case hex. */
  sha256: string;
};
export type LinkContent = { kind: "link"; url: string };
export type Content = FileContent | LinkContent;

/** A revision; `validUntil` is the last day on which it holds, null when nobody stated one. */
export type Revision = {
  number: number;
  content: Content;
  note: string;
  validUntil: string | null;
  validity: Validity;
  by: string;
  addedAt: Date;
};

/** What a piece of evidence is attached to; `path` leads to its page from the program's address. */
export type Use = { id: string; type: SubjectType; label: string; path: string; by: string; at: Date };

/** A line of the list: the newest revision and what uses it. */
export type EvidenceRow = { id: string; title: string; newest: Revision; uses: Record<SubjectType, number> };

export type EvidenceList = {
  rows: readonly EvidenceRow[];
  total: number;
  everything: number;
  page: number;
  /** Of everything: how many are of each validity. */
  counts: Readonly<Record<Validity, number>>;
};

/** A piece of evidence as its page shows it: revisions newest first. */
export type EvidenceView = {
  id: string;
  title: string;
  version: number;
  revisions: readonly [Revision, ...Revision[]];
  uses: readonly Use[];
};

/** What is attached to one thing; `choices` are others that could be, newest first, `unoffered` how many more there are. */
export type Attached = {
  attached: readonly AttachedRow[];
  choices: readonly { id: string; title: string }[];
  unoffered: number;
  /** Why nothing is attached or taken off any more; null while it may. */
  closed: string | null;
};

export type AttachedRow = Omit<EvidenceRow, "uses"> & { useId: string };
