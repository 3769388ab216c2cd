import * as z from "zod";
import { DATA_DIRECTIONS, DEPENDENCY_KINDS, HARDNESSES, LINK_SIDES } from "./model";

const blankIsNull = (value: unknown) => (typeof value === "string" && value.trim() === "" ? null : value);

function known<Values extends readonly [string, ...string[]]>(values: Values) {
  return z.preprocess(blankIsNull, z.enum(values, "Choose one of the list.").nullable());
}

const detailsShape = {
  kind: known(DEPENDENCY_KINDS),
  hardness: known(HARDNESSES),
  dataDirection: known(DATA_DIRECTIONS),
  latencyBudgetMs: z.preprocess(
    (value) =>
      typeof value === "string" && /^\d+$/u.test(value.trim()) ? Number(value) : blankIsNull(value),
    z
      .int("The latency budget is a whole number of milliseconds.")
      .min(1, "The latency budget is at least 1 ms.")
      .max(86_400_000, "The latency budget is at most a day.")
      .nullable(),
  ),
  documented: z.preprocess((value) => (value === "yes" ? true : value === "no" ? false : value), z.boolean()),
  note: z.string().trim().max(1000, "A note has at most 1,000 characters."),
};

const details = z.object(detailsShape).partial();

export const recordDependencyInput = details.extend({
  dependentId: z.uuid("Choose a workload of the list."),
  neededId: z.uuid("Choose a workload of the list."),
});

export const changeDependencyInput = details.extend({
  dependencyId: z.uuid(),
  version: z.coerce.number().int().min(1),
});

export const removeDependencyInput = z.object({
  dependencyId: z.uuid(),
  version: z.coerce.number().int().min(1),
});

export const recordExternalLinkInput = z.object({
  workloadId: z.uuid("Choose a workload of the list."),
  name: z.string().trim().min(1, "Say what lies outside.").max(200, "A name has at most 200 characters."),
  side: z.enum(LINK_SIDES, "Choose one of the list."),
  kind: detailsShape.kind.optional(),
  hardness: detailsShape.hardness.optional(),
  note: detailsShape.note.optional(),
});

export const removeExternalLinkInput = z.object({
  externalLinkId: z.uuid(),
  version: z.coerce.number().int().min(1),
});

export const resolveExternalLinkInput = removeExternalLinkInput.extend({
  otherId: z.uuid("Choose a workload of the list."),
});
