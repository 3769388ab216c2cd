import * as z from "zod";
import { cleanName } from "@/lib/kernel/text";
import { isZone } from "@/lib/kernel/time";
import { SITE_KINDS } from "./model";

/** Forms say "" for unknown. */
const blankIsNull = (value: unknown) => (typeof value === "string" && value.trim() === "" ? null : value);

const usersInput = z.preprocess(
  blankIsNull,
  z.coerce
    .number<string | number>("The number of users is a whole number.")
    .int("The number of users is a whole number.")
    .min(0, "The number of users cannot be negative.")
    .max(100_000_000, "The number of users is too large.")
    .nullable(),
);

const nameInput = z
  .string()
  .transform(cleanName)
  .pipe(z.string().min(1, "Give the site a name.").max(200, "A name has at most 200 characters."));

/** Every fact but the name; what is left out is not touched. */
const optionalFacts = z
  .object({
    kind: z.preprocess(blankIsNull, z.enum(SITE_KINDS, "Choose one of the list.").nullable()),
    zone: z.preprocess(
      blankIsNull,
      z.string().trim().refine(isZone, "There is no such time zone. Write it like Europe/London.").nullable(),
    ),
    country: z.preprocess(
      blankIsNull,
      z
        .string()
        .transform(cleanName)
        .pipe(z.string().max(100, "The country has at most 100 characters."))
        .nullable(),
    ),
    users: usersInput,
    note: z.string().trim().max(2000, "The note has at most 2,000 characters."),
  })
  .partial();

export const createSiteInput = optionalFacts.extend({ name: nameInput });

export const changeSiteInput = optionalFacts.extend({
  siteId: z.uuid(),
  version: z.coerce.number().int().min(1),
  name: nameInput.optional(),
});

/** Users are given beside the site or workload, under its id. */
const usersById = z.record(z.uuid(), usersInput).default({});

/** The sites that one workload serves; `seen`: the fingerprint of the list that was shown. */
export const serveSitesInput = z.object({
  workloadId: z.uuid(),
  seen: z.string().max(100_000),
  siteIds: z.array(z.uuid()).max(2000),
  users: usersById,
});

/** Workloads that serve one site from now on, and those that were shown and do not. */
export const serveSiteInput = z.object({
  siteId: z.uuid(),
  shownIds: z.array(z.uuid()).max(1000),
  workloadIds: z.array(z.uuid()).max(1000),
  users: usersById,
});
