import "server-only";
import * as z from "zod";
import { bodiesOf } from "@/lib/audit/adapters/append-events";
import type { AuditEventInput } from "@/lib/audit/model";
import { namesOfSources } from "@/lib/claims/adapters/source-rows";
import { applyClaims } from "@/lib/claims/commands/apply-claims";
import { ensureSources } from "@/lib/claims/commands/ensure-sources";
import { raiseQuestions } from "@/lib/claims/commands/raise-questions";
import type { ClaimRow, QuestionRow } from "@/lib/claims/model";
import type { CommandContext } from "@/lib/command/define-command";
import type { Tx } from "@/lib/db/transaction";
import { AppError } from "@/lib/kernel/errors";
import { cleanName, nameKey } from "@/lib/kernel/text";
import { ensurePeople } from "@/lib/programs/commands/ensure-people";
import {
  changedMeanwhile,
  insertTouches,
  type KeptRow,
  noteProgress,
  requireUnchanged,
  rowsToApply,
  type Touch,
  versionsOf,
} from "../adapters/import-rows";
import { claimsBefore, claimTouches, questionsBefore, questionTouches } from "../adapters/word-touches";
import { ENTITY_LABELS } from "../labels";
import { ENTITIES, type Entity } from "../model/reading";
import type { Batch } from "../queries/batch";
import type { Ids } from "../rules/changes";
import { APPLY } from "./apply-rows";
import { requireScale } from "./require-scale";

/**
 * `told`: the events in order, a batch in each, as they are hashed and as bytes: as objects or texts those of a large import
 * would fill the memory. `last`: the last of them, which is not among `told`.
 */
export type AppliedImport = {
  told: readonly Uint8Array[];
  last: readonly AuditEventInput[];
  peopleAdded: number;
  sourcesAdded: number;
  questions: number;
  written: Readonly<Record<string, number>>;
};

type Run = {
  tx: Tx;
  ctx: CommandContext;
  batch: Batch;
  ids: Ids & { people: Map<string, string> };
  touches: number;
  done: number;
  told: Uint8Array[];
  last: AuditEventInput[];
  peopleAdded: number;
  sourcesAdded: number;
  questions: number;
  written: Record<string, number>;
};

/**
 * Writes the kept rows of a plan, batch by batch, through the cores that single edits use: what is named before what names
 * it. First everything that will change is locked and seen to be as the plan saw it.
 * @throws CONFLICT when something is not
 */
export async function applyImport(tx: Tx, ctx: CommandContext, batch: Batch): Promise<AppliedImport> {
  const run: Run = {
    tx,
    ctx,
    batch,
    ids: await knownIds(tx, ctx.actor.programId),
    touches: 0,
    done: 0,
    told: [],
    last: [],
    peopleAdded: 0,
    sourcesAdded: 0,
    questions: 0,
    written: {},
  };
  await requireScale(tx, ctx.actor, batch);
  for (const entity of ENTITIES) await requireUnchanged(tx, batch.id, entity);
  for (const entity of ENTITIES)
    for await (const rows of rowsToApply(tx, batch.id, entity)) await applyBatch(run, entity, rows);
  return run;
}

async function applyBatch(run: Run, entity: Entity, rows: readonly KeptRow[]): Promise<void> {
  const { tx, ctx, batch } = run;
  const stage = `Writing ${ENTITY_LABELS[entity].many}`;
  await noteProgress(ctx.actor, batch.id, { stage, done: run.done });
  const written = rows.filter((row) => row.outcome === "create" || row.outcome === "update");
  await addPeople(run, written);
  const subjects = new Map<KeptRow, string>(rows.map((row) => [row, row.id ?? ""]));
  if (written.length > 0) {
    const applied = await asConflict(() => APPLY[entity](tx, ctx, written, run.ids));
    for (const [at, row] of written.entries()) subjects.set(row, applied.ids[at] ?? "");
    note(run, applied.events);
    await touch(run, entity, applied.written);
    run.written[entity] = (run.written[entity] ?? 0) + written.length;
  }
  await keepWords(run, rows, subjects);
  run.done += written.length;
  await noteProgress(ctx.actor, batch.id, { stage, done: run.done });
}

async function touch(
  run: Run,
  entity: Entity,
  written: readonly { id: string; created: boolean; before: object | null }[],
): Promise<void> {
  const versions =
    entity === "membership"
      ? new Map<string, number>()
      : await versionsOf(
          run.tx,
          entity,
          written.map((one) => one.id),
        );
  await keepTouches(
    run,
    written.map((one) => ({ ...one, entity, version: versions.get(one.id) ?? 1 })),
  );
}

async function keepTouches(run: Run, touches: readonly Touch[]): Promise<void> {
  await insertTouches(run.tx, run.ctx.actor, run.batch.id, run.touches, touches);
  run.touches += touches.length;
}

/** The very last event stays an object: the command itself answers it. */
function note(run: Run, events: readonly AuditEventInput[]): void {
  if (events.length === 0) return;
  const bodies = [...bodiesOf(run.last, run.ctx), ...bodiesOf(events.slice(0, -1), run.ctx)];
  run.last = events.slice(-1);
  if (bodies.length > 0) run.told.push(packed(bodies));
}

function packed(bodies: readonly string[]): Uint8Array {
  return Buffer.from(JSON.stringify(bodies));
}

const bodiesRead = z.array(z.string());

