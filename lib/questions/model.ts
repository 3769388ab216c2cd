import type { QuestionState, Value, Word } from "@/lib/claims/model";

export type SubjectType = "workload" | "asset";
type PersonName = { id: string; name: string };

/** One question as lists show it; `present` is what stands now while it is open, else what stood when it was raised. */
export type QuestionLine = {
  id: string;
  version: number;
  state: QuestionState;
  subjectType: SubjectType;
  subjectId: string;
  subject: string;
  field: string;
  presentValue: Value | null;
  /** Null: a person. */
  presentSource: string | null;
  statedValue: Value;
  statedSource: string;
  asked: PersonName | null;
  raisedAt: Date;
  chosenValue: Value | null;
  chosenSource: string | null;
  reason: string;
  answeredAt: Date | null;
  answeredBy: string | null;
};

/** A page (from 1) of questions: `open` of the program, `total` that fit the filters. */
export type QuestionPage = {
  rows: readonly QuestionLine[];
  total: number;
  open: number;
  everything: number;
  page: number;
  pages: number;
};

/** Open questions that set the same source against the same standing word. */
export type Disagreement = {
  statedSource: string;
  presentSource: string | null;
  count: number;
  fields: readonly { field: string; count: number }[];
};

/** What the filters offer: only what occurs. */
export type QuestionChoices = {
  people: readonly PersonName[];
  fields: readonly string[];
  sources: readonly string[];
};

/** One source's last word on the field of a question. */
export type SourceWord = Word & { source: string; trust: number | null; importName: string | null };

export type QuestionView = QuestionLine & {
  words: readonly SourceWord[];
  /** Whether the reader may answer it. */
  mayAnswer: boolean;
  /** What may be chosen for a field that points to a tier, a person or a workload, by name. */
  names: readonly string[];
};

/** How an answer is given. `present`: what stands stays. */
export type Choice =
  | { kind: "present" }
  | { kind: "source"; source: string }
  | { kind: "other"; value: string };

export const TAKES = ["stated", "present"] as const;
/** What a bulk answer takes: the word that each question is about, or what stands. */
export type Take = (typeof TAKES)[number];

export const MOST_AT_ONCE = 1000;

/** What a bulk answer would do; `digest` stands for exactly these questions as they are now. */
export type BulkPreview = {
  lines: readonly QuestionLine[];
  total: number;
  /** Questions among them that the reader may not answer; they are left out. */
  notYours: number;
  changes: number;
  digest: string;
};

/** A source with what rests on it. */
export type SourceLine = {
  id: string;
  version: number;
  name: string;
  trust: number;
  note: string;
  /** Workloads and assets it says something of, and when it last did; null: never. */
  workloads: number;
  assets: number;
  lastAt: Date | null;
  openQuestions: number;
  imports: number;
};

export type SourceView = SourceLine & {
  /** Facts that stand on its word now. */
  standing: number;
  others: readonly { name: string; trust: number }[];
  recent: readonly { id: string; fileName: string; at: Date; state: string }[];
};
