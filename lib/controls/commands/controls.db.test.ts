import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/access/model";
import { historyOf } from "@/lib/audit/queries/events";
import { addLink } from "@/lib/evidence/commands/add-evidence";
import { attachEvidence } from "@/lib/evidence/commands/attach-evidence";
import { evidenceOf } from "@/lib/evidence/queries/evidence-of";
import { addDays, dateIn } from "@/lib/kernel/time";
import { closeRisk } from "@/lib/risks/commands/close-risk";
import { raiseRisk } from "@/lib/risks/commands/raise-risk";
import { addPerson, foundWorld, type World } from "@/prisma/factories/world";
import { memberOf } from "@/prisma/testing/as-member";
import { CONTROL_STATES, type ControlFacts } from "../model";
import { controlsOfRisk, getControl } from "../queries/get-control";
import { exportControls, listControls } from "../queries/list-controls";
import { controlSearch } from "../rules/search";
import { changeControl } from "./change-control";
import { createControl } from "./create-control";
import { linkControl, unlinkControl } from "./link-control";
import { recordVerification } from "./record-verification";

const READERS = ["executive", "auditor", "business_owner"] as const;
const NOW = new Date();
const TODAY = dateIn("Europe/London", NOW);

let world: World;
let other: World;
let engineer: Actor;
const member = memberOf(() => world.program.id);
beforeAll(async () => {
  world = await foundWorld();
  other = await foundWorld();
  engineer = world.as.platform_engineer;
});

function facts(title: string, stage: ControlFacts["stage"] = "implemented") {
  return {
    title,
    failure: "Messages are booked twice after a replay.",
    impact: "Customers get two deliveries.",
    response: "Duplicates are refused by their number.",
    howVerified: "Replay a day and count.",
    everyDays: 30,
    stage,
  };
}

async function control(title: string, stage?: ControlFacts["stage"]): Promise<string> {
  return (await createControl({ actor: engineer }, facts(title, stage))).controlId;
}

async function verify(
  controlId: string,
  daysAgo: number,
  outcome: "holds" | "does_not_hold" = "holds",
): Promise<void> {
  const verifiedOn = addDays(TODAY, -daysAgo);
  await recordVerification({ actor: engineer }, { controlId, outcome, verifiedOn });
}