/** Events that were put aside, as `appendBodies` takes them. */
export function unpacked(told: Uint8Array): readonly string[] {
  return bodiesRead.parse(JSON.parse(Buffer.from(told).toString("utf8")));
}

/** What the sources say is kept, taken or not; where they disagree, somebody is asked. */
async function keepWords(
  run: Run,
  rows: readonly KeptRow[],
  subjects: ReadonlyMap<KeptRow, string>,
): Promise<void> {
  const said = rows.filter(
    (row) => row.claim !== undefined && (row.entity === "workload" || row.entity === "asset"),
  );
  if (said.length === 0) return;
  const { tx, ctx, batch } = run;
  const added = await ensureSources(tx, ctx, [...new Set(said.flatMap((row) => row.claim?.source ?? []))]);
  run.sourcesAdded += added.length;
  note(run, added);
  await keepTouches(run, added.map(createdTouch("source")));
  const names = await namesOfSources(tx, ctx);
  const claims = said.flatMap((row): (ClaimRow & { source: string })[] => {
    const { claim } = row;
    const id = subjects.get(row) ?? "";
    if (claim === undefined || id === "") return [];
    const source = names.get(nameKey(claim.source)) ?? cleanName(claim.source);
    return [
      { ...subjectOf(row, id), source, externalId: claim.externalId, facts: claim.facts, importId: batch.id },
    ];
  });
  const questions = said.flatMap((row): QuestionRow[] =>
    (row.questions ?? []).map((question) => ({
      ...subjectOf(row, subjects.get(row) ?? ""),
      field: question.field,
      statedValue: question.stated,
      statedSource: row.claim?.source ?? "",
      importId: batch.id,
    })),
  );
  const ids = [...new Set(claims.map((claim) => claim.workloadId ?? claim.assetId ?? ""))];
  const before = await claimsBefore(tx, ids);
  const asked = await questionsBefore(tx, ids);
  note(run, await applyClaims(tx, ctx, claims));
  const raised = await raiseQuestions(tx, ctx, questions);
  note(run, raised);
  run.questions += raised.length;
  await keepTouches(run, await claimTouches(tx, ctx, ids, before));
  await keepTouches(run, await questionTouches(tx, ids, asked));
}

function subjectOf(row: KeptRow, id: string): { workloadId: string } | { assetId: string } {
  return row.entity === "asset" ? { assetId: id } : { workloadId: id };
}

const PERSON_FIELDS = ["business_owner", "technical_owner", "owner", "fallback_owner"] as const;

/** Adds the people whom rows name. An address is noted with a new name; it gives nobody access. */
async function addPeople(run: Run, rows: readonly KeptRow[]): Promise<void> {
  const names = rows.flatMap(({ sets }) =>
    PERSON_FIELDS.map((field) => sets[field]).filter((name) => typeof name === "string"),
  );
  if (names.length === 0) return;
  const { tx, ctx } = run;
  const { idByKey, events } = await ensurePeople(tx, ctx, [...new Set(names)]);
  for (const [key, id] of idByKey) run.ids.people.set(key, id);
  const emails = new Map(
    rows.flatMap((row) => Object.entries(row.emails).map(([name, email]) => [nameKey(name), email])),
  );
  const noted: AuditEventInput[] = [];
  for (const event of events) {
    const email = emails.get(nameKey(event.subject.label));
    if (event.action !== "person.added" || email === undefined) noted.push(event);
    else {
      await tx.person.update({
        where: { id: event.subject.id, programId: ctx.actor.programId },
        data: { email },
        select: { id: true },
      });
      noted.push({ ...event, after: { ...event.after, email } });
    }
  }
  run.peopleAdded += events.length;
  note(run, noted);
  await keepTouches(run, noted.map(createdTouch("person")));
}

function createdTouch(entity: string) {
  return (event: AuditEventInput): Touch => ({
    entity,
    id: event.subject.id,
    created: true,
    version: 1,
    before: null,
  });
}

/** What a core refuses now, the plan had found possible: somebody wrote meanwhile. */
async function asConflict<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError && error.code !== "UNAVAILABLE" && error.code !== "FORBIDDEN")
      throw changedMeanwhile(error.message);
    throw error;
  }
}

async function knownIds(tx: Tx, programId: string): Promise<Run["ids"]> {
  const where = { programId };
  const named = { id: true, name: true };
  const tiers = await tx.tier.findMany({ where, select: named });
  const domains = await tx.riskDomain.findMany({ where, select: named });
  const waves = await tx.wave.findMany({ where, select: named });
  const workloads = await tx.$queryRaw<{ id: string; nameKey: string }[]>`
    SELECT id, "nameKey" FROM "Workload" WHERE "programId" = ${programId}::uuid`;
  const people = await tx.$queryRaw<{ id: string; nameKey: string }[]>`
    SELECT id, "nameKey" FROM "Person" WHERE "programId" = ${programId}::uuid`;
  return {
    people: new Map(people.map((row) => [row.nameKey, row.id])),
    tiers: keyed(tiers),
    domains: keyed(domains),
    waves: keyed(waves),
    workloads: new Map(workloads.map((row) => [row.nameKey, row.id])),
  };
}

function keyed(rows: readonly { id: string; name: string }[]): Map<string, string> {
  return new Map(rows.map((row) => [nameKey(row.name), row.id]));
}
