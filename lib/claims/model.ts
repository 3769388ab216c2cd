/** What a source states of a field, in the form in which facts are kept and compared; people and tiers by name. */
export type Value = string | number | boolean | readonly string[];

/** The value of a field as it stands, and who stands behind it; source null: a person. */
export type Standing = { value: Value | null; source: string | null };

/** What a source's word comes to; see `settle`. */
export type Outcome = "fill" | "same" | "update" | "outranks" | "question" | "repeated";
