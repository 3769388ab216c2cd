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
