import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/access/model";
import { historyOf } from "@/lib/audit/queries/events";
import { withActor } from "@/lib/db/transaction";
import { linkPerson } from "@/lib/programs/commands/link-person";
import { changeWorkload } from "@/lib/workloads/commands/change-workload";
import { disputedAsset, disputedWorkload } from "@/prisma/factories/questions";
import { addPerson, foundWorld, type World } from "@/prisma/factories/world";
import { getQuestion } from "../queries/get-question";
import { disagreements, listQuestions } from "../queries/list-questions";
import { previewAnswers } from "../queries/preview-answers";
import { getSource, listSources } from "../queries/sources";
import { questionSearch } from "../rules/search";
import { answerQuestion } from "./answer-question";
import { answerQuestions } from "./answer-questions";
import { changeTrust } from "./change-trust";

let world: World;
let engineer: Actor;
beforeAll(async () => {
  world = await foundWorld();
  engineer = world.as.platform_engineer;
});

describe("answerQuestion", () => {
  test("takes a source's word: the value changes, that source stands behind it, one event each", async () => {
    const { workloadId, questionId } = await aboutSite("Payroll");
    await answerQuestion(
      { actor: engineer },
      { questionId, version: 1, choice: "source:CMDB", reason: "Moved in May" },
    );
    expect(await rowOf(workloadId)).toMatchObject({ site: "Leeds", origins: { site: "CMDB" } });
    expect(await getQuestion(engineer, questionId)).toMatchObject({
      state: "answered",
      chosenValue: "Leeds",
      chosenSource: "CMDB",
      reason: "Moved in May",
      answeredBy: engineer.name,
    });
    const events = await historyOf(engineer, "workload", workloadId);
    expect(events.slice(0, 2).map((event) => event.body.action)).toEqual([
      "question.answered",
      "workload.changed",
    ]);
  });

  test("keeps what stands, and nothing is written", async () => {
    const { workloadId, questionId } = await aboutSite("Dock");
    await answerQuestion(
      { actor: engineer },
      { questionId, version: 1, choice: "present", reason: "I was there" },
    );
    expect(await rowOf(workloadId)).toMatchObject({ site: "York", origins: { site: "RVTools" }, version: 1 });
  });

  test("takes another value as a person's, and refuses one that does not fit in the words of the form", async () => {
    const { workloadId, questionIds } = await disputedWorkload(engineer, { name: "Till", dataGb: 10 }, [
      { field: "dataGb", stated: 20 },
    ]);
    const answer = { questionId: questionIds[0] ?? "", version: 1, choice: "other", reason: "Measured" };
    await expect(answerQuestion({ actor: engineer }, { ...answer, other: "lots" })).rejects.toMatchObject({
      code: "INVALID",
    });
    await expect(answerQuestion({ actor: engineer }, { ...answer, other: " " })).rejects.toMatchObject({
      fields: { other: "Give the value that counts." },
    });
    await answerQuestion({ actor: engineer }, { ...answer, other: "15" });
    const row = await rowOf(workloadId);
    expect(row).toMatchObject({ dataGb: 15 });
    expect(row?.origins).toEqual({});
  });

  test("names of people become people, a tier must be there", async () => {
    const { workloadId, questionIds } = await disputedWorkload(engineer, { name: "Crew" }, [
      { field: "technicalOwnerId", stated: "Ana Ruiz" },
      { field: "tierId", stated: "Tier 99" },
    ]);
    const [owner = "", tier = ""] = questionIds;
    const answer = { version: 1, choice: "source:CMDB", reason: "So it is" };
    await answerQuestion({ actor: engineer }, { ...answer, questionId: owner });
    const found = await withActor(engineer, (tx) =>
      tx.workload.findUnique({
        where: { id: workloadId },
        select: { technicalOwner: { select: { name: true } } },
      }),
    );
    expect(found?.technicalOwner?.name).toBe("Ana Ruiz");
    await expect(answerQuestion({ actor: engineer }, { ...answer, questionId: tier })).rejects.toMatchObject({
      message: "There is no tier named Tier 99 in this program.",
    });
  });

  test("an asset's value is written the same way", async () => {
    const { assetId, questionIds } = await disputedAsset(engineer, { name: "web01", memoryMb: 8192 }, [
      { field: "memoryMb", stated: 16384 },
    ]);
    const questionId = questionIds[0] ?? "";
    await answerQuestion(
      { actor: engineer },
      { questionId, version: 1, choice: "source:cmdb", reason: "Upgraded" },
    );
    const row = await withActor(engineer, (tx) => tx.asset.findUnique({ where: { id: assetId } }));
    expect(row).toMatchObject({ memoryMb: 16384, origins: { memoryMb: "CMDB" } });
  });

  test("refuses what somebody else has answered, and an older version", async () => {
    const { questionId } = await aboutSite("Ramp");
    const answer = { questionId, choice: "present", reason: "Right as it is" };
    await expect(answerQuestion({ actor: engineer }, { ...answer, version: 2 })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await answerQuestion({ actor: engineer }, { ...answer, version: 1 });
    await expect(answerQuestion({ actor: engineer }, { ...answer, version: 2 })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });

  test("needs a reason and the right; another program finds nothing", async () => {
    const { questionId } = await aboutSite("Gate");
    const answer = { questionId, version: 1, choice: "present", reason: "x" };
    await expect(answerQuestion({ actor: engineer }, { ...answer, reason: " " })).rejects.toMatchObject({
      code: "INVALID",
    });
    for (const role of ["executive", "auditor", "partner"] as const) {
      await expect(answerQuestion({ actor: world.as[role] }, answer)).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
    }
    const other = await foundWorld();
    await expect(answerQuestion({ actor: other.as.platform_engineer }, answer)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await getQuestion(other.as.platform_engineer, questionId)).toBeNull();
  });

  test("a business owner answers for what they own alone", async () => {
    const owner = world.as.business_owner;
    const businessOwnerId = await addPerson(world, "Helen Linked");
    await linkPerson(
      { actor: world.as.program_manager },
      { personId: businessOwnerId, userId: owner.userId, version: 1 },
    );
    const mine = await disputedWorkload(engineer, { name: "Mine", site: "York", businessOwnerId }, SITE);
    const theirs = await aboutSite("Theirs");
    const answer = { version: 1, choice: "source:CMDB", reason: "I run it" };
    await expect(
      answerQuestion({ actor: owner }, { ...answer, questionId: theirs.questionId }),
    ).rejects.toMatchObject({ code: "FORBIDDEN", message: expect.stringContaining("Theirs is not yours") });
    expect((await getQuestion(owner, theirs.questionId))?.mayAnswer).toBe(false);
    await answerQuestion({ actor: owner }, { ...answer, questionId: mine.questionIds[0] ?? "" });
    expect(await rowOf(mine.workloadId)).toMatchObject({ site: "Leeds" });
  });

  test("an edit by hand answers the question in words", async () => {
    const { workloadId, questionId } = await aboutSite("Yard");
    await changeWorkload({ actor: engineer }, { workloadId, version: 1, site: "Hull" });
    expect(await getQuestion(engineer, questionId)).toMatchObject({
      state: "answered",
      chosenValue: "Hull",
      reason: "Changed by hand meanwhile.",
    });
  });
});

describe("answerQuestions", () => {
  test("answers all of a source with one reason, and only what the preview showed", async () => {
    const fresh = await foundWorld();
    const actor = fresh.as.platform_engineer;
    for (const name of ["One", "Two", "Three"]) await disputedWorkload(actor, { name, site: "York" }, SITE);
    const search = questionSearch({ source: "CMDB" });
    const preview = await previewAnswers(actor, { search, ids: [] }, "stated");
    expect(preview).toMatchObject({ total: 3, changes: 3, notYours: 0 });
    const questionIds = preview.lines.map((line) => line.id);
    const input = { questionIds, take: "stated" as const, reason: "CMDB was walked through in May" };
    await expect(answerQuestions({ actor }, { ...input, digest: "0".repeat(64) })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await answerQuestions({ actor }, { ...input, digest: preview.digest });
    expect((await listQuestions(actor, questionSearch({}))).total).toBe(0);
    expect(await listQuestions(actor, questionSearch({ state: "answered" }))).toMatchObject({
      total: 3,
      open: 0,
    });
  });
});

describe("lists", () => {
  test("filter, sort, group; a partner gets the words of what is not there", async () => {
    const fresh = await foundWorld();
    const actor = fresh.as.auditor;
    const manager = fresh.as.program_manager;
    await disputedWorkload(manager, { name: "Alpha", site: "York", runsAt: "Hall 1" }, [
      ...SITE,
      { field: "runsAt", stated: "Hall 2" },
    ]);
    await disputedAsset(manager, { name: "web02", os: "Windows 2016" }, [
      { field: "os", stated: "Windows 2019" },
    ]);
    const found = async (params: Record<string, string>) =>
      (await listQuestions(actor, questionSearch(params))).rows.map((row) => `${row.subject} ${row.field}`);
    expect(await found({ sort: "subject" })).toEqual(["Alpha runsAt", "Alpha site", "web02 os"]);
    expect(await found({ about: "asset" })).toEqual(["web02 os"]);
    expect(await found({ q: "alp", field: "site" })).toEqual(["Alpha site"]);
    expect(await found({ asked: "none", present: "RVTools", source: "CMDB", sort: "field" })).toHaveLength(3);
    expect(await found({ source: "Nobody" })).toEqual([]);
    const { groups, choices } = await disagreements(actor);
    expect(groups).toMatchObject([{ statedSource: "CMDB", presentSource: "RVTools", count: 3 }]);
    expect(choices.fields).toEqual(["os", "runsAt", "site"]);
    expect(() => listQuestions(fresh.as.partner, questionSearch({}))).toThrow(/There is no such/);
  });
});

describe("changeTrust", () => {
  test("needs the right, a reason, another level and the version; tells what it was", async () => {
    const fresh = await foundWorld();
    await disputedWorkload(fresh.as.platform_engineer, { name: "Beta", site: "York" }, SITE);
    const manager = fresh.as.program_manager;
    const source = (await listSources(manager)).find((one) => one.name === "CMDB");
    expect(source).toMatchObject({ trust: 3, workloads: 1, assets: 0, openQuestions: 1, imports: 0 });
    const input = { sourceId: source?.id ?? "", version: 1, trust: 4, reason: "Cleaned in May" };
    await expect(changeTrust({ actor: fresh.as.platform_engineer }, input)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(changeTrust({ actor: manager }, { ...input, trust: 3 })).rejects.toMatchObject({
      code: "INVALID",
    });
    await changeTrust({ actor: manager }, input);
    await expect(changeTrust({ actor: manager }, { ...input, trust: 5 })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    expect(await getSource(manager, input.sourceId)).toMatchObject({
      trust: 4,
      note: "Cleaned in May",
      standing: 0,
    });
    const [event] = await historyOf(manager, "source", input.sourceId);
    expect(event?.body).toMatchObject({
      action: "source.changed",
      before: { trust: 3 },
      after: { trust: 4 },
    });
  });
});

const SITE = [{ field: "site", stated: "Leeds" }];

async function aboutSite(name: string): Promise<{ workloadId: string; questionId: string }> {
  const { workloadId, questionIds } = await disputedWorkload(engineer, { name, site: "York" }, SITE);
  return { workloadId, questionId: questionIds[0] ?? "" };
}

function rowOf(workloadId: string) {
  return withActor(engineer, (tx) =>
    tx.workload.findUnique({
      where: { id: workloadId },
      select: { site: true, dataGb: true, origins: true, version: true },
    }),
  );
}
