import * as z from "zod";
import { cleanName } from "@/lib/kernel/text";
import { isPlausible } from "@/lib/kernel/time";
import { PERIOD_KINDS, REPEATS } from "./model";

/** Forms say "" for what is not given. */
const blankIsNull = (value: unknown) => (typeof value === "string" && value.trim() === "" ? null : value);

const id = z.uuid("This id is not one of ours.");
const version = z.coerce.number().int().positive();
const why = (question: string) => z.string().trim().min(1, question).max(2000, "At most 2,000 characters.");
const chosen = (words: string) => z.preprocess(blankIsNull, z.uuid(words).nullable()).default(null);

/** Said with all else that is missing; what is typed and no moment is refused by `readPeriod`. */
const MOMENT_WANTED = "Enter a date and a time, such as 21 November 2026, 22:00.";

const facts = z.object({
  kind: z.enum(PERIOD_KINDS, "Choose what it is."),
  title: z
    .string()
    .transform(cleanName)
    .pipe(z.string().min(1, "Give the period a title.").max(120, "A title has at most 120 characters.")),
  reason: z.string().trim().max(2000, "At most 2,000 characters.").default(""),
  startLocal: z.string().min(1, MOMENT_WANTED),
  endLocal: z.string().min(1, MOMENT_WANTED),
  zone: z.string().trim(),
  repeat: z.enum(REPEATS, "Choose how often.").default("once"),
  until: z
    .preprocess(blankIsNull, z.iso.date("Enter a day.").refine(isPlausible, "Enter a day.").nullable())
    .default(null),
  rule: z.string().max(500, "A rule has at most 500 characters.").default(""),
  siteId: chosen("Choose a site of the list."),
  /** The name of a workload; empty for none. */
  workload: z.string().trim().max(200).default(""),
});

export type PeriodInput = z.output<typeof facts>;

/** Without site and workload the period is the whole program's. */
export const addPeriodInput = facts;
export const changePeriodInput = facts.extend({ periodId: id, version });
export const endPeriodInput = z.object({
  periodId: id,
  version,
  reason: why("Say why it does not count any more."),
});

/** The text of a calendar file; times without a zone are read in `zone`. */
export const bringInInput = z.object({
  text: z.string().max(1_048_576, "A calendar file has at most 1 MB."),
  kind: facts.shape.kind,
  zone: facts.shape.zone,
  siteId: facts.shape.siteId,
  workload: facts.shape.workload,
});
