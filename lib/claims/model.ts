/** What a source states of a field, in the form in which facts are kept and compared; people and tiers by name. */
export type Value = string | number | boolean | readonly string[];

/** The value of a field as it stands, and who stands behind it; source null: a person. */
export type Standing = { value: Value | null; source: string | null };

/** What a source's word comes to; see `settle`. */
export type Outcome = "fill" | "same" | "update" | "outranks" | "question" | "repeated";

/** What a question or a word is about: exactly one of the two. */
export type SubjectRef =
  | { workloadId: string; assetId?: null | undefined }
  | { assetId: string; workloadId?: null | undefined };

/** What one row of a source says of a workload or asset: all the fields it states, whether they were taken or not. */
export type ClaimRow = SubjectRef & {
  source: string;
  externalId: string | null;
  facts: Readonly<Record<string, Value>>;
  importId: string | null;
};

/** A word that does not agree with the present value: the present value stands and somebody is asked. */
export type QuestionRow = SubjectRef & {
  field: string;
  statedValue: Value;
  statedSource: string;
  importId: string | null;
};

/** The last word of a source on a field: `at` when it last said so, `since` when it first said the same without a break. */
export type Word = { value: Value; at: string; since: string; importId: string | null };

export type QuestionState = "open" | "answered" | "withdrawn";

/** Stands for a person as the source of a value that was chosen, where the database wants a text. */
export const BY_HAND = "";

/** Workloads and assets by id. */
export type SubjectIds = { workloadIds: readonly string[]; assetIds: readonly string[] };
