import * as z from "zod";
import { ROLES } from "@/lib/access/model";
import { cleanName } from "@/lib/kernel/text";
import { isZone } from "@/lib/kernel/time";
import { ELEVATION_ROLES, LONGEST_HOURS } from "./rules/elevation";

const name = (what: string, longest = 120) =>
  z
    .string()
    .transform(cleanName)
    .pipe(
      z.string().min(1, `${what} is missing.`).max(longest, `${what} is longer than ${longest} characters.`),
    );

export const emailInput = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email("This is not an e-mail address.").max(254, "An e-mail address has at most 254 characters."));

const zoneInput = z.string().refine(isZone, "There is no such time zone.");
const reasonInput = z.string().trim().max(500, "A reason has at most 500 characters.").default("");
const id = z.uuid("This is not an id.");
const version = z.coerce.number().int().min(1);

export const passwordInput = z
  .string()
  .min(12, "A password has at least 12 characters.")
  .max(200, "A password has at most 200 characters.");

export const createProgramInput = z.object({
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "Small letters, digits and single hyphens only.")
    .min(2, "The address needs at least 2 characters.")
    .max(40, "The address has at most 40 characters."),
  name: name("The name"),
  zone: zoneInput.default("UTC"),
  purpose: z.string().trim().max(1000, "The purpose has at most 1,000 characters.").default(""),
  managerEmail: emailInput,
  /** For an address that has no account yet. */
  managerName: name("The manager's name").optional(),
  isDemo: z.boolean().default(false),
});

export const createAccountInput = z.object({
  email: emailInput,
  name: name("The name"),
  zone: zoneInput.default("UTC"),
  isDemo: z.boolean().default(false),
});

export const setPasswordInput = z.object({ email: emailInput, password: passwordInput });

export const changePasswordInput = z.object({
  oldPassword: z.string().min(1, "Type the password you have now.").max(200),
  newPassword: passwordInput,
});

/** Takes any text, so that a form without a role is refused together with what else it lacks. */
const roleInput = z.string().pipe(z.enum(ROLES, "Choose a role."));

export const addMemberInput = z.object({
  email: emailInput,
  name: name("The name"),
  role: roleInput,
  reason: reasonInput,
  endsAt: z.date().nullable().default(null),
});

export const changeMemberInput = z.object({
  membershipId: id,
  version,
  role: roleInput.optional(),
  reason: reasonInput.optional(),
  endsAt: z.date().nullable().optional(),
});

export const endMemberInput = z.object({ membershipId: id, version, endReason: reasonInput });
export const giveRightsInput = z.object({
  membershipId: id,
  rights: z.string().pipe(z.enum(ELEVATION_ROLES, "Choose whose rights.")),
  hours: z.coerce
    .number("Choose for how long.")
    .int("Whole hours only.")
    .min(1, "Choose for how long.")
    .max(LONGEST_HOURS, `Rights are given for ${LONGEST_HOURS} hours at most. For longer, change the role.`),
  why: reasonInput.pipe(z.string().min(1, "Say why: it is kept in the audit trail.")),
});
export const endRightsInput = z.object({ elevationId: id });
export const grantInput = z.object({ userId: id, workloadId: id });
export const addPersonInput = z.object({
  name: name("The name"),
  email: emailInput.nullable().default(null),
});
export const changePersonInput = z.object({
  personId: id,
  version,
  name: name("The name"),
  email: z.preprocess((value) => (value === "" ? null : value), emailInput.nullable()).default(null),
});
export const mergePeopleInput = z
  .object({ keptId: id, keptVersion: version, goneId: id, goneVersion: version })
  .refine(({ keptId, goneId }) => keptId !== goneId, "Choose two different people.");
export const linkPersonInput = z.object({ personId: id, version: version.optional(), userId: id.nullable() });
export const changeZoneInput = z.object({ zone: zoneInput });
