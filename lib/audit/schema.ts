import * as z from "zod";
import { searchable } from "@/lib/kernel/storable";
import { isPlausible } from "@/lib/kernel/time";

export const EVENTS_PER_PAGE = 50;

const optional = <T extends z.ZodType>(type: T) => type.optional().catch(undefined);
const seq = optional(z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER));
const word = optional(z.string().regex(/^[a-z][a-z-]{0,40}$/));
const date = optional(z.iso.date().refine(isPlausible));

/** The filters of the audit page as its address holds them; what does not fit is left out. */
export const eventSearch = z.object({
  subject: word,
  group: word,
  person: optional(z.guid()),
  from: date,
  to: date,
  text: optional(z.string().transform(searchable).pipe(z.string().trim().min(1).max(100))),
  before: seq,
  after: seq,
});

export type EventSearch = z.infer<typeof eventSearch>;
