import * as z from "zod";
import { cleanName } from "@/lib/kernel/text";
import {
  ChangeTolerance,
  Criticality,
  DataDirection,
  DependencyKind,
  Disposition,
  Hardness,
  RiskTreatment,
  WorkloadKind,
} from "@/prisma/generated/client/enums";
import { FORMATS, MAX_KEPT_BYTES, OUTCOMES } from "./model";

export const importId = z.uuid("There is no such import.");
const version = z.coerce.number<number | string>().int().min(1);
const digest = z.string().regex(/^[0-9a-f]{64}$/u, "Load the page again.");

export const formatInput = z.enum(FORMATS, "Choose one of the formats.");
export const mappingInput = z.array(z.string().max(60).nullable()).max(500);

export const previewImportInput = z.object({
  fileName: z
    .string()
    .transform((name) => cleanName(name.replace(/\p{Cc}/gu, " ")))
    .pipe(z.string().min(1, "The file has no name.").max(300, "The name of the file is too long.")),
  content: z
    .instanceof(Uint8Array)
    .refine((bytes) => bytes.byteLength <= MAX_KEPT_BYTES, "The file is too large."),
  format: formatInput.nullish(),
});

export const mapImportInput = z.object({
  importId,
  version,
  format: formatInput,
  mapping: mappingInput.nullish(),
});

export const commitImportInput = z.object({ importId, digest, leaveRefused: z.boolean().default(false) });

export const discardImportInput = z.object({ importId, version });

/** What the address of a preview says; what makes no sense falls back. */
export const previewSearch = z.object({
  show: z.enum(OUTCOMES).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
});

/** What a planned row sets, in the types of the module that writes it. */
export const workloadSets = z
  .object({
    name: z.string(),
    source: z.string(),
    external_id: z.string(),
    description: z.string(),
    kind: z.enum(WorkloadKind),
    criticality: z.enum(Criticality),
    tier: z.string(),
    business_owner: z.string(),
    technical_owner: z.string(),
    operated_by: z.string(),
    site: z.string(),
    business_service: z.string(),
    runs_at: z.string(),
    target: z.string(),
    stateful: z.boolean(),
    data_classification: z.string(),
    change_tolerance: z.enum(ChangeTolerance),
    disposition: z.enum(Disposition),
    disposition_reason: z.string(),
    tags: z.array(z.string()),
  })
  .partial();

export const dependencySets = z
  .object({
    dependent: z.string(),
    needed: z.string(),
    kind: z.enum(DependencyKind),
    hardness: z.enum(Hardness),
    data_direction: z.enum(DataDirection),
    latency_budget_ms: z.number(),
    documented: z.boolean(),
    note: z.string(),
  })
  .partial();

const level = z.literal([1, 2, 3, 4, 5]);

export const riskSets = z
  .object({
    title: z.string(),
    source: z.string(),
    external_id: z.string(),
    description: z.string(),
    domain: z.string(),
    owner: z.string(),
    treatment: z.enum(RiskTreatment),
    next_action: z.string(),
    due_on: z.iso.date(),
    inherent_likelihood: level,
    inherent_impact: level,
    current_likelihood: level,
    current_impact: level,
    target_likelihood: level,
    target_impact: level,
    workloads: z.array(z.string()),
  })
  .partial();

export const targetSets = z
  .object({ workload: z.string(), rto: z.number(), rpo: z.number(), reason: z.string() })
  .partial();

const problem = z.object({ column: z.string(), found: z.string(), expected: z.string(), fix: z.string() });

/** What stands in the JSON columns of an import. */
export const storedCounts = z.record(z.enum(OUTCOMES), z.number());
export const storedReport = z.object({
  leftOut: z.number(),
  blankRows: z.number(),
  peopleAdded: z.number(),
  header: z.array(z.string()),
  refused: z.array(z.object({ row: z.number(), cells: z.array(z.string()), problems: z.array(problem) })),
});
