import * as z from "zod";
import { cleanName } from "@/lib/kernel/text";
import { WAVE_KINDS } from "@/lib/waves/model/states";
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

const why = z
  .string()
  .transform((text) => text.replaceAll("\r\n", "\n").trim())
  .pipe(z.string().max(2000, "At most 2,000 characters."));
const duty = z.string().transform(cleanName).pipe(z.string().max(60, "A duty has at most 60 characters."));
const anchor = z.enum(["window_start", "window_end"]);
/** So long before or after an edge of the window: at most 400 days, or 720 hours. */
const offset = z.union(
  [
    z.null(),
    z.object({ anchor, unit: z.literal("days"), by: z.number().int().min(-400).max(400) }),
    z.object({ anchor, unit: z.literal("minutes"), by: z.number().int().min(-43_200).max(43_200) }),
  ],
  "Enter a whole number: at most 400 days, or 720 hours, or 43,200 minutes.",
);
const about = { why: why.optional(), duty: duty.optional(), needsEvidence: z.boolean().optional() };

const item = z.object({
  title,
  section: section.optional(),
  ownerId,
  /** Wall-clock time in the wave's zone (the program's where the wave has no window). */
  dueLocal,
  /** Instead of a time of its own: so long before or after an edge of the window. */
  offset: offset.optional(),
  ...about,
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
  offset: offset.optional(),
  ...about,
  /** The items that come before it; those that are not named do not any more. */
  afterIds: z.array(id).max(100, "At most 100 items.").optional(),
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

/** What a template says of an item. */
export const templateItemFields = z.object({
  title,
  section: section.default(""),
  why: why.default(""),
  duty: duty.default(""),
  needsEvidence: z.boolean().default(false),
  offset: offset.default(null),
  /** Keys of what comes first. */
  after: z.array(z.string().max(80)).max(100, "At most 100 items.").default([]),
});

const kind = z.enum(WAVE_KINDS, "Choose a kind of wave.");
const draft = { templateId: id, version };

/** `built-in`: what Wavegate brings along, published at once. Else a draft of what counts now is begun. */
export const adoptTemplateInput = z.object({ kind });
export const beginDraftInput = z.object({ kind });

/** Without a key a new item is added at the end; `position` moves it, from 1. */
export const saveTemplateItemInput = templateItemFields.extend({
  ...draft,
  key: z.string().max(80).optional(),
  position: z.preprocess(
    blankIsAbsent,
    z.coerce.number("Give a place from 1.").int().min(1).max(5000).optional(),
  ),
});
export const removeTemplateItemInput = z.object({ ...draft, key: z.string().max(80) });
export const publishTemplateInput = z.object({
  ...draft,
  note: z.string().trim().max(500, "At most 500 characters.").default(""),
});
export const discardDraftInput = z.object(draft);

/** The items of the current version that are wanted, by their keys. */
export const applyTemplateInput = z.object({
  waveId: id,
  templateId: id,
  keys: z.array(z.string().max(80)).min(1, "Choose at least one item.").max(500),
});
