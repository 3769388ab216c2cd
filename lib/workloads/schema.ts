import * as z from "zod";
import { issueWords } from "@/lib/kernel/issue-words";
import { parseMinutes } from "@/lib/kernel/minutes";
import { cleanName, formatCount } from "@/lib/kernel/text";
import {
  CHANGE_TOLERANCES,
  CRITICALITIES,
  CUTOVER_PATTERNS,
  DISPOSITIONS,
  HOSTINGS,
  READ_WRITES,
  SENSITIVITIES,
  TENANCIES,
  WORKLOAD_KINDS,
} from "./model/workload";
import { BULK_MODES, type BulkEdit, type BulkMode, bulkField, MOST_AT_ONCE } from "./rules/bulk";

/** Forms say "" for unknown. */
const blankIsNull = (value: unknown) => (typeof value === "string" && value.trim() === "" ? null : value);

function known<Values extends readonly [string, ...string[]]>(values: Values) {
  return z.preprocess(blankIsNull, z.enum(values, "Choose one of the list.").nullable());
}

function shortText(what: string) {
  return z.preprocess(
    blankIsNull,
    z
      .string()
      .transform(cleanName)
      .pipe(z.string().max(200, `${what} has at most 200 characters.`))
      .nullable(),
  );
}

const idOrNone = z.preprocess(blankIsNull, z.uuid("Choose one of the list.").nullable());

const yesNoOrUnknown = z.preprocess(
  (value) => (value === "yes" ? true : value === "no" ? false : blankIsNull(value)),
  z.boolean().nullable(),
);

function longText(what: string) {
  return z.preprocess(
    blankIsNull,
    z.string().trim().max(4000, `${what} has at most 4,000 characters.`).nullable(),
  );
}

function wholeNumber(what: string, min: number, max: number) {
  const range = `${what} is a whole number from ${formatCount(min)} to ${formatCount(max)}.`;
  return z.preprocess(
    (value) =>
      typeof value === "string" && /^[-\u2212]?\d{1,3}(,?\d{3})*$/u.test(value.trim())
        ? Number(value.trim().replaceAll(",", "").replace("\u2212", "-"))
        : blankIsNull(value),
    z.int(range).min(min, range).max(max, range).nullable(),
  );
}

function listInput(entry: string, entries: string) {
  return z
    .union([z.array(z.string()), z.string().transform((text) => text.split(","))])
    .transform((list) => [...new Set(list.map(cleanName).filter((one) => one !== ""))])
    .pipe(
      z
        .array(z.string().max(60, `${entry} has at most 60 characters.`))
        .max(30, `A workload has at most 30 ${entries}.`),
    );
}

const nameInput = z
  .string()
  .transform(cleanName)
  .pipe(z.string().min(1, "Give the workload a name.").max(200, "A name has at most 200 characters."));

/** Every fact but the name; what is left out is not touched. */
const factsShape = {
  source: shortText("The source"),
  externalId: shortText("The id in the source"),
  description: z.string().trim().max(4000, "The description has at most 4,000 characters."),
  kind: known(WORKLOAD_KINDS),
  criticality: known(CRITICALITIES),
  tierId: idOrNone,
  businessOwnerId: idOrNone,
  technicalOwnerId: idOrNone,
  operatedBy: shortText("Operated by"),
  site: shortText("The site"),
  businessService: shortText("The business service"),
  runsAt: shortText("Runs at"),
  target: shortText("The target"),
  stateful: yesNoOrUnknown,
  dataClassification: shortText("The data classification"),
  changeTolerance: known(CHANGE_TOLERANCES),
  disposition: known(DISPOSITIONS),
  dispositionReason: longText("The reason"),
  hosting: known(HOSTINGS),
  hostingReason: longText("The reason"),
  tenancy: known(TENANCIES),
  tenancyReason: longText("The reason"),
  cutoverPattern: known(CUTOVER_PATTERNS),
  cutoverReason: longText("The reason"),
  legalEntity: shortText("The legal entity"),
  region: shortText("The region"),
  users: wholeNumber("Users", 0, 100_000_000),
  singleWriter: yesNoOrUnknown,
  readWrite: known(READ_WRITES),
  replication: shortText("The replication path"),
  masterData: listInput("A kind of master data", "kinds of master data"),
  residency: shortText("The residency"),
  retention: shortText("The retention"),
  peakPerMinute: wholeNumber("The peak rate", 0, 1_000_000_000),
  dataGb: wholeNumber("The data volume", 0, 100_000_000),
  growthPercent: wholeNumber("The growth", -100, 10_000),
  batchWindows: shortText("Batch windows"),
  seasonalPeaks: shortText("Seasonal peaks"),
  latencySensitivity: known(SENSITIVITIES),
  tags: listInput("A tag", "tags"),
};

