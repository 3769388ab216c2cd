import { randomUUID } from "node:crypto";
import * as z from "zod";
import { ROLES } from "@/lib/access/model";

/** Two decisions in turns: the product refuses either one given again on the same state, and takes the other. */
const DECISIONS = ["approve", "approve_with_conditions"] as const;

const actor = z.object({
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  zone: z.string(),
  programId: z.string(),
  programSlug: z.string(),
  programName: z.string(),
  programZone: z.string(),
  role: z.enum(ROLES),
  sessionId: z.null(),
  via: z.literal("command-line"),
});

/** One seat of one gate and who signs in it, again and again. */
export const seatPlan = z.object({
  gateId: z.string(),
  waveNumber: z.number(),
  ownerId: z.string(),
  actor,
});

export type SeatPlan = z.infer<typeof seatPlan>;

const attempt = z.object({
  seat: z.number(),
  token: z.string(),
  decision: z.enum(DECISIONS),
  /** false: it is sent with the digest of another state, and must be refused. */
  honest: z.boolean(),
});

/** A sign-off somebody asks for; its token is the comment that it carries, so it is known again wherever it is kept. */
export type Attempt = z.infer<typeof attempt>;

/** What a signing process works on: its seats, and what was asked before without an answer and is asked again. */
export const signingWork = z.object({ seats: z.array(seatPlan), open: z.array(attempt) });

/** What a signing process says, one line each: what it asks for, before; then the answer, as soon as it has it. */
export const signingLine = z.discriminatedUnion("said", [
  z.object({ said: z.literal("asked"), attempt }),
  z.object({ said: z.literal("kept"), token: z.string(), reference: z.string() }),
  z.object({ said: z.literal("refused"), token: z.string(), why: z.string() }),
]);

export type SigningLine = z.infer<typeof signingLine>;

/** One in so many is sent with another digest than the page's. */
const STALE_EVERY = 7;
export const OTHER_DIGEST = "0".repeat(64);

/** What a seat asks for next: the other decision than the last, and every seventh time with another digest. */
export function nextAttempt(seat: number, last: string | null, turn: number): Attempt {
  const [first, second] = DECISIONS;
  const decision = last === first ? second : first;
  return { seat, token: randomUUID(), decision, honest: (turn + seat) % STALE_EVERY !== 0 };
}

/** The condition that goes with an approval on a condition; its words are the token. */
export function conditionsOf({ decision, token }: Attempt, ownerId: string) {
  const condition = { text: token, ownerId, dueOn: "2030-01-01", due: "after_cutover" as const };
  return decision === "approve" ? [] : [condition];
}

/** The word for a refusal that means: this very sign-off is kept already. */
export const KEPT_BEFORE = "signed";
