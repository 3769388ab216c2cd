/** What the cookie's token carries: nothing but the id of a row that decides. */
export type SessionToken = { sessionId: string };

/** A sign-in that still counts. */
export type SessionEntry = {
  id: string;
  device: string;
  address: string;
  method: string;
  startedAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  isThisOne: boolean;
};

/** How somebody proved, right before they signed, that they are who the session says. */
export type StepUpProof = "password" | "demo";

/** The proof that a column names; null for none. */
export function asProof(text: string | null | undefined): StepUpProof | null {
  return text === "password" || text === "demo" ? text : null;
}

/** What the session asks before it lets its person sign, and until when an earlier proof is still fresh. */
export type StepUpStanding = { asks: "password" | "nothing"; freshUntil: Date | null };
