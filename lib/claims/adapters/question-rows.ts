import "server-only";
import type { CommandContext } from "@/lib/command/define-command";
import { IN_PROGRAM } from "@/lib/db/in-program";
import { PREPARED } from "@/lib/db/statement-names";
import type { RawTx } from "@/lib/db/transaction";
import { Prisma } from "@/prisma/generated/client/client";
import type { QuestionState, SubjectIds, Value, Word } from "../model";

/** A workload or asset that questions are about, with the owners who may be asked. */
export type AskedSubject = {
  id: string;
  name: string;
  businessOwnerId: string | null;
  technicalOwnerId: string | null;
};

/** Names and owners of subjects; an asset's owners are those of the workload it serves. */
export async function subjectsOf(tx: RawTx, ids: SubjectIds): Promise<ReadonlyMap<string, AskedSubject>> {
  const rows = await tx.$queryRaw<AskedSubject[]>`
    SELECT id, name, "businessOwnerId", "technicalOwnerId" FROM "Workload" WHERE id = ANY(${[...ids.workloadIds]}::uuid[])
    UNION ALL
    SELECT a.id, a.name, w."businessOwnerId", w."technicalOwnerId" FROM "Asset" a
      LEFT JOIN "Workload" w ON w.id = a."workloadId" WHERE a.id = ANY(${[...ids.assetIds]}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row]));
}

/** Joins to a question q its workload w or asset a. */
export const SUBJECT_OF_Q = Prisma.sql`LEFT JOIN "Workload" w ON w.id = q."workloadId" LEFT JOIN "Asset" a ON a.id = q."assetId"`;

/** The value of the field of question q as it stands, people, tiers and workloads by name. */
export const PRESENT_VALUE = Prisma.sql`nullif(CASE q.field
  WHEN 'tierId' THEN (SELECT to_jsonb(t.name) FROM "Tier" t WHERE t.id = w."tierId")
  WHEN 'businessOwnerId' THEN (SELECT to_jsonb(p.name) FROM "Person" p WHERE p.id = w."businessOwnerId")
  WHEN 'technicalOwnerId' THEN (SELECT to_jsonb(p.name) FROM "Person" p WHERE p.id = w."technicalOwnerId")
  WHEN 'workloadId' THEN (SELECT to_jsonb(s.name) FROM "Workload" s WHERE s.id = a."workloadId")
  ELSE coalesce(to_jsonb(w), to_jsonb(a)) -> q.field END, 'null')`;

/** The source behind it; null: a person. */
export const PRESENT_SOURCE = Prisma.sql`coalesce(w.origins, a.origins) ->> q.field`;

export type NewQuestion = {
  id: string;
  openKey: string;
  workloadId: string | null;
  assetId: string | null;
  field: string;
  askedId: string | null;
  statedValue: Value;
  statedSource: string;
  importId: string | null;
};

type Present = { presentValue: Value | null; presentSource: string | null };

/**
 * Inserts questions with what stands now; one that is open already is not asked again, but takes the newest word of the source it is about.
 * Answers what stood, by the id of each that is new.
 */
export async function insertQuestions(
  tx: RawTx,
  ctx: CommandContext,
  rows: readonly NewQuestion[],
): Promise<ReadonlyMap<string, Present>> {
  if (rows.length === 0) return new Map();
  const written = await tx.$queryRaw<({ id: string } & Present)[]>`
    INSERT INTO "FactQuestion" AS q (id, "programId", "openKey", "workloadId", "assetId", field, "askedId", "presentValue",
      "presentSource", "statedValue", "statedSource", "importId", "raisedAt")
    SELECT q.id, ${ctx.actor.programId}::uuid, q."openKey", q."workloadId", q."assetId", q.field, q."askedId",
      ${PRESENT_VALUE}, ${PRESENT_SOURCE}, q."statedValue", q."statedSource", q."importId",
      ${ctx.now}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS q (id uuid, "openKey" text, "workloadId" uuid, "assetId" uuid, field text, "askedId" uuid,
        "statedValue" jsonb, "statedSource" text, "importId" uuid)
      ${SUBJECT_OF_Q}
    ON CONFLICT ("programId", "openKey") DO UPDATE SET "statedValue" = EXCLUDED."statedValue", version = q.version + 1
      WHERE q."statedSource" = EXCLUDED."statedSource" AND q."statedValue" <> EXCLUDED."statedValue"
    RETURNING id, "presentValue", "presentSource"`;
  const ids = new Set(rows.map((row) => row.id));
  const added = written.filter((row) => ids.has(row.id));
  return new Map(added.map(({ id, ...present }) => [id, present]));
}

export type OpenQuestion = {
  id: string;
  workloadId: string | null;
  assetId: string | null;
  subject: string;
  field: string;
  presentValue: Value | null;
  presentSource: string | null;
  statedValue: Value;
  statedSource: string;
  raisedAt: Date;
  version: number;
  /** The value as it stands now, in words, and the source behind it; null: a person. */
  nowValue: Value | null;
  nowSource: string | null;
  words: readonly (Word & { source: string })[];
};

type Asked = Partial<SubjectIds> & { ids?: readonly string[] };

/** Open questions about these subjects or with these ids, locked, with what stands now and what every source last said. */
export async function lockOpenQuestions(tx: RawTx, asked: Asked): Promise<OpenQuestion[]> {
  return withPresent(tx, await lockQuestions(tx, asked));
}

/** Open questions about these subjects or with these ids as they are kept, locked. */
export function lockQuestions(
  tx: RawTx,
  { workloadIds = [], assetIds = [], ids = [] }: Asked,
): Promise<StoredQuestion[]> {
  return tx.$queryRaw<StoredQuestion[]>`${Prisma.raw(PREPARED)}
    SELECT id, "workloadId", "assetId", field, "presentValue", "presentSource", "statedValue", "statedSource", "raisedAt",
      version
    FROM "FactQuestion" WHERE state = 'open' AND ${IN_PROGRAM} AND ("workloadId" = ANY(${[...workloadIds]}::uuid[])
      OR "assetId" = ANY(${[...assetIds]}::uuid[]) OR id = ANY(${[...ids]}::uuid[])) ORDER BY id FOR UPDATE`;
}

/** The questions with what stands now. The statements stay linear where PostgreSQL has no statistics yet: after a large import. */
export async function withPresent(tx: RawTx, open: readonly StoredQuestion[]): Promise<OpenQuestion[]> {
  if (open.length === 0) return [];
  const [now, words] = [await presentOf(tx, open), await wordsOn(tx, open)];
  return open.map((question) => {
    const said = words.get(question.workloadId ?? question.assetId ?? "") ?? [];
    return {
      ...question,
      ...requirePresent(now.get(question.id)),
      words: wordsOnField(said, question.field),
    };
  });
}

type StoredQuestion = Omit<OpenQuestion, keyof Now | "words">;
type Now = Pick<OpenQuestion, "subject" | "nowValue" | "nowSource">;
type Said = { id: string; source: string; words: Readonly<Record<string, Word>> };

function requirePresent(now: Now | undefined): Now {
  if (now === undefined) throw new Error("a question is about something that is not there");
  return now;
}

function wordsOnField(said: readonly Said[], field: string): OpenQuestion["words"] {
  return said.flatMap(({ source, words }) => {
    const word = words[field];
    return word === undefined ? [] : [{ ...word, source }];
  });
}

async function presentOf(tx: RawTx, open: readonly StoredQuestion[]): Promise<ReadonlyMap<string, Now>> {
  const asked = open.map(({ id, workloadId, assetId, field }) => ({ id, workloadId, assetId, field }));
  const rows = await tx.$queryRaw<({ id: string } & Now)[]>`
    SELECT q.id, coalesce(w.name, a.name) AS subject, ${PRESENT_VALUE} AS "nowValue", ${PRESENT_SOURCE} AS "nowSource"
    FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
      AS q (id uuid, "workloadId" uuid, "assetId" uuid, field text) ${SUBJECT_OF_Q}`;
  return new Map(rows.map(({ id, ...now }) => [id, now]));
}

/** What sources said of the asked fields, by subject. */
async function wordsOn(tx: RawTx, open: readonly StoredQuestion[]): Promise<ReadonlyMap<string, Said[]>> {
  const fields: Record<string, string[]> = {};
  for (const { workloadId, assetId, field } of open) {
    const subject = workloadId ?? assetId ?? "";
    fields[subject] = [...(fields[subject] ?? []), field];
  }
  const rows = await tx.$queryRaw<Said[]>`
    SELECT coalesce("workloadId", "assetId") AS id, source, (SELECT coalesce(jsonb_object_agg(f, facts -> f), '{}')
      FROM jsonb_array_elements_text(${JSON.stringify(fields)}::jsonb -> coalesce("workloadId", "assetId")::text) f
      WHERE facts ? f) AS words
    FROM "Claim" WHERE "workloadId" = ANY(${open.flatMap((one) => one.workloadId ?? [])}::uuid[])
      OR "assetId" = ANY(${open.flatMap((one) => one.assetId ?? [])}::uuid[]) ORDER BY source`;
  const bySubject = new Map<string, Said[]>();
  for (const row of rows) bySubject.set(row.id, [...(bySubject.get(row.id) ?? []), row]);
  return bySubject;
}

export type ClosedQuestion = {
  id: string;
  state: Exclude<QuestionState, "open">;
  chosenValue: Value | null;
  chosenSource: string | null;
  reason: string;
};

/** Closes open questions, one version up; answered ones by the actor. Answers how many. */
export async function closeQuestions(
  tx: RawTx,
  ctx: CommandContext,
  rows: readonly ClosedQuestion[],
): Promise<number> {
  if (rows.length === 0) return 0;
  return tx.$executeRaw`
    UPDATE "FactQuestion" q SET state = r.state, "openKey" = NULL, "chosenValue" = nullif(r."chosenValue", 'null'),
      "chosenSource" = r."chosenSource", reason = r.reason, "answeredAt" = ${ctx.now}::timestamptz,
      "answeredById" = CASE WHEN r.state = 'answered' THEN ${ctx.actor.userId}::uuid END, version = q.version + 1
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r (id uuid, state "QuestionState", "chosenValue" jsonb, "chosenSource" text, reason text)
    WHERE q.id = r.id AND q.state = 'open' AND q.${IN_PROGRAM}`;
}

/** Lets open questions point to another word, one version up. */
export async function pointQuestions(
  tx: RawTx,
  rows: readonly { id: string; statedSource: string; statedValue: Value }[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    UPDATE "FactQuestion" q SET "statedSource" = r."statedSource", "statedValue" = r."statedValue", version = q.version + 1
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (id uuid, "statedSource" text, "statedValue" jsonb)
    WHERE q.id = r.id AND q.state = 'open' AND q.${IN_PROGRAM}`;
}
