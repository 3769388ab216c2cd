/** What the cookie's token carries: nothing but the id of a row that decides. */
export type SessionToken = { sessionId: string };

/** Minutes a password typed again counts for a decision that asks for it. */
export const STEP_UP_MINUTES = 5;

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
