/** What a fact or a refusal is about, with the words a person knows it by. */
export type Subject = { type: string; id: string; label: string };

/** One reason why something may not happen: a stable code, a sentence, and what it is about. */
export type Violation = { code: string; message: string; subject?: Subject };
