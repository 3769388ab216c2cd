import * as z from "zod";
import { CHANGED_TYPES, MAIL_WHENS } from "./model";

const when = z.enum(MAIL_WHENS, "Choose one of the three.");

export const mailPreferencesInput = z.object({
  version: z.coerce.number<string | number>().int().min(0),
  action: when,
  changed: when,
  late: when,
  hour: z.coerce.number<string | number>("Choose an hour.").int().min(0).max(23),
});

export const sendAgainInput = z.object({ mailId: z.uuid() });

/** Up to which event something is read; without a subject everything is. */
export const markReadInput = z.object({
  upTo: z.coerce.number<string | number>().int().min(0),
  subject: z.object({ type: z.enum(CHANGED_TYPES), id: z.uuid() }).optional(),
});
