import * as z from "zod";
import { cleanName } from "@/lib/kernel/text";
import { FORMATS } from "./model/formats";
import { IMPORT_STATES } from "./model/import-state";
import { OUTCOMES } from "./model/plan";
import { ENTITIES } from "./model/reading";

export const importId = z.uuid("There is no such import.");
const version = z.coerce.number<number | string>().int().min(1);
const digest = z.string().regex(/^[0-9a-f]{64}$/u, "Load the page again.");

export const formatInput = z.enum(FORMATS, "Choose one of the formats.");
export const mappingInput = z.array(z.string().max(60).nullable()).max(500);

/** What is said of a file before it is read; what is not said is found out. */
export const fileInput = z.object({
  fileName: z
    .string()
    .transform((name) => cleanName(name.replace(/\p{Cc}/gu, " ")))
    .pipe(z.string().min(1, "The file has no name.").max(300, "The name of the file is too long.")),
  format: formatInput.nullish(),
  sourceName: z.string().max(100, "The name of the source is too long.").transform(cleanName).nullish(),
  table: z.string().max(100).nullish(),
});

const levelWords = z.record(z.string().max(100), z.literal([1, 2, 3, 4, 5]));

export const mapImportInput = z.object({
  importId,
  version,
  format: formatInput.nullish(),
  mapping: mappingInput.nullish(),
  sourceName: z.string().max(100, "The name of the source is too long.").transform(cleanName).nullish(),
  table: z.string().max(100).nullish(),
  levels: levelWords.default({}),
});

export const commitImportInput = z.object({ importId, digest, leaveRefused: z.boolean().default(false) });

export const stepInput = z.object({ importId, version });

/** What the address of a preview says; what makes no sense falls back. */
export const previewSearch = z.object({
  show: z
    .enum([...OUTCOMES, "questions"])
    .optional()
    .catch(undefined),
  entity: z.enum(ENTITIES).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
});

/** What the address of the history says. */
export const historySearch = z.object({
  state: z.enum(IMPORT_STATES).optional().catch(undefined),
  format: z.enum(FORMATS).optional().catch(undefined),
  by: z.uuid().optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
});

const problem = z.object({ column: z.string(), found: z.string(), expected: z.string(), fix: z.string() });
const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);
const facts = z.record(z.string(), value);
const change = z.object({
  field: z.string(),
  label: z.string(),
  from: z.string().nullable(),
  to: z.string(),
  why: z.string().optional(),
});
const question = z.object({
  field: z.string(),
  label: z.string(),
  present: value.nullable(),
  presentSource: z.string().nullable().default(null),
  stated: value,
});

/** A row of a plan as it is kept: what was empty is left out. */
export const plannedRow = z.object({
  position: z.number(),
  row: z.number(),
  table: z.string().default(""),
  entity: z.enum(ENTITIES),
  outcome: z.enum(OUTCOMES),
  subject: z.string(),
  id: z.string().nullable().default(null),
  version: z.number().nullable().default(null),
  changes: z.array(change).default([]),
  sets: facts.default({}),
  emails: z.record(z.string(), z.string()).default({}),
  problems: z.array(problem).default([]),
  claim: z
    .object({ source: z.string(), externalId: z.string().nullable().default(null), facts: facts.default({}) })
    .optional(),
  questions: z.array(question).optional(),
  notes: z.array(z.string()).optional(),
  cells: z.array(z.string()).optional(),
});

/** What stands in the JSON columns of an import; the earliest ones hold less. */
export const storedCounts = z.record(z.enum(OUTCOMES), z.number());
export const storedMapping = z.union([
  mappingInput.transform((columns) => ({ format: null, columns, levels: {} })),
  z.object({
    /** As a person chose it; null: found out. */
    format: z.enum(FORMATS).nullable().default(null),
    columns: mappingInput.nullable().default(null),
    levels: levelWords.default({}),
  }),
]);
const columnView = z.object({
  index: z.number(),
  head: z.string(),
  samples: z.array(z.string()),
  field: z.string().nullable(),
});
export const storedReport = z.object({
  blankRows: z.number().default(0),
  notes: z.array(z.string()).default([]),
  sheets: z
    .array(
      z.object({
        name: z.string(),
        format: z.enum(FORMATS).nullable(),
        columns: z.array(columnView),
        skipped: z.number().default(0),
        encoding: z.string().nullable().default(null),
        delimiter: z.string().nullable().default(null),
      }),
    )
    .default([]),
  others: z.array(z.object({ name: z.string(), why: z.string() })).default([]),
  skipped: z
    .array(z.object({ table: z.string(), row: z.number(), reason: z.string(), text: z.string() }))
    .default([]),
  levels: z.array(z.string()).default([]),
  scale: z
    .object({ likelihood: z.array(z.string()), impact: z.array(z.string()) })
    .nullable()
    .default(null),
  questions: z.number().default(0),
  leftOut: z.number().default(0),
  peopleAdded: z.number().default(0),
  sourcesAdded: z.number().default(0),
  written: z.record(z.string(), z.number()).default({}),
  header: z.array(z.string()).default([]),
  refused: z
    .array(z.object({ row: z.number(), cells: z.array(z.string()), problems: z.array(problem) }))
    .default([]),
});
