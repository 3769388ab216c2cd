import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/access/model";
import { historyOf } from "@/lib/audit/queries/events";
import { withActor } from "@/lib/db/transaction";
import { addDays, dateIn } from "@/lib/kernel/time";
import { linkPerson } from "@/lib/programs/commands/link-person";
import { addMember, addPerson, foundWorld, type World } from "@/prisma/factories/world";
import { getRisk } from "../queries/get-risk";
import { listRisks } from "../queries/list-risks";
import { listRiskDomains } from "../queries/risk-choices";
import { riskMap } from "../queries/risk-map";
import { riskCounts, risksAboveAppetite } from "../queries/risks-above-appetite";
import { waitingAcceptances } from "../queries/waiting-acceptances";
import { acceptanceState } from "../rules/acceptance";
import { riskSearch } from "../rules/search";
import { assessRisk } from "./assess-risk";
import { closeRisk } from "./close-risk";
import { decideAcceptance } from "./decide-acceptance";
import { proposeAcceptance } from "./propose-acceptance";
import { raiseRisk } from "./raise-risk";
import { revokeAcceptance } from "./revoke-acceptance";
import { saveRiskDomain } from "./save-risk-domain";

const UNTIL = `${addDays(dateIn("Europe/London", new Date()), 12)}T18:00`;

let world: World;
let engineer: Actor;
let executive: Actor;
let domainId: string;
beforeAll(async () => {
  world = await foundWorld();
  engineer = world.as.platform_engineer;
  executive = world.as.executive;
  const manager = { actor: world.as.program_manager };
  domainId = (await saveRiskDomain(manager, { name: "Strict", appetite: 9 })).id;
});

