import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/access/model";
import { historyOf } from "@/lib/audit/queries/events";
import { getWorkload } from "@/lib/workloads/queries/workload";
import { placeWorkload } from "@/prisma/factories/risk-world";
import { addPerson, foundWorld, type World } from "@/prisma/factories/world";
import { memberOf } from "@/prisma/testing/as-member";
import { asSuperuser } from "@/prisma/testing/database";
import type { ScaleContent } from "../model/scale";
import { getRisk } from "../queries/get-risk";
import { listRisks } from "../queries/list-risks";
import { appetiteHistory, listRiskDomains } from "../queries/risk-choices";
import { riskMap } from "../queries/risk-map";
import { riskScales, scaleEffect, scaleHistory } from "../queries/risk-scales";
import { riskCounts } from "../queries/risks-above-appetite";
import { waitingAcceptances } from "../queries/waiting-acceptances";
import { acceptanceInForce } from "../rules/acceptance";
import { apartOf } from "../rules/scale-effect";
import { FIRST_SCALE } from "../rules/scales";
import { riskSearch } from "../rules/search";
import { assessRisk } from "./assess-risk";
import { changeAction } from "./change-action";
import { closeRisk } from "./close-risk";
import { decideAcceptance } from "./decide-acceptance";
import { planAction } from "./plan-action";
import { proposeAcceptance } from "./propose-acceptance";
import { publishScale } from "./publish-scale";
import { raiseRisk } from "./raise-risk";
import { saveRiskDomain } from "./save-risk-domain";
import { settleAction } from "./settle-action";
import { withdrawAcceptance } from "./withdraw-acceptance";

const REASON = "The board sharpened the words.";
let world: World;
let manager: Actor;
let engineer: Actor;
let domainId: string;
const member = memberOf(() => world.program.id);

beforeAll(async () => {
  world = await foundWorld();
  manager = world.as.program_manager;
  engineer = world.as.platform_engineer;
  domainId = (await saveRiskDomain({ actor: manager }, { name: "Strict", appetite: 9 })).id;
});

function sharper(name: string): ScaleContent {
  const impact = FIRST_SCALE.impact.map((step, at) => (at === 4 ? { ...step, name } : step));
  return { ...FIRST_SCALE, impact };
}

async function publish(actor: Actor, name: string, over: Partial<{ apart: number; version: number }> = {}) {
  const apart = over.apart ?? apartOf(await scaleEffect(manager));
  const version = over.version ?? (await riskScales(manager)).length;
  return publishScale({ actor }, { content: toInput(sharper(name)), version, apart, reason: REASON });
}

function toInput({ likelihood, impact, matrix }: ScaleContent) {
  return { likelihood: [...likelihood], impact: [...impact], matrix: [...matrix] };
}