const optionalFacts = z.object(factsShape).partial();

export const createWorkloadInput = optionalFacts.extend({ name: nameInput });

export const changeWorkloadInput = optionalFacts.extend({
  workloadId: z.uuid(),
  version: z.coerce.number().int().min(1),
  name: nameInput.optional(),
});

const minutesOrUnknown = (what: string) =>
  z.preprocess(
    (value) =>
      typeof value === "string" && value.trim() !== "" ? (parseMinutes(value) ?? value) : blankIsNull(value),
    z.int(`${what} is a time such as 4 h, 30 min or 240.`).min(0, `${what} cannot be negative.`).nullable(),
  );

export const saveTierInput = z
  .object({
    tierId: z.uuid().optional(),
    version: z.coerce.number().int().min(1).optional(),
    name: z
      .string()
      .transform(cleanName)
      .pipe(z.string().min(1, "Give the tier a name.").max(60, "A name has at most 60 characters.")),
    rank: z.coerce.number("The rank is a whole number.").int("The rank is a whole number.").min(1).max(99),
    rtoMinutes: minutesOrUnknown("The recovery time"),
    rpoMinutes: minutesOrUnknown("The recovery point"),
    availability: z.preprocess(
      blankIsNull,
      z
        .string()
        .regex(/^\d{1,3}(\.\d{1,4})?$/u, "Availability is a percentage such as 99.9.")
        .refine((text) => Number(text) <= 100, "Availability is at most 100.")
        .nullable(),
    ),
    drillIntervalDays: z.preprocess(
      (value) =>
        typeof value === "string" && /^\d+$/u.test(value.trim()) ? Number(value) : blankIsNull(value),
      z
        .int("The interval is a whole number of days.")
        .min(1, "At least one day.")
        .max(3650, "At most ten years.")
        .nullable(),
    ),
  })
  .refine((tier) => (tier.tierId === undefined) === (tier.version === undefined), {
    path: ["version"],
    message: "A tier that exists is changed at the version that was seen.",
  });

/** One fact for many workloads: which ones by id or by the query of the list, and the preview it was agreed on. */
export const bulkChangeInput = z.object({
  ids: z.array(z.uuid()).max(MOST_AT_ONCE).optional(),
  query: z.string().max(4_000).optional(),
  field: z.string("Choose a fact.").refine((key) => bulkField(key) !== null, "Choose a fact of the list."),
  mode: z.enum(BULK_MODES).default("set"),
  value: z.string().max(4_000),
  reason: z.string().trim().max(4_000, "The reason has at most 4,000 characters.").default(""),
  digest: z.string().regex(/^[0-9a-f]{64}$/u, "Look at the preview first."),
});

export type BulkAsked = { field: string; mode: BulkMode; value: string; reason: string };

/**
 * What was asked in the words of the product: the fact parsed as its own form parses it.
 * Problems stand by the names of the form: field, value, reason.
 */
export function readBulkEdit(
  asked: BulkAsked,
): { edit: BulkEdit } | { problems: Readonly<Record<string, string>> } {
  const field = bulkField(asked.field);
  if (field === null) return { problems: { field: "Choose a fact of the list." } };
  const mode = field.kind === "list" ? asked.mode : "set";
  const reason = field.reasonKey === undefined ? {} : { [field.reasonKey]: asked.reason };
  const parsed = optionalFacts.safeParse({ [field.key]: asked.value, ...reason }, { error: issueWords });
  if (!parsed.success) {
    const entries = parsed.error.issues.map(({ path, message }) => [
      path[0] === field.key ? "value" : "reason",
      message,
    ]);
    return { problems: Object.fromEntries(entries) };
  }
  const undecided = field.reasonKey === undefined || asked.value.trim() === "";
  if (!undecided && asked.reason.trim() === "")
    return {
      problems: { reason: `Say why: every decision on ${field.label.toLowerCase()} has its reason.` },
    };
  if (mode !== "set" && asked.value.trim() === "") return { problems: { value: "Name at least one entry." } };
  return { edit: { field: field.key, mode, facts: parsed.data } };
}
