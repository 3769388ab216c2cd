import * as z from "zod";
import { parseMinutes } from "@/lib/kernel/minutes";
import { cleanName } from "@/lib/kernel/text";
import { isPlausible } from "@/lib/kernel/time";
import { CRITICALITIES } from "@/lib/workloads/model/workload";

/** Forms say "" for unknown. */
const blankIsNull = (value: unknown) => (typeof value === "string" && value.trim() === "" ? null : value);

const idOrNone = z.preprocess(blankIsNull, z.uuid("Choose one of the list.").nullable());

const minutesOrUnknown = (what: string) =>
  z.preprocess(
    (value) =>
      typeof value === "string" && value.trim() !== "" ? (parseMinutes(value) ?? value) : blankIsNull(value),
    z
      .int(`${what} is a time such as 4 h, 30 min or 240.`)
      .min(0, `${what} cannot be negative.`)
      .max(5_256_000, `${what} is at most ten years.`)
      .nullable(),
  );

const nameInput = z
  .string()
  .transform(cleanName)
  .pipe(z.string().min(1, "Give the process a name.").max(200, "A name has at most 200 characters."));

/** Every fact but the name; what is left out is not touched. */
const optionalFacts = z
  .object({
    description: z.string().trim().max(4000, "The description has at most 4,000 characters."),
    ownerId: idOrNone,
    criticality: z.preprocess(blankIsNull, z.enum(CRITICALITIES, "Choose one of the list.").nullable()),
    rtoMinutes: minutesOrUnknown("The recovery time"),
    rpoMinutes: minutesOrUnknown("The recovery point"),
    fallback: z.string().trim().max(8000, "The fallback has at most 8,000 characters."),
    fallbackOwnerId: idOrNone,
    fallbackRehearsedOn: z.preprocess(
      blankIsNull,
      z.iso.date("Give a date.").refine(isPlausible, "Give a date of these decades.").nullable(),
    ),
  })
  .partial();

export const createProcessInput = optionalFacts.extend({
  name: nameInput,
  workloadIds: z.array(z.uuid()).max(1000).optional(),
});

export const changeProcessInput = optionalFacts.extend({
  processId: z.uuid(),
  version: z.coerce.number().int().min(1),
  name: nameInput.optional(),
});

/** Of the workloads that were shown the chosen ones carry the process, the others do not; what was not shown stays. */
export const carryProcessInput = z.object({
  processId: z.uuid(),
  version: z.coerce.number().int().min(1),
  shownIds: z.array(z.uuid()).max(1000),
  workloadIds: z.array(z.uuid()).max(1000),
});

export const acknowledgeFallbackInput = z.object({
  processId: z.uuid(),
  version: z.coerce.number().int().min(1),
});
