import "server-only";
import type * as z from "zod";
import type { AssetChange } from "@/lib/assets/model";
import { changeAssetInput } from "@/lib/assets/schema";
import type { AuditEventInput } from "@/lib/audit/model";
import type { Value } from "@/lib/claims/model";
import type { CommandContext } from "@/lib/command/define-command";
import type { Tx } from "@/lib/db/transaction";
import { AppError } from "@/lib/kernel/errors";
import { issueWords } from "@/lib/kernel/issue-words";
import { nameKey } from "@/lib/kernel/text";
import { ensurePeople } from "@/lib/programs/commands/ensure-people";
import type { WorkloadChange } from "@/lib/workloads/model/workload";
import { changeWorkloadInput } from "@/lib/workloads/schema";
import { fieldLabel } from "../rules/value-words";

/** A question with the value that was chosen for it; source null: a person. */
type Chosen = {
  question: { workloadId: string | null; assetId: string | null; field: string };
  value: Value | null;
  source: string | null;
};
type Changes = { workloads: WorkloadChange[]; assets: AssetChange[]; events: AuditEventInput[] };
type Stated = { facts: Record<string, unknown>; origins: Record<string, string> };

/** Answers as changes of workloads and assets, one for each, names resolved and values read as the forms read them. */
export async function changesOf(tx: Tx, ctx: CommandContext, answers: readonly Chosen[]): Promise<Changes> {
  const { ids, events } = await idsOfNames(tx, ctx, answers);
  const bySubject = new Map<string, Stated & { workloadId: string | null }>();
  for (const { question, value, source } of answers) {
    const id = question.workloadId ?? question.assetId ?? "";
    const stated = bySubject.get(id) ?? { facts: {}, origins: {}, workloadId: question.workloadId };
    stated.facts[question.field] = ids.get(keyOf(question.field, value)) ?? value;
    if (source !== null) stated.origins[question.field] = source;
    bySubject.set(id, stated);
  }
  const changes: Changes = { workloads: [], assets: [], events };
  for (const [id, { workloadId, facts, origins }] of bySubject) {
    if (workloadId !== null) {
      const {
        workloadId: _,
        version: __,
        ...read
      } = fitting(changeWorkloadInput, { ...facts, workloadId: id, version: 1 });
      changes.workloads.push({ kind: "change", workloadId: id, facts: read, origins });
    } else {
      const {
        assetId: _,
        version: __,
        ...read
      } = fitting(changeAssetInput, { ...facts, assetId: id, version: 1 });
      changes.assets.push({ kind: "change", assetId: id, facts: read, origins });
    }
  }
  return changes;
}

/** @throws INVALID in the words of the field's own form. */
function fitting<Schema extends z.ZodType>(
  schema: Schema,
  raw: Readonly<Record<string, unknown>>,
): z.output<Schema> {
  const parsed = schema.safeParse(raw, { error: issueWords });
  if (parsed.success) return parsed.data;
  const message = parsed.error.issues[0]?.message ?? "This value does not fit the field.";
  throw new AppError("INVALID", message, { fields: { other: message } });
}

/** The ids that values of pointing fields mean; people who are not there yet are added, tiers and workloads must be there. */
async function idsOfNames(tx: Tx, ctx: CommandContext, answers: readonly Chosen[]) {
  const ids = new Map<string, string>();
  const wanted = (fields: readonly string[]) =>
    answers.flatMap(({ question, value }) =>
      fields.includes(question.field) && typeof value === "string" ? [{ field: question.field, value }] : [],
    );
  const people = wanted(["businessOwnerId", "technicalOwnerId"]);
  const ensured = await ensurePeople(
    tx,
    ctx,
    people.map((one) => one.value),
  );
  for (const { field, value } of people) {
    const id = ensured.idByKey.get(nameKey(value));
    if (id !== undefined) ids.set(keyOf(field, value), id);
  }
  const tiers = wanted(["tierId"]);
  const workloads = wanted(["workloadId"]);
  if (tiers.length + workloads.length === 0) return { ids, events: ensured.events };
  const rows = await tx.$queryRaw<{ field: string; key: string; id: string }[]>`
    SELECT 'tierId' AS field, "nameKey" AS key, id FROM "Tier" WHERE "nameKey" = ANY(${tiers.map((one) => nameKey(one.value))}::text[])
    UNION ALL SELECT 'workloadId', "nameKey", id FROM "Workload"
      WHERE "nameKey" = ANY(${workloads.map((one) => nameKey(one.value))}::text[])`;
  for (const { field, key, id } of rows) ids.set(`${field}:${key}`, id);
  for (const { field, value } of [...tiers, ...workloads])
    if (!ids.has(keyOf(field, value))) throw unknownName(field, value);
  return { ids, events: ensured.events };
}

function keyOf(field: string, value: Value | null): string {
  return `${field}:${typeof value === "string" ? nameKey(value) : ""}`;
}

function unknownName(field: string, value: string): AppError {
  const what = field === "tierId" ? fieldLabel("workload", field) : fieldLabel("asset", field);
  const message = `There is no ${what.toLowerCase()} named ${value} in this program.`;
  return new AppError("INVALID", message, { fields: { other: message } });
}
