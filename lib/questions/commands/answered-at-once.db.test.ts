import type pg from "pg";
import { expect, test, vi } from "vitest";
import * as z from "zod";
import type { Actor } from "@/lib/access/model";
import { defineCommand } from "@/lib/command/define-command";
import { eventList } from "@/lib/command/event-list";
import { requireVersion } from "@/lib/command/version";
import { countEvents } from "@/prisma/factories/last-event";
import { disputedWorkload } from "@/prisma/factories/questions";
import { foundWorld } from "@/prisma/factories/world";
import { asSuperuser, connectAsWeb } from "@/prisma/testing/database";
import { enterAs } from "@/prisma/testing/every-table";
import { previewAnswers } from "../queries/preview-answers";
import { questionSearch } from "../rules/search";
import { answerQuestion } from "./answer-question";
import { answerQuestions } from "./answer-questions";
import { settleQuestions } from "./settle-questions";

const STATED = { choice: "source:CMDB", reason: "Walked through in May" };

test("of two answers at the same moment one counts and the other is told, each time", async () => {
  const { as } = await foundWorld();
  for (const round of Array.from({ length: 8 }, (_, index) => index)) {
    const questionId = await aboutSite(as.platform_engineer, `Dock ${round}`);
    const before = await countEvents(as.platform_engineer.programId);
    const results = await Promise.allSettled([
      answerQuestion({ actor: as.platform_engineer }, { questionId, version: 1, ...STATED }),
      answerQuestion(
        { actor: as.program_manager },
        { questionId, version: 1, choice: "present", reason: "I was there" },
      ),
    ]);
    expect(results.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    const [lost] = results.filter((one) => one.status === "rejected");
    expect(lost?.reason).toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("answered meanwhile"),
    });
    const [row] = await asSuperuser<{ reason: string; version: number }>(
      `SELECT reason, version FROM "FactQuestion" WHERE id = $1`,
      [questionId],
    );
    const took = results[0]?.status === "fulfilled";
    expect(row).toEqual({ reason: took ? STATED.reason : "I was there", version: 2 });
    expect((await countEvents(as.platform_engineer.programId)) - before).toBe(took ? 2 : 1);
  }
});

test("an answer waits for a question that is just being changed, and is then told that it changed", async () => {
  const actor = (await foundWorld()).as.platform_engineer;
  const questionId = await aboutSite(actor, "Ramp");
  const changing = await holdChanged(actor, questionId);
  const answer = settled(answerQuestion({ actor }, { questionId, version: 1, ...STATED }));
  await whenSomebodyWaits();
  await commit(changing);
  expect(await answer).toMatchObject({ code: "CONFLICT" });
  expect(await chosen(questionId)).toBeNull();
});

test("so do answers to many", async () => {
  const actor = (await foundWorld()).as.platform_engineer;
  const questionId = await aboutSite(actor, "Gate");
  const { digest } = await previewAnswers(actor, { search: questionSearch({}), ids: [questionId] }, "stated");
  const changing = await holdChanged(actor, questionId);
  const many = { questionIds: [questionId], digest, take: "stated" as const, reason: STATED.reason };
  const answer = settled(answerQuestions({ actor }, many));
  await whenSomebodyWaits();
  await commit(changing);
  expect(await answer).toMatchObject({ code: "CONFLICT" });
  expect(await chosen(questionId)).toBeNull();
});

test("compared before it is held, a question would be answered with a word that nobody saw", async () => {
  const actor = (await foundWorld()).as.platform_engineer;
  const questionId = await aboutSite(actor, "Yard");
  const changing = await holdChanged(actor, questionId);
  const answer = settled(answerUnheld({ actor }, { questionId, version: 1 }));
  await whenSomebodyWaits();
  await commit(changing);
  expect(await answer).toBeNull();
  expect(await chosen(questionId)).toBe("Hull");
});

/** Answers as the product does, but compares what it has not locked. */
const answerUnheld = defineCommand({
  permission: "fact:settle",
  input: z.object({ questionId: z.string(), version: z.number() }),
  lock: "shared",
  async run(tx, ctx, { questionId, version }) {
    const row = await tx.factQuestion.findUniqueOrThrow({
      where: { id: questionId },
      select: { version: true, statedSource: true },
    });
    requireVersion(row, version);
    const choice = { kind: "source" as const, source: row.statedSource };
    const events = await settleQuestions(tx, ctx, [{ questionId, choice }], STATED.reason);
    return { value: null, events: eventList(events) };
  },
});

async function aboutSite(actor: Actor, name: string): Promise<string> {
  const site = { field: "site", stated: "Leeds" };
  const { questionIds } = await disputedWorkload(actor, { name, site: "York" }, [site]);
  return questionIds[0] ?? "";
}

/** Somebody whose source now says Hull, and who has not committed yet. */
async function holdChanged({ userId, programId }: Actor, questionId: string): Promise<pg.Client> {
  const client = await connectAsWeb();
  await client.query("BEGIN");
  await enterAs(client, userId, programId);
  await client.query(
    `UPDATE "FactQuestion" SET "statedValue" = '"Hull"', version = version + 1 WHERE id = $1`,
    [questionId],
  );
  await client.query(
    `UPDATE "Claim" SET facts = jsonb_set(facts, '{site,value}', '"Hull"')
       WHERE "workloadId" = (SELECT "workloadId" FROM "FactQuestion" WHERE id = $1)`,
    [questionId],
  );
  return client;
}

async function commit(client: pg.Client): Promise<void> {
  await client.query("COMMIT");
  await client.end();
}

/** Resolves once a transaction of this database waits for a row. */
async function whenSomebodyWaits(): Promise<void> {
  await vi.waitFor(async () => {
    const waiting = await asSuperuser(
      "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
    );
    expect(waiting).toHaveLength(1);
  }, 20_000);
}

function settled(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => null,
    (error: unknown) => error,
  );
}

async function chosen(questionId: string): Promise<unknown> {
  const [row] = await asSuperuser<{ value: unknown }>(
    `SELECT "chosenValue" AS value FROM "FactQuestion" WHERE id = $1`,
    [questionId],
  );
  return row?.value ?? null;
}
