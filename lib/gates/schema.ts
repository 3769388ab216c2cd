import * as z from "zod";
import { ROLES } from "@/lib/access/model";
import { cleanName } from "@/lib/kernel/text";
import { GATE_KINDS, WAVE_KINDS, WAVE_STATES } from "@/lib/waves/model/states";

const id = z.uuid("This does not name anything known.");
const text = (max: number) => z.string().trim().max(max, `Keep this under ${max} characters.`);
const date = z.iso.date("Give the day as year-month-day, for example 2026-12-24.");

export const seatInput = z.object({
  role: z.enum(ROLES).exclude(["auditor", "partner"]),
  userId: id.nullable().default(null),
  capacity: text(120).min(
    1,
    "Say in which capacity this person signs, for example “business owner of order intake”.",
  ),
});

export const openGateInput = z
  .object({
    waveId: id,
    kind: z.enum(GATE_KINDS).default("go_no_go"),
    quorum: z.coerce.number().int().min(1, "At least one signature is needed."),
    closesAt: z.date().nullable().default(null),
    seats: z.array(seatInput).min(1, "Ask at least one person or role to sign.").max(20),
  })
  .refine((gate) => gate.quorum <= gate.seats.length, {
    path: ["quorum"],
    message: "The quorum cannot be larger than the number of signatures asked for.",
  });

const criterionTemplate = z.object({
  key: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/, "A key is made of small letters, digits and hyphens."),
  group: text(80).min(1, "Say in which group it is asked."),
  title: text(200).min(1, "Say what must be true."),
  meaning: text(300).default(""),
  source: z.enum(["computed", "attested"]),
});

/** What a template holds, as it is kept in the database. */
export const templateContent = z.object({
  demanded: z.boolean(),
  quorum: z.coerce.number().int().min(1, "At least one signature is needed."),
  seats: z
    .array(seatInput.pick({ role: true, capacity: true }))
    .min(1, "Ask at least one role to sign.")
    .max(20),
  criteria: z.array(criterionTemplate).min(1, "Ask at least one thing.").max(60),
});

export const saveTemplateInput = templateContent.extend({
  waveKind: z.enum(WAVE_KINDS),
  kind: z.enum(GATE_KINDS),
  /** The version that was changed; 0: the one that Wavegate brings. */
  version: z.coerce.number().int().min(0),
});

export const attestInput = z.object({
  criterionId: id,
  met: z.boolean(),
  statement: text(1000).min(1, "Say what you attest and what it rests on."),
  evidenceUrl: z
    .union([
      z.literal("").transform(() => null),
      z.url({ protocol: /^https?$/, message: "Give a full web address, starting with https://." }),
    ])
    .nullable()
    .default(null),
});

export const waiveInput = z.object({
  criterionId: id,
  reason: text(1000).min(1, "Say why this criterion may be passed over."),
  expiresAt: z.date("Say until when the waiver holds."),
});

export const revokeWaiverInput = z.object({ waiverId: id });

const conditionInput = z.object({
  text: text(500).min(1, "Say what must be done."),
  ownerId: id,
  dueOn: date,
  due: z.enum(["before_cutover", "after_cutover"]),
});

export const signGateInput = z.object({
  gateId: id,
  decision: z.enum(["approve", "approve_with_conditions", "decline"]),
  comment: text(2000).default(""),
  conditions: z.array(conditionInput).max(20).default([]),
  /** The digest of the snapshot that the signer was shown. */
  digest: z.string().regex(/^[0-9a-f]{64}$/, "Open the page again: it does not say what you would sign."),
});

/** Thirty days, and the hour that clocks may be turned back within them. */
const LONGEST_LENDING_MS = 30 * 86_400_000 + 3_600_000;

export const lendSeatInput = z
  .object({
    seatId: id,
    toUserId: z.uuid("Choose who signs in your stead."),
    startAt: z.date("Say from when they may sign."),
    endAt: z.date("Say until when they may sign."),
    reason: text(500).min(1, "Say why somebody signs in your stead."),
  })
  .refine(({ startAt, endAt }) => endAt > startAt, {
    path: ["endAt"],
    message: "The end comes after the start.",
  })
  .refine(({ startAt, endAt }) => endAt.getTime() - startAt.getTime() <= LONGEST_LENDING_MS, {
    path: ["endAt"],
    message: "A seat is lent for 30 days at most. Choose an earlier end; it can be lent again then.",
  });

export const takeSeatBackInput = z.object({
  delegationId: id,
  reason: text(500).min(1, "Say why this ends."),
});

export const closeConditionInput = z.object({
  conditionId: id,
  version: z.coerce.number().int(),
  evidence: text(1000).min(1, "Say what shows that the condition is met."),
});

export const transitionWaveInput = z.object({
  waveId: id,
  version: z.coerce.number().int(),
  to: z.enum(WAVE_STATES),
  reason: z.string().max(1000).default("").transform(cleanName),
});