describe("publishing a scale", () => {
  test("sets the scores of the older one apart, renumbers nothing, and takes one back in when it is given anew", async () => {
    const low = await raiseRisk(
      { actor: manager },
      { title: "Within for now", domainId, currentLikelihood: 2, currentImpact: 2 },
    );
    const high = await raiseRisk(
      { actor: manager },
      { title: "Above all along", domainId, currentLikelihood: 4, currentImpact: 4 },
    );
    const before = await riskMap(manager, { aspect: "current" });
    expect(before).toMatchObject({ open: 2, above: 1, notJudged: 0, older: 0, unknown: 0 });
    expect(await scaleEffect(manager)).toEqual({ inherent: 0, current: 2, target: 0, within: 1, above: 1 });

    await expect(publish(engineer, "Disaster")).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(publish(manager, "Disaster", { apart: 1 })).rejects.toMatchObject({ code: "INVALID" });
    await expect(publish(manager, "Disaster", { version: 7 })).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(publish(manager, "Major")).rejects.toMatchObject({ code: "BLOCKED" });
    expect(await publish(manager, "Disaster")).toEqual({ version: 2 });

    const after = await riskMap(manager, { aspect: "current" });
    expect(after).toMatchObject({ open: 2, above: 1, notJudged: 1, older: 2, unknown: 0 });
    expect(after.cells.every(({ count }) => count === 0)).toBe(true);
    expect(after.scale.impact[4]?.name).toBe("Disaster");
    const risk = await getRisk(manager, low.code);
    expect(risk).toMatchObject({ standing: "unknown", current: { likelihood: 2, impact: 2 } });
    expect((await getRisk(manager, high.code)).standing).toBe("above");
    expect(await riskCounts(manager)).toMatchObject({ above: 1, within: 0, unknown: 1, older: 2 });
    const older = await listRisks(manager, riskSearch({ scale: "older" }));
    expect(older.rows.map((row) => row.code).sort()).toEqual([low.code, high.code].sort());
    expect(older.rows[0]?.older).toEqual(["current"]);
    expect((await listRisks(manager, riskSearch({ l: "2", i: "2" }))).total).toBe(0);
    expect((await listRisks(manager, riskSearch({ level: "high" }))).total).toBe(0);

    // the same rating again: somebody has looked, by the new words
    const same = {
      riskId: low.id,
      version: risk.version,
      aspect: "current",
      likelihood: 2,
      impact: 2,
    } as const;
    await assessRisk({ actor: engineer }, same);
    const again = await getRisk(manager, low.code);
    expect(again).toMatchObject({ standing: "within", scales: { current: 2 } });
    expect(again.assessments.map((one) => one.scale)).toEqual([2, 1]);
    const moved = await riskMap(manager, { aspect: "current", since: new Date(Date.now() + 1) });
    expect(moved).toMatchObject({ older: 1, notJudged: 0 });
    expect((await listRisks(manager, riskSearch({ l: "2", i: "2" }))).total).toBe(1);
    await expect(assessRisk({ actor: engineer }, { ...same, version: again.version })).rejects.toMatchObject({
      code: "INVALID",
    });
    const [event] = await historyOf(manager, "risk", low.id);
    expect(event?.body).toMatchObject({
      action: "risk.assessed",
      before: { current: "Unlikely × Minor, 4, low" },
      after: { current: "Unlikely × Minor, 4, low, scale 2" },
    });
  });

  test("is kept with who and why, and nobody changes it, not even past the product", async () => {
    const [now, first] = await scaleHistory(world.as.auditor);
    expect(now).toMatchObject({ version: 2, reason: REASON, publishedBy: manager.name });
    expect(first).toMatchObject({ version: 1, publishedAt: null, publishedBy: null });
    for (const sql of [`UPDATE "RiskScale" SET reason = 'x'`, `DELETE FROM "RiskAppetite"`])
      expect(await member.code(manager.userId, sql)).toBe("42501");
  });

  test("another program keeps its own", async () => {
    const other = await foundWorld();
    expect(await riskScales(other.as.program_manager)).toHaveLength(1);
  });
});

describe("a risk domain", () => {
  test("keeps every step of its appetite, asks why it changes, and has a place", async () => {
    const { id } = await saveRiskDomain({ actor: manager }, { name: "Suppliers", appetite: 4 });
    const change = { domainId: id, version: 1, name: "Suppliers", appetite: 6 };
    await expect(saveRiskDomain({ actor: manager }, change)).rejects.toMatchObject({
      code: "INVALID",
      fields: { reason: expect.any(String) },
    });
    await saveRiskDomain({ actor: manager }, { ...change, reason: "The board decided.", place: 1 });
    const steps = (await appetiteHistory(world.as.auditor)).filter((one) => one.domain === "Suppliers");
    expect(steps).toMatchObject([
      { before: 4, after: 6, reason: "The board decided.", changedBy: manager.name },
      { before: null, after: 4 },
    ]);
    const [first, second] = await listRiskDomains(manager);
    expect(first).toMatchObject({ name: "Suppliers", place: 1, version: 2 });
    await saveRiskDomain(
      { actor: manager },
      { domainId: id, version: 2, name: "Suppliers", appetite: 6, place: 2 },
    );
    const now = await listRiskDomains(manager);
    expect(now.map((one) => one.place)).toEqual(now.map((_one, at) => at + 1));
    expect(now[0]?.id).toBe(second?.id);
    expect(now[1]?.name).toBe("Suppliers");
  });
});