describe("createControl and changeControl", () => {
  test("keep what is said, with an event of it, and are not verified by saying so", async () => {
    const ownerId = await addPerson(world, "Olga Marsh");
    const controlId = await control("Duplicate suppression", "planned");
    const change = { ...facts("Duplicate suppression"), controlId, version: 1, ownerId };
    await changeControl({ actor: engineer }, change);
    expect(await getControl(world.as.auditor, controlId, NOW)).toMatchObject({
      title: "Duplicate suppression",
      owner: "Olga Marsh",
      stage: "implemented",
      state: "not_verified",
      holdsUntil: null,
      version: 2,
    });
    const events = await historyOf(engineer, "control", controlId);
    expect(events.map(({ body }) => body.action)).toEqual(["control.changed", "control.created"]);
    expect(events[0]?.body).toMatchObject({
      before: { owner: null, stage: "Planned" },
      after: { owner: "Olga Marsh", stage: "Implemented" },
    });
    await expect(changeControl({ actor: engineer }, { ...change, title: "Mine" })).rejects.toMatchObject({
      code: "CONFLICT",
      changes: [{ label: "Control", yours: "Mine", theirs: "Duplicate suppression" }],
    });
    await expect(changeControl({ actor: engineer }, { ...change, version: 2 })).rejects.toMatchObject({
      code: "INVALID",
    });
  });

  test("are for engineers and program managers of this program, with domains and people of it", async () => {
    const controlId = await control("Ours");
    const change = { ...facts("Theirs"), controlId, version: 1 };
    for (const role of [...READERS, "partner"] as const) {
      const actor = world.as[role];
      await expect(createControl({ actor }, facts("No"))).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(changeControl({ actor }, change)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    const theirs = { actor: other.as.program_manager };
    await expect(changeControl(theirs, change)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const stranger = await addPerson(other, "Nobody Here");
    await expect(
      createControl({ actor: engineer }, { ...facts("Stranger"), ownerId: stranger }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(getControl(other.as.auditor, controlId, NOW)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(getControl(world.as.partner, controlId, NOW)).rejects.toThrow(/does not include/);
    await expect(
      createControl({ actor: engineer }, { ...facts("Never"), everyDays: 0 }),
    ).rejects.toMatchObject({ code: "INVALID" });
  });
});

describe("recordVerification", () => {
  test("verifies for its interval, and is appended", async () => {
    const controlId = await control("Looked at");
    await verify(controlId, 31);
    expect(await getControl(engineer, controlId, NOW)).toMatchObject({ state: "due" });
    await verify(controlId, 30);
    expect(await getControl(engineer, controlId, NOW)).toMatchObject({
      state: "verified",
      holdsUntil: TODAY,
    });
    await verify(controlId, 2, "does_not_hold");
    const seen = await getControl(world.as.executive, controlId, NOW);
    expect(seen).toMatchObject({ state: "failed", holdsUntil: null });
    expect(seen.verifications.map(({ outcome, by }) => [outcome, by])).toEqual([
      ["does_not_hold", "Priya Raman"],
      ["holds", "Priya Raman"],
      ["holds", "Priya Raman"],
    ]);
    const [event] = await historyOf(engineer, "control", controlId);
    expect(event?.body).toMatchObject({ action: "control.verified", after: { outcome: "Does not hold" } });
    await expect(
      changeControl({ actor: engineer }, { ...facts("Looked at", "planned"), controlId, version: 1 }),
    ).rejects.toMatchObject({ code: "BLOCKED" });
  });

  test("refuses what is planned, tomorrow, foreign or not one's right", async () => {
    const planned = await control("Only planned", "planned");
    const controlId = await control("Not tomorrow");
    const record = { controlId, outcome: "holds" } as const;
    await expect(
      recordVerification({ actor: engineer }, { ...record, controlId: planned }),
    ).rejects.toMatchObject({ code: "BLOCKED" });
    await expect(
      recordVerification({ actor: engineer }, { ...record, verifiedOn: addDays(TODAY, 2) }),
    ).rejects.toMatchObject({ code: "BLOCKED" });
    for (const role of READERS)
      await expect(recordVerification({ actor: world.as[role] }, record)).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
    await expect(recordVerification({ actor: other.as.platform_engineer }, record)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await getControl(engineer, controlId, NOW)).toMatchObject({ state: "not_verified" });
  });

  test("stays as it is, also for who reaches SQL, and nobody records in another's name", async () => {
    const controlId = await control("Kept");
    await verify(controlId, 1, "does_not_hold");
    const { userId } = world.as.program_manager;
    expect(await member.code(userId, `UPDATE "ControlVerification" SET outcome = 'holds'`)).toBe("42501");
    expect(await member.code(userId, `DELETE FROM "ControlVerification"`)).toBe("42501");
    const insert = (by: string) => `INSERT INTO "ControlVerification"
      (id, "programId", "controlId", "verifiedOn", outcome, "recordedById", "recordedAt")
      VALUES (gen_random_uuid(), '${world.program.id}', '${controlId}', current_date, 'holds', '${by}', now())`;
    expect(await member.code(userId, insert(engineer.userId))).toBe("42501");
    expect(await member.code(userId, insert(userId))).toBeNull();
    const { auditor } = world.as;
    expect(await member.code(auditor.userId, insert(auditor.userId))).toBe("42501");
    expect(await member.rows(auditor.userId, `UPDATE "Control" SET title = 'Mine'`)).toBe(0);
  });
});

describe("linkControl", () => {
  test("links and unlinks an open risk, and both keep an event of it", async () => {
    const controlId = await control("Against it");
    const risk = await raiseRisk({ actor: engineer }, { title: "Booked twice" });
    const link = { controlId, code: risk.code.toLowerCase() };
    await linkControl({ actor: engineer }, link);
    await expect(linkControl({ actor: engineer }, link)).rejects.toMatchObject({ code: "INVALID" });
    expect((await getControl(engineer, controlId, NOW)).risks).toMatchObject([
      { code: risk.code, title: "Booked twice" },
    ]);
    const seen = await controlsOfRisk(world.as.auditor, risk.id, NOW);
    expect(seen.linked).toMatchObject([{ id: controlId, state: "not_verified", risks: 1 }]);
    expect(seen.choices.map(({ id }) => id)).not.toContain(controlId);
    const [event] = await historyOf(engineer, "risk", risk.id);
    expect(event?.body).toMatchObject({ action: "risk.control-linked", after: { control: "Against it" } });
    await unlinkControl({ actor: engineer }, link);
    expect((await controlsOfRisk(engineer, risk.id, NOW)).linked).toEqual([]);
    await expect(unlinkControl({ actor: engineer }, link)).rejects.toMatchObject({ code: "CONFLICT" });
    await closeRisk({ actor: engineer }, { riskId: risk.id, version: 1, reason: "Gone" });
    await expect(linkControl({ actor: engineer }, link)).rejects.toMatchObject({ code: "BLOCKED" });
  });

  test("finds no risk or control of another program, and is not for readers", async () => {
    const controlId = await control("Alone");
    await raiseRisk({ actor: other.as.program_manager }, { title: "Theirs" });
    const risk = await raiseRisk({ actor: engineer }, { title: "Ours" });
    const link = { controlId, code: risk.code };
    await expect(linkControl({ actor: other.as.program_manager }, link)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(linkControl({ actor: engineer }, { controlId, code: "R-99999" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    for (const role of READERS)
      await expect(linkControl({ actor: world.as[role] }, link)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("the register", () => {
  test("finds, counts, sorts and pages by the state that the rule judges", async () => {
    const world = await foundWorld();
    const call = { actor: world.as.platform_engineer };
    const states = { verified: 3, due: 40, failed: null, not_verified: null, planned: null };
    for (const [state, daysAgo] of Object.entries(states)) {
      const stage = state === "planned" ? "planned" : "implemented";
      const { controlId } = await createControl(call, facts(`One ${state}`, stage));
      const record = async (days: number, outcome: "holds" | "does_not_hold") =>
        recordVerification(call, { controlId, outcome, verifiedOn: addDays(TODAY, -days) });
      if (daysAgo !== null) await record(daysAgo, "holds");
      if (state !== "failed") continue;
      await record(4, "does_not_hold");
      await record(9, "holds");
    }
    const actor = world.as.auditor;
    const list = await listControls(actor, controlSearch({}), NOW);
    expect(list.rows.map(({ state }) => state)).toEqual([...CONTROL_STATES]);
    expect(list).toMatchObject({ total: 5, everything: 5, withoutOwner: 5, counts: { verified: 1, due: 1 } });
    for (const row of list.rows) {
      expect(row.title).toBe(`One ${row.state}`);
      expect(await getControl(actor, row.id, NOW)).toMatchObject({
        state: row.state,
        holdsUntil: row.holdsUntil,
      });
      const only = await listControls(actor, controlSearch({ state: row.state }), NOW);
      expect(only.rows.map(({ id }) => id)).toEqual([row.id]);
    }
    const found = await exportControls(actor, controlSearch({ q: "one ver", owner: "none" }), NOW);
    expect(found).toMatchObject([
      { title: "One verified", evidence: 0, howVerified: "Replay a day and count." },
    ]);
    const turned = await listControls(actor, controlSearch({ sort: "title", order: "desc", page: "9" }), NOW);
    expect(turned).toMatchObject({ page: 1, rows: [{ title: "One verified" }, {}, {}, {}, {}] });
    await expect(listControls(world.as.partner, controlSearch({}), NOW)).rejects.toThrow(/does not include/);
  });

  test("counts the evidence that a control rests on", async () => {
    const controlId = await control("With evidence");
    const added = await addLink({ actor: engineer }, { title: "Replay log", url: "https://logs.example/7" });
    await attachEvidence(
      { actor: engineer },
      { evidenceId: added.evidenceId, attachType: "control", attachId: controlId },
    );
    const search = controlSearch({ evidence: "yes" });
    expect((await listControls(engineer, search, NOW)).rows).toMatchObject([{ id: controlId, evidence: 1 }]);
    const { attached } = await evidenceOf(engineer, { type: "control", id: controlId }, NOW);
    expect(attached).toMatchObject([{ title: "Replay log" }]);
  });
});
