import * as z from "zod";
import { OUTCOMES, STAGES } from "./model";

const nothing = z.literal("").transform(() => null);
const id = z.uuid("Choose one from the list.");
const optionalId = z.union([z.null(), nothing, id], "Choose one from the list.").default(null);
const version = z.coerce.number<number | string>().int().min(1);

function said(missing: string) {
  return z.string(missing).trim().min(3, missing).max(1_000, "Keep this under 1,000 characters.");
}

/** Every fact of a control; a form sends them whole. */
const facts = {
  title: z
    .string("Say in a few words what is done.")
    .trim()
    .min(3, "Say in a few words what is done.")
    .max(200, "Keep the title under 200 characters."),
  domainId: optionalId,
  failure: said("Say what typically goes wrong."),
  impact: said("Say what that does to the business."),
  response: said("Say what is done against it."),
  stage: z.enum(STAGES, "Choose planned or implemented."),
  ownerId: optionalId,
  howVerified: said("Say how somebody finds out that it holds."),
  everyDays: z.coerce
    .number<number | string>("Give a number of days.")
    .int("Give whole days.")
    .min(1, "Give a number of days from 1 to 1,095.")
    .max(1_095, "Give a number of days from 1 to 1,095."),
};

export const createControlInput = z.object(facts);
export const changeControlInput = z.object({ controlId: id, version, ...facts });

export const recordVerificationInput = z.object({
  controlId: id,
  outcome: z.enum(OUTCOMES, "Choose whether it holds."),
  /** A day of the program; absent or empty is today. */
  verifiedOn: z.union([z.null(), nothing, z.iso.date()], "Give a date, such as 2026-11-28.").default(null),
  note: z.string().trim().max(1_000, "Keep the note under 1,000 characters.").default(""),
});

/** `code`: of a risk, such as R-004. */
export const linkControlInput = z.object({
  controlId: z.uuid("Choose a control."),
  code: z
    .string("Give the code of a risk, such as R-004.")
    .trim()
    .toUpperCase()
    .regex(/^R-\d{1,9}$/, "Give the code of a risk, such as R-004."),
});