describe("treatment actions", () => {
  test("are planned, changed, late, done and taken up again, each in the trail", async () => {
    const risk = await raiseRisk({ actor: engineer }, { title: "No second line", strikesOn: "2020-01-01" });
    const ownerId = await addPerson(world, "Sam Whitlock");
    const planned = {
      riskId: risk.id,
      what: "Order the line",
      ownerId,
      dueOn: "2020-02-01",
      expectedImpact: 2,
    } as const;
    const { actionId } = await planAction({ actor: engineer }, planned);
    await planAction({ actor: engineer }, { riskId: risk.id, what: "Test it" });
    const view = await getRisk(manager, risk.code);
    expect(view.actions[0]).toMatchObject({ what: "Order the line", owner: "Sam Whitlock", state: "open" });
    expect(view.actions[0]?.lateDays).toBeGreaterThan(300);
    const [row] = (await listRisks(manager, riskSearch({ action: "late" }))).rows;
    expect(row).toMatchObject({
      code: risk.code,
      actions: 2,
      actionsDone: 0,
      actionsLate: 1,
      proximity: "now",
    });
    expect((await listRisks(manager, riskSearch({ near: "now" }))).rows.map((one) => one.code)).toEqual([
      risk.code,
    ]);
    expect((await riskCounts(manager)).lateActions).toBe(1);

    const call = { actor: engineer };
    await changeAction(call, { actionId, version: 1, what: "Order the second line" });
    await expect(changeAction(call, { actionId, version: 1, what: "Stale" })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await expect(
      changeAction(call, { actionId, version: 2, what: "Order the second line" }),
    ).rejects.toMatchObject({ code: "INVALID" });
    await settleAction(call, { actionId, version: 2, state: "done", settledOn: "2020-02-03" });
    expect((await listRisks(manager, riskSearch({ action: "late" }))).total).toBe(0);
    await expect(changeAction(call, { actionId, version: 3, what: "Too late" })).rejects.toMatchObject({
      code: "BLOCKED",
    });
    await settleAction(call, { actionId, version: 3, state: "open" });
    const events = await historyOf(manager, "risk", risk.id);
    expect(events.map(({ body }) => body.action)).toEqual([
      "risk.action-settled",
      "risk.action-settled",
      "risk.action-changed",
      "risk.action-planned",
      "risk.action-planned",
      "risk.raised",
    ]);
  });

  test("are refused on a closed risk, by the wrong role, and for what is of another program", async () => {
    const { id: riskId } = await raiseRisk({ actor: engineer }, { title: "Soon closed" });
    const { actionId } = await planAction({ actor: engineer }, { riskId, what: "Do it" });
    await expect(planAction({ actor: world.as.executive }, { riskId, what: "Do it" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    const other = await foundWorld();
    const stranger = { actor: other.as.platform_engineer };
    await expect(planAction(stranger, { riskId, what: "Do it" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(settleAction(stranger, { actionId, version: 1, state: "done" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const foreign = await addPerson(other, "Nobody here");
    await expect(
      planAction({ actor: engineer }, { riskId, what: "Do it", ownerId: foreign }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    await closeRisk({ actor: engineer }, { riskId, version: 1, reason: "It is over." });
    await expect(planAction({ actor: engineer }, { riskId, what: "Do it" })).rejects.toMatchObject({
      code: "BLOCKED",
    });
    await expect(
      settleAction({ actor: engineer }, { actionId, version: 1, state: "done" }),
    ).rejects.toMatchObject({ code: "BLOCKED" });
  });
});

describe("the list of workloads", () => {
  test("counts a score of an older scale as not judged, at once, until it is given anew", async () => {
    const workloadId = await placeWorkload(manager, "Depot");
    const risk = await raiseRisk(
      { actor: manager },
      { title: "Small", domainId, workloadIds: [workloadId], currentLikelihood: 1, currentImpact: 2 },
    );
    const kept = () =>
      asSuperuser<object>(
        `SELECT "aboveAppetite" AS above, unjudged FROM "WorkloadStanding" WHERE "workloadId" = $1`,
        [workloadId],
      );
    expect(await kept()).toEqual([{ above: 0, unjudged: 0 }]);
    await publish(manager, "Wreck");
    expect(await kept()).toEqual([{ above: 0, unjudged: 1 }]);
    expect((await getWorkload(manager, workloadId))?.risks).toMatchObject([{ aboveAppetite: null }]);
    const rating = { aspect: "current" as const, likelihood: 1 as const, impact: 2 as const };
    await assessRisk({ actor: engineer }, { riskId: risk.id, version: 1, ...rating });
    expect(await kept()).toEqual([{ above: 0, unjudged: 0 }]);
  });
});

describe("a proposal to accept", () => {
  test("is taken back by its proposer alone, while nobody has decided, and stays so", async () => {
    await placeWorkload(manager, "Portal");
    const risk = await raiseRisk(
      { actor: manager },
      { title: "Lived with", domainId, currentLikelihood: 4, currentImpact: 5 },
    );
    const asked = { riskId: risk.id, reason: "The line is ordered.", expiresLocal: "2199-01-01T18:00" };
    const { acceptanceId } = await proposeAcceptance({ actor: engineer }, asked);
    const back = { acceptanceId, version: 1, reason: "The line came early." };
    await expect(withdrawAcceptance({ actor: manager }, back)).rejects.toMatchObject({ code: "BLOCKED" });
    await expect(withdrawAcceptance({ actor: world.as.executive }, back)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(withdrawAcceptance({ actor: engineer }, { ...back, version: 3 })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    expect(await waitingAcceptances(world.as.executive, new Date())).toHaveLength(1);
    await withdrawAcceptance({ actor: engineer }, back);
    expect(await waitingAcceptances(world.as.executive, new Date())).toHaveLength(0);
    const [event] = await historyOf(manager, "risk", risk.id);
    expect(event?.body).toMatchObject({ action: "risk.acceptance-withdrawn", note: "The line came early." });
    await expect(withdrawAcceptance({ actor: engineer }, { ...back, version: 2 })).rejects.toMatchObject({
      code: "BLOCKED",
    });
    const undo = `UPDATE "RiskAcceptance" SET "withdrawnAt" = NULL, "withdrawnReason" = NULL WHERE id = '${acceptanceId}'`;
    expect(await member.code(engineer.userId, undo)).toBe("42501");
    // another proposal may be made
    await proposeAcceptance({ actor: engineer }, asked);
  });

  test("rests on the scale in use: an older score is given anew first, and a waiting proposal can only be refused", async () => {
    const raise = (title: string) =>
      raiseRisk({ actor: manager }, { title, domainId, currentLikelihood: 4, currentImpact: 4 });
    const [early, late] = [await raise("Proposed before"), await raise("Proposed after")];
    const asked = (riskId: string) => ({ riskId, reason: "Ordered.", expiresLocal: "2199-01-01T18:00" });
    const waiting = await proposeAcceptance({ actor: engineer }, asked(early.id));
    await publish(manager, "Havoc");
    const refused = { code: "BLOCKED", violations: [{ code: "risk.older-scale" }] };
    await expect(proposeAcceptance({ actor: engineer }, asked(late.id))).rejects.toMatchObject(refused);
    const decide = { acceptanceId: waiting.acceptanceId, version: 1, comment: "No." } as const;
    const executive = { actor: world.as.executive };
    await expect(decideAcceptance(executive, { ...decide, decision: "accepted" })).rejects.toMatchObject(
      refused,
    );
    const accept = `UPDATE "RiskAcceptance" SET decision = 'accepted', "decidedById" = '${world.as.executive.userId}', "decidedAt" = now()
      WHERE id = '${waiting.acceptanceId}'`;
    expect(await member.code(world.as.executive.userId, accept)).toBe("42501");
    const again = `INSERT INTO "RiskAcceptance" (id, "programId", "riskId", "proposedById", "proposedAt", reason, "upToScore",
        "expiresLocal", zone, "expiresAt") SELECT gen_random_uuid(), "programId", '${late.id}', "proposedById", now(), reason, 16,
        "expiresLocal", zone, "expiresAt" FROM "RiskAcceptance" WHERE id = '${waiting.acceptanceId}'`;
    expect(await member.code(engineer.userId, again)).toBe("42501");
    await decideAcceptance(executive, { ...decide, decision: "refused" });
    for (const { id } of [early, late]) {
      const rating = { aspect: "current" as const, likelihood: 4 as const, impact: 4 as const };
      await assessRisk({ actor: engineer }, { riskId: id, version: 1, ...rating });
      await proposeAcceptance({ actor: engineer }, asked(id));
    }
  });

  test("says nothing of a score that is given in a scale published after it", async () => {
    const workloadId = await placeWorkload(manager, "Tills");
    const risk = await raiseRisk(
      { actor: manager },
      {
        title: "Lived with in other words",
        domainId,
        workloadIds: [workloadId],
        currentLikelihood: 4,
        currentImpact: 4,
      },
    );
    const asked = { riskId: risk.id, reason: "The line is ordered.", expiresLocal: "2199-01-01T18:00" };
    const { acceptanceId } = await proposeAcceptance({ actor: engineer }, asked);
    const accept = { acceptanceId, version: 1, decision: "accepted" as const, comment: "" };
    await decideAcceptance({ actor: world.as.executive }, accept);
    expect((await getRisk(manager, risk.code)).standing).toBe("accepted");
    const was = await riskCounts(manager);
    await publish(manager, "Ruin");
    expect((await getRisk(manager, risk.code)).standing).toBe("accepted");
    await assessRisk(
      { actor: engineer },
      { riskId: risk.id, version: 1, aspect: "current", likelihood: 3, impact: 4 },
    );
    const now = await getRisk(manager, risk.code);
    expect(now.standing).toBe("above");
    expect(acceptanceInForce(now.acceptances, 12, new Date())).toBeNull();
    expect((await riskCounts(manager)).above).toBe(was.above + 1);
    const { rows } = await listRisks(manager, riskSearch({ appetite: "above" }));
    expect(rows.map(({ code }) => code)).toContain(risk.code);
    expect((await riskMap(manager, { aspect: "current" })).above).toBe(was.above + 1);
    const page = await getWorkload(manager, workloadId);
    expect(page?.risks).toMatchObject([{ code: risk.code, aboveAppetite: true, acceptedUntil: null }]);
  });
});
