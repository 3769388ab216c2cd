import * as z from "zod";
import { cleanName } from "@/lib/kernel/text";
import { CHECKLIST_STATES } from "./model";

/** Forms say "" for unknown. */
const blankIsNull = (value: unknown) => (typeof value === "string" && value.trim() === "" ? null : value);
const blankIsAbsent = (value: unknown) => blankIsNull(value) ?? undefined;

const id = z.uuid("This id is not one of ours.");
const version = z.coerce.number().int().positive();
const title = z
  .string()
  .transform(cleanName)
  .pipe(z.string().min(1, "Say what is to be done.").max(300, "At most 300 characters."));
const section = z
  .string()
  .transform(cleanName)
  .pipe(z.string().max(80, "A section has at most 80 characters."));
const dueLocal = z.preprocess(
  blankIsNull,
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, "Enter a date and a time, such as 21 November 2026, 22:00.")
    .nullable()
    .optional(),
);
const ownerId = z.preprocess(blankIsNull, z.uuid("Choose somebody from the list.").nullable().optional());

const item = z.object({
  title,
  section: section.optional(),
  ownerId,
  /** Wall-clock time in the wave's zone (the program's where the wave has no window). */
  dueLocal,
});

export const addChecklistItemInput = item.extend({ waveId: id });

/** Either `items`, or a `template`: `standard` is what cutovers forget, `earlier-attempt` brings the last list over. */
export const addChecklistItemsInput = z.union([
  z.object({ waveId: id, items: z.array(item).min(1, "Give at least one item.").max(500) }),
  z.object({ waveId: id, template: z.enum(["standard", "earlier-attempt"]) }),
]);

/** What is absent stays. `position` moves the item to that place, from 1; the others make room. */
export const changeChecklistItemInput = z.object({
  itemId: id,
  version,
  title: title.optional(),
  section: section.optional(),
  ownerId,
  dueLocal,
  position: z.preprocess(
    blankIsAbsent,
    z.coerce.number("Give a place from 1.").int().min(1).max(5000).optional(),
  ),
});

export const removeChecklistItemInput = z.object({ itemId: id, version });

export const settleChecklistItemInput = z.object({
  itemId: id,
  version,
  state: z.enum(CHECKLIST_STATES, "Choose done, failed or skipped."),
  reason: z.string().trim().max(2000, "At most 2,000 characters.").default(""),
});