describe("proposing", () => {
  test("covers the present score, keeps the words and the instant, and tells the trail", async () => {
    const risk = await raise("Labels stop");
    const words = { reason: "The line is ordered", scope: "Columbus", conditions: "Mobile link tested" };
    await propose(risk.id, words);
    const [one] = (await getRisk(engineer, risk.code)).acceptances;
    expect(one).toMatchObject({ ...words, upToScore: 16, zone: "Europe/London", proposedBy: engineer.name });
    expect(one?.expiresLocal).toBe(UNTIL);
    const [event] = await historyOf(engineer, "risk", risk.id);
    expect(event?.body).toMatchObject({ action: "risk.acceptance-proposed", after: { upToScore: 16 } });
    expect((await getRisk(engineer, risk.code)).standing).toBe("above");
  });

  test("is refused below the present score, within appetite, closed, twice, and for a time that is no time", async () => {
    const risk = await raise("Refused");
    await expect(propose(risk.id, { upToScore: 15 })).rejects.toMatchObject({ fields: { upToScore: /16/ } });
    for (const expiresLocal of ["2020-01-01T10:00", "2027-03-28T01:30", "2027-10-31T01:30"]) {
      await expect(propose(risk.id, { expiresLocal })).rejects.toMatchObject({ code: "INVALID" });
    }
    await propose(risk.id);
    await expect(propose(risk.id)).rejects.toMatchObject({ violations: [{ code: "acceptance.open" }] });
    const calm = await raise("Calm", 3);
    await expect(propose(calm.id)).rejects.toMatchObject({ violations: [{ code: "risk.within" }] });
    const over = await raise("Over");
    await closeRisk({ actor: engineer }, { riskId: over.id, version: 1, reason: "No more" });
    await expect(propose(over.id)).rejects.toMatchObject({ violations: [{ code: "risk.closed" }] });
  });

  test("two at once leave one proposal", async () => {
    const risk = await raise("Twice at once");
    const both = await Promise.allSettled([propose(risk.id), propose(risk.id)]);
    expect(both.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect((await getRisk(engineer, risk.code)).acceptances).toHaveLength(1);
  });

  test("takes which of two equal times is meant", async () => {
    const risk = await raise("Folded");
    await propose(risk.id, { expiresLocal: "2027-10-31T01:30", fold: "later" });
    const [one] = (await getRisk(engineer, risk.code)).acceptances;
    expect(one?.expiresAt.toISOString()).toBe("2027-10-31T01:30:00.000Z");
  });
});

describe("deciding", () => {
  test("puts a risk among the accepted until the very instant at which it ends", async () => {
    const risk = await raise("Lived with");
    const acceptanceId = await propose(risk.id);
    expect((await waitingAcceptances(executive, new Date())).map(({ code }) => code)).toContain(risk.code);
    const was = await riskCounts(executive);
    await decide(acceptanceId);
    const view = await getRisk(executive, risk.code);
    expect(view.standing).toBe("accepted");
    const end = view.acceptances[0]?.expiresAt ?? new Date(0);
    const last = new Date(end.getTime() - 1);
    expect(await riskCounts(executive, last)).toMatchObject({
      above: was.above - 1,
      accepted: was.accepted + 1,
    });
    expect(await riskCounts(executive, end)).toMatchObject({ above: was.above, accepted: was.accepted });
    for (const [at, above] of [[last, false] as const, [end, true] as const]) {
      const standing = above ? "above" : "accepted";
      expect((await getRisk(executive, risk.code, at)).standing).toBe(standing);
      const { rows } = await listRisks(executive, riskSearch({ appetite: standing }), at);
      expect(rows.find(({ code }) => code === risk.code)?.acceptedUntil).toEqual(above ? null : end);
      const top = await risksAboveAppetite(executive, 50, { now: at });
      expect(top.some(({ code }) => code === risk.code)).toBe(above);
      const map = await riskMap(executive, { aspect: "current" }, at);
      const domain = (await listRiskDomains(executive, at)).find((one) => one.id === domainId);
      const counts = await riskCounts(executive, at);
      expect([map.above, map.accepted]).toEqual([counts.above, counts.accepted]);
      expect([domain?.above, domain?.accepted]).toEqual([counts.above, counts.accepted]);
    }
    expect((await riskMap(executive, { aspect: "inherent" })).accepted).toBe(0);
  });

  test("a score that rises is not covered any more, and comes back when it falls", async () => {
    const risk = await raise("Rising");
    await decide(await propose(risk.id));
    await assess(risk.id, 1, 5);
    expect((await getRisk(executive, risk.code)).standing).toBe("above");
    await assess(risk.id, 2, 4);
    expect((await getRisk(executive, risk.code)).standing).toBe("accepted");
  });

  test("is for executives alone, and proposing for who writes risks", async () => {
    const risk = await raise("Roles");
    const acceptanceId = await propose(risk.id);
    for (const actor of Object.values(world.as)) {
      if (actor.role === "executive") continue;
      await expect(decide(acceptanceId, { actor })).rejects.toMatchObject({ code: "FORBIDDEN" });
      const revoking = revokeAcceptance({ actor }, { acceptanceId, version: 1, reason: "No reason" });
      await expect(revoking).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    for (const actor of [executive, world.as.business_owner, world.as.auditor, world.as.partner]) {
      await expect(propose(risk.id, {}, actor)).rejects.toMatchObject({ code: "FORBIDDEN" });
      expect(await waitingAcceptances(actor, new Date()).then((all) => all.length > 0)).toBe(
        actor === executive,
      );
    }
    const other = await foundWorld();
    await expect(decide(acceptanceId, { actor: other.as.executive })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test("the owner decides neither by the command nor in the database", async () => {
    const owner = await addMember(world, "executive");
    const ownerId = await addPerson(world, "Owner of labels");
    await linkPerson({ actor: world.as.program_manager }, { personId: ownerId, userId: owner.userId });
    const risk = await raise("Own risk", 4, ownerId);
    const acceptanceId = await propose(risk.id);
    await expect(decide(acceptanceId, { actor: owner })).rejects.toMatchObject({
      violations: [{ code: "acceptance.owner" }],
    });
    expect((await waitingAcceptances(owner, new Date())).map(({ id }) => id)).not.toContain(acceptanceId);
    await expect(around(owner, acceptanceId)).rejects.toThrow();
    await around(executive, acceptanceId);
    expect((await getRisk(executive, risk.code)).standing).toBe("accepted");
  });

  test("the proposer decides neither, though an executive by now, and nobody decides for somebody else", async () => {
    const turned = await addMember(world, "platform_engineer");
    const risk = await raise("Own proposal");
    const acceptanceId = await propose(risk.id, {}, turned);
    const actor = await becomeExecutive(turned);
    await expect(decide(acceptanceId, { actor })).rejects.toMatchObject({
      violations: [{ code: "acceptance.proposer" }],
    });
    await expect(around(actor, acceptanceId)).rejects.toThrow(/acceptance_two_people/);
    await expect(around(actor, acceptanceId, executive.userId)).rejects.toThrow();
    await expect(around(engineer, acceptanceId)).resolves.toMatchObject({ count: 0 });
  });

  test("two executives at once leave one decision, which stays", async () => {
    const second = await addMember(world, "executive");
    const risk = await raise("Two at once");
    const acceptanceId = await propose(risk.id);
    const both = await Promise.allSettled([
      decide(acceptanceId),
      decide(acceptanceId, { actor: second, decision: "refused", comment: "Treat it" }),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    const [one] = (await getRisk(executive, risk.code)).acceptances;
    const accepted = both[0]?.status === "fulfilled";
    expect(one).toMatchObject({
      decision: accepted ? "accepted" : "refused",
      decidedBy: accepted ? executive.name : second.name,
    });
    await expect(around(accepted ? second : executive, acceptanceId)).rejects.toThrow();
  });

  test("refusing needs words and leaves the risk above", async () => {
    const risk = await raise("Not this one");
    const acceptanceId = await propose(risk.id);
    await expect(decide(acceptanceId, { decision: "refused" })).rejects.toMatchObject({ code: "BLOCKED" });
    await decide(acceptanceId, { decision: "refused", comment: "Treat it" });
    expect((await getRisk(executive, risk.code)).standing).toBe("above");
    const [event] = await historyOf(executive, "risk", risk.id);
    expect(event?.body).toMatchObject({ action: "risk.acceptance-refused", note: "Treat it" });
    await propose(risk.id);
  });

  test("nobody accepts a score that is not covered, or after the time that was asked for", async () => {
    const risk = await raise("Rose meanwhile");
    const acceptanceId = await propose(risk.id);
    await assess(risk.id, 1, 5);
    await expect(decide(acceptanceId)).rejects.toMatchObject({
      violations: [{ code: "acceptance.outgrown" }],
    });
    const late = await raise("Too late", 4, undefined, -20);
    const lapsed = await propose(
      late.id,
      { expiresLocal: `${addDays(UNTIL.slice(0, 10), -14)}T18:00` },
      engineer,
      -19,
    );
    await expect(decide(lapsed)).rejects.toMatchObject({ violations: [{ code: "acceptance.lapsed" }] });
    await propose(late.id);
    const states = (await getRisk(engineer, late.code)).acceptances.map((one) =>
      acceptanceState(one, 16, new Date()),
    );
    expect(states).toEqual(["proposed", "lapsed"]);
  });
});

test("revoking takes it back at once, with a reason, once", async () => {
  const risk = await raise("Taken back");
  const acceptanceId = await propose(risk.id);
  await decide(acceptanceId);
  const call = { actor: executive };
  await expect(revokeAcceptance(call, { acceptanceId, version: 2, reason: "" })).rejects.toMatchObject({
    code: "INVALID",
  });
  await revokeAcceptance(call, { acceptanceId, version: 2, reason: "The line came early" });
  const view = await getRisk(executive, risk.code);
  expect(view.standing).toBe("above");
  expect(view.acceptances[0]).toMatchObject({
    revokedBy: executive.name,
    revokedReason: "The line came early",
  });
  await expect(revokeAcceptance(call, { acceptanceId, version: 3, reason: "Again" })).rejects.toMatchObject({
    code: "BLOCKED",
  });
  await expect(around(executive, acceptanceId)).rejects.toThrow();
});

async function raise(title: string, likelihood: 3 | 4 = 4, ownerId?: string, days = 0) {
  const currentImpact = likelihood === 3 ? 1 : 4;
  const facts = { title, domainId, ownerId, currentLikelihood: likelihood, currentImpact } as const;
  return raiseRisk(callOf(engineer, days), facts);
}

async function propose(riskId: string, change: object = {}, actor = engineer, days = 0): Promise<string> {
  const input = { riskId, reason: "It is ordered", expiresLocal: UNTIL, ...change };
  return (await proposeAcceptance(callOf(actor, days), input)).acceptanceId;
}

function callOf(actor: Actor, days: number) {
  if (days === 0) return { actor };
  const occurredAt = new Date(Date.now() + days * 86_400_000);
  return {
    actor,
    backfill: { occurredAt, source: "paper", reason: "kept on paper", by: world.as.program_manager },
  };
}

function decide(
  acceptanceId: string,
  change: { actor?: Actor; decision?: "accepted" | "refused"; comment?: string } = {},
) {
  const { actor = executive, decision = "accepted", comment } = change;
  return decideAcceptance({ actor }, { acceptanceId, version: 1, decision, comment });
}

async function assess(riskId: string, version: number, likelihood: 4 | 5) {
  await assessRisk({ actor: engineer }, { riskId, version, aspect: "current", likelihood, impact: 4 });
}

/** Asks the database directly, as the web login. */
function around(actor: Actor, id: string, decidedById = actor.userId) {
  return withActor(actor, (tx) =>
    tx.riskAcceptance.updateMany({
      where: { id },
      data: { decision: "accepted", decidedById, decidedAt: new Date() },
    }),
  );
}

async function becomeExecutive(actor: Actor): Promise<Actor> {
  const { userId, programId } = actor;
  await withActor(world.as.program_manager, (tx) =>
    tx.membership.updateMany({ where: { userId, programId }, data: { role: "executive" } }),
  );
  return { ...actor, role: "executive" };
}
