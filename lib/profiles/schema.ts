import * as z from "zod";
import { cleanName, formatCount } from "@/lib/kernel/text";
import { isPlausible } from "@/lib/kernel/time";
import {
  DUTIES,
  type DutyWord,
  METRICS,
  PARTIES,
  REMEDIATION_KINDS,
  REMEDIATION_STATES,
  TENANT_CLASS_KINDS,
} from "./model";

const CHOOSE = "Choose one of the list.";
const workloadId = z.uuid("There is no such workload.");
const version = z.coerce.number<number | string>().int().min(1);
const blankIsNull = (value: unknown) => (typeof value === "string" && value.trim() === "" ? null : value);

function line(what: string, max = 200) {
  return z
    .string()
    .transform(cleanName)
    .pipe(z.string().max(max, `${what} has at most ${max} characters.`));
}

function words(what: string, max = 2000) {
  return z
    .string()
    .trim()
    .max(max, `${what} has at most ${formatCount(max)} characters.`);
}

const day = z.iso.date("Give a date, such as 2026-11-28.").refine(isPlausible, "Give a date of our time.");
const dayOrNone = z.preprocess(blankIsNull, day.nullable());
const idOrNone = z.preprocess(blankIsNull, z.uuid(CHOOSE).nullable());

const dutyWord = z.object({
  party: z.preprocess(blankIsNull, z.enum(PARTIES, CHOOSE).nullable()),
  note: words("A note", 300).default(""),
}) satisfies z.ZodType<DutyWord>;

/** `seen` is the stamp of the duties as they were when the form was opened. */
export const setDutiesInput = z.object({
  workloadId,
  version: z.coerce.number<number | string>().int().min(0),
  duties: z.partialRecord(z.enum(DUTIES), dutyWord),
});

const MEASURED = /^\d{1,12}([.,]\d{1,4})?$/u;
const measured = z.preprocess(
  (value) => (typeof value === "string" ? blankIsNull(value.replace(/[\s\u00A0]/gu, "")) : value),
  z
    .string()
    .regex(MEASURED, "Give a number such as 240 or 99.95.")
    .transform((text) => text.replace(",", "."))
    .nullable(),
);

export const recordMeasurementsInput = z
  .object({
    workloadId,
    measuredOn: day,
    source: line("The source").pipe(z.string().min(2, "Say where the figures are from.")),
    note: words("A note", 1000).default(""),
    currency: z
      .string()
      .trim()
      .toUpperCase()
      .pipe(
        z.union([
          z.literal(""),
          z.string().regex(/^[A-Z]{3}$/u, "A currency is three letters, such as EUR."),
        ]),
      )
      .default(""),
    values: z.partialRecord(z.enum(METRICS), measured),
  })
  .refine(({ values }) => Object.values(values).some((value) => value !== null && value !== undefined), {
    path: ["values", METRICS[0]],
    message: "Give at least one figure.",
  })
  .refine(({ values }) => Number(values.availability_percent ?? 0) <= 100, {
    path: ["values", "availability_percent"],
    message: "Availability is at most 100.",
  })
  .refine(({ values, currency }) => !values.cost_per_month || currency !== "", {
    path: ["currency"],
    message: "Say in which currency the cost is.",
  });

const remediationShape = {
  kind: z.enum(REMEDIATION_KINDS, CHOOSE),
  title: line("The title").pipe(z.string().min(3, "Say in a few words what will hurt.")),
  remedy: words("The remedy"),
  ownerId: idOrNone,
  dueOn: dayOrNone,
  state: z.enum(REMEDIATION_STATES, CHOOSE),
  reason: words("The reason", 1000),
};

export const recordRemediationInput = z
  .object(remediationShape)
  .partial()
  .required({ kind: true, title: true })
  .extend({ workloadId });

export const changeRemediationInput = z
  .object(remediationShape)
  .partial()
  .extend({ remediationId: z.uuid(), version });

const count = (what: string) =>
  z.preprocess(
    (value) =>
      typeof value === "string" && /^\d{1,3}(,?\d{3})*$/u.test(value.trim())
        ? Number(value.replaceAll(",", ""))
        : blankIsNull(value),
    z.int(`${what} are a whole number.`).min(0, `${what} are a whole number.`).max(100_000_000).nullable(),
  );

const tenantShape = {
  kind: z.enum(TENANT_CLASS_KINDS, CHOOSE),
  name: line("The name").pipe(z.string().min(2, "Name the class.")),
  tenants: count("Tenants"),
  users: count("Users"),
  isolation: words("The isolation", 1000),
  residency: words("The residency", 1000),
  encryption: words("The encryption", 1000),
  rollout: words("The rollout", 1000),
};

export const recordTenantClassInput = z
  .object(tenantShape)
  .partial()
  .required({ kind: true, name: true })
  .extend({ workloadId });

export const changeTenantClassInput = z
  .object(tenantShape)
  .partial()
  .extend({ tenantClassId: z.uuid(), version });

export const removeTenantClassInput = z.object({ tenantClassId: z.uuid(), version });
