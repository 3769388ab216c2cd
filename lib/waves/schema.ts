import * as z from "zod";
import { parseMinutes } from "@/lib/kernel/minutes";
import { cleanName } from "@/lib/kernel/text";
import { WAVE_KINDS } from "./model/states";
import { ROLLBACK_EXTENTS } from "./model/step";

/** Forms say "" for unknown. */
const blankIsNull = (value: unknown) => (typeof value === "string" && value.trim() === "" ? null : value);
const blankIsAbsent = (value: unknown) => blankIsNull(value) ?? undefined;

const id = z.uuid("This id is not one of ours.");
const person = z.preprocess(blankIsNull, z.uuid("Choose somebody from the list.").nullable().optional());
const version = z.coerce.number().int().positive();
const name = z
  .string()
  .transform(cleanName)
  .pipe(z.string().min(1, "Give the wave a name.").max(120, "A name has at most 120 characters."));
const prose = z.string().trim().max(4000, "At most 4,000 characters.");
const kind = z.enum(WAVE_KINDS, "Choose a kind.");
const numberWords = "The number is a whole number from 1 to 999.";
const number = z.preprocess(
  blankIsAbsent,
  z.coerce.number(numberWords).int(numberWords).min(1, numberWords).max(999, numberWords).optional(),
);
/** Minutes, or what people write for them: "52 min", "1 h 30 min". */
const rollbackMinutes = z.preprocess((value) => {
  const given = blankIsNull(value);
  return typeof given === "string" ? (parseMinutes(given) ?? given) : given;
}, z
  .int("Write a time such as 52 min or 1 h 30 min.")
  .min(0, "A time is not negative.")
  .max(43_200, "At most 30 days.")
  .nullable()
  .optional());
const local = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, "Enter a date and a time, such as 21 November 2026, 22:00.");
const fold = z.preprocess(blankIsAbsent, z.enum(["earlier", "later"]).optional());
const workloadIds = z
  .array(id)
  .min(1, "Choose at least one workload.")
  .max(2000)
  .transform((ids) => [...new Set(ids)]);

/** Without `number` the wave takes the next one. Null is unknown. */
export const createWaveInput = z.object({
  number,
  name,
  kind,
  leadId: person,
  scope: prose.optional(),
  impact: prose.optional(),
  rollback: prose.optional(),
  rollbackMinutes,
});

/** What is absent stays as it is. */
export const changeWaveInput = z.object({
  waveId: id,
  version,
  number,
  name: name.optional(),
  kind: kind.optional(),
  leadId: person,
  scope: prose.optional(),
  impact: prose.optional(),
  rollback: prose.optional(),
  rollbackMinutes,
});

/** `fold` answers which of two equal clock times is meant; `endFold` where the end has another answer than the start. */
export const setWaveWindowInput = z.object({
  waveId: id,
  version,
  startLocal: local,
  endLocal: local,
  zone: z.string().min(1, "Choose a time zone such as Europe/London."),
  fold,
  endFold: fold,
});

/** `move` takes workloads out of the waves they are in. */
export const addWorkloadsInput = z.object({ waveId: id, workloadIds, move: z.boolean().default(false) });

export const removeWorkloadsInput = z.object({ waveId: id, workloadIds });

export const grantExceptionInput = z.object({
  waveId: id,
  version,
  reason: z
    .string()
    .trim()
    .min(1, "Say why the wave may cut over outside its window.")
    .max(2000, "At most 2,000 characters."),
});

/** What was rolled back of an attempt; `loss` in minutes or as people write them, blank for unknown. */
export const recordRollbackInput = z
  .object({
    waveId: id,
    attempt: z.coerce.number().int().positive(),
    extent: z.preprocess(blankIsNull, z.enum(ROLLBACK_EXTENTS, "Choose whether everything went back.")),
    what: z
      .string()
      .trim()
      .min(1, "Say what was rolled back, and how.")
      .max(4000, "At most 4,000 characters."),
    remains: prose.default(""),
    lossMinutes: rollbackMinutes,
    loss: prose.default(""),
    usableLocal: z.preprocess(blankIsAbsent, local.optional()),
    zone: z.string().default(""),
  })
  .refine(({ extent, remains }) => extent === "whole" || remains !== "", {
    path: ["remains"],
    error: "Say what stayed where it had moved to.",
  });

/** `freeze` names one time of one freeze, as `freezeKey` writes it. */
export const grantFreezeExceptionInput = z.object({
  waveId: id,
  version,
  freeze: z
    .string()
    .regex(/^[0-9a-f-]{36}@\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/, "Choose a freeze of the list."),
  reason: z
    .string()
    .trim()
    .min(1, "Say why the window may meet this freeze.")
    .max(2000, "At most 2,000 characters."),
});
