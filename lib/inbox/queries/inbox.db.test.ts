import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/model";
import { changeControl } from "@/lib/controls/commands/change-control";
import { createControl } from "@/lib/controls/commands/create-control";
import { recordVerification } from "@/lib/controls/commands/record-verification";
import { addDays, dateIn } from "@/lib/kernel/time";
import { programFrame } from "@/lib/overview/queries/program-frame";
import { linkPerson } from "@/lib/programs/commands/link-person";
import { setRecoveryTarget } from "@/lib/recovery/commands/set-recovery-target";
import { decideAcceptance } from "@/lib/risks/commands/decide-acceptance";
import { proposeAcceptance } from "@/lib/risks/commands/propose-acceptance";
import { raiseRisk } from "@/lib/risks/commands/raise-risk";
import { saveRiskDomain } from "@/lib/risks/commands/save-risk-domain";
import { approve, type ReadyWave, readyWave } from "@/prisma/factories/ready-wave";
import { addMember, addPerson, foundWorld, type World } from "@/prisma/factories/world";
import { asSuperuser } from "@/prisma/testing/database";
import { markRead } from "../commands/mark-read";
import type { ChangedGroup } from "../model";
import { changedFor } from "./changed";
import { waitingFor } from "./waiting";

const DAY = 86_400_000;
const now = new Date();
const later = (days: number) => new Date(now.getTime() + days * DAY);

let world: World;
let ready: ReadyWave;
let owner: Actor;
let engineer: Actor;
let executive: Actor;
let domainId: string;

beforeAll(async () => {
  world = await foundWorld();
  ready = await readyWave(world);
  owner = world.as.business_owner;
  engineer = world.as.platform_engineer;
  executive = world.as.executive;
  const manager = { actor: world.as.program_manager };
  await linkPerson(manager, { personId: ready.personId, userId: owner.userId });
  domainId = (await saveRiskDomain(manager, { name: "Strict", appetite: 9 })).id;
});

async function titles(actor: Actor, at = now) {
  const { action, late } = await waitingFor(actor, at);
  return { action: action.map(({ title }) => title), late: late.map(({ title }) => title) };
}

describe("what waits", () => {
  it("is a signature until it is given, and again when what was signed has changed", async () => {
    expect(await titles(owner)).toEqual({ action: [expect.stringMatching(/^Sign /)], late: [] });
    const [first] = (await waitingFor(owner, now)).action;
    await approve(ready);
    expect((await titles(owner)).action).toEqual([]);
    const { workloadId } = ready;
    const target = { workloadId, rtoMinutes: 30, rpoMinutes: 5, reason: "" };
    await setRecoveryTarget({ actor: world.as.program_manager }, target);
    const [again] = (await waitingFor(owner, now)).action;
    expect(again?.title).toMatch(/^Sign .* again$/);
    expect(again?.detail).toContain("has changed since");
    expect(again?.key).not.toBe(first?.key);
  });

  it("is a proposed acceptance for an executive; when it has ended, for whoever owns the risk, at that instant", async () => {
    const personId = await addPerson(world, "Owner of a risk");
    await linkPerson({ actor: world.as.program_manager }, { personId, userId: world.as.auditor.userId });
    const rating = { currentLikelihood: 4, currentImpact: 4 } as const;
    const { id, code } = await raiseRisk(
      { actor: engineer },
      { title: "Labels stop", domainId, ownerId: personId, ...rating },
    );
    const expiresLocal = `${addDays(dateIn("Europe/London", now), 5)}T18:00`;
    const { acceptanceId } = await proposeAcceptance(
      { actor: engineer },
      { riskId: id, reason: "The line is ordered", expiresLocal },
    );
    expect((await titles(executive)).action).toEqual([`Decide whether to accept ${code} Labels stop`]);
    await decideAcceptance(
      { actor: executive },
      { acceptanceId, version: 1, decision: "accepted", comment: "Until the line is there" },
    );
    expect((await titles(executive)).action).toEqual([]);
    const [ends] = await asSuperuser<{ at: Date }>(
      `SELECT "expiresAt" AS at FROM "RiskAcceptance" WHERE id = $1`,
      [acceptanceId],
    );
    const at = ends?.at ?? now;
    const ended = `The acceptance of ${code} Labels stop has ended`;
    for (const actor of [world.as.auditor, executive, engineer]) {
      expect((await titles(actor, new Date(at.getTime() - 1))).action).not.toContain(ended);
      expect((await titles(actor, at)).action).toContain(ended);
    }
    expect((await titles(owner, at)).action).not.toContain(ended);
  });

  it("is late once its due instant or day has passed", async () => {
    await asSuperuser(
      `UPDATE "ChecklistItem" SET "ownerId" = $2, state = 'open', "settledAt" = NULL, "settledById" = NULL, "dueAt" = $3 WHERE "waveId" = $1`,
      [ready.waveId, ready.personId, later(2)],
    );
    await asSuperuser(
      `UPDATE "Risk" SET status = 'open', "closedAt" = NULL, "closedReason" = NULL, "ownerId" = $2, "dueOn" = $3 WHERE "programId" = $1 AND "ownerId" IS NULL`,
      [world.program.id, ready.personId, addDays(dateIn("Europe/London", now), 1)],
    );
    const before = await titles(owner, later(1));
    expect(before.late).toEqual([]);
    expect(before.action).toContain("Lower the DNS time-to-live");
    const after = await titles(owner, later(2));
    expect(after.late).toContain("Lower the DNS time-to-live");
    expect(after.late).toHaveLength(2);
  });

  it("is a condition for its owner, late when its day is over, and then for the wave's lead as well", async () => {
    const personId = await addPerson(world, "Owner of a condition");
    const other = await addMember(world, "platform_engineer");
    await linkPerson({ actor: world.as.program_manager }, { personId, userId: other.userId });
    const today = dateIn("Europe/London", now);
    await asSuperuser(
      `INSERT INTO "SignOffCondition" (id, "programId", "gateId", "signOffId", text, "ownerId", "dueOn", due, "createdAt")
       SELECT gen_random_uuid(), "programId", "gateId", id, 'Tell the carriers', $2, $3, 'before_cutover', now()
       FROM "GateSignOff" WHERE "gateId" = $1 LIMIT 1`,
      [ready.gateId, personId, addDays(today, 1)],
    );
    const mine = "Meet the condition: Tell the carriers";
    const led = "A condition is overdue: Tell the carriers";
    expect(await titles(other, later(1))).toEqual({ action: [mine], late: [] });
    expect(await titles(other, later(2))).toEqual({ action: [], late: [mine] });
    expect((await titles(owner, later(1))).action).not.toContain(led);
    expect((await titles(owner, later(2))).action).toContain(led);
    await asSuperuser(
      `UPDATE "SignOffCondition" SET "closedAt" = now(), "closedById" = $2 WHERE "ownerId" = $1`,
      [personId, other.userId],
    );
    expect(await titles(other, later(2))).toEqual({ action: [], late: [] });
    expect((await titles(owner, later(2))).action).not.toContain(led);
  });

  it("is a waiver that has ended, until there is another, and evidence that holds no longer, until it is revised", async () => {
    const { programId, userId } = owner;
    const [criterion] = await asSuperuser<{ id: string; title: string }>(
      `UPDATE "Attestation" a SET met = false FROM "GateCriterion" c WHERE c.id = a."criterionId" AND c."gateId" = $1
       RETURNING c.id, c.title`,
      [ready.gateId],
    );
    const waive = (days: number) =>
      asSuperuser(
        `INSERT INTO "Waiver" (id, "programId", "criterionId", "grantedById", reason, "expiresAt", "createdAt")
         VALUES (gen_random_uuid(), $1, $2, $3, 'For now', $4, now())`,
        [programId, criterion?.id, executive.userId, later(days)],
      );
    await waive(1);
    const ended = `The waiver of “${criterion?.title}” has ended`;
    for (const actor of [owner, executive]) {
      expect((await titles(actor, new Date(later(1).getTime() - 1))).action).not.toContain(ended);
      expect((await titles(actor, later(1))).action).toContain(ended);
    }
    await waive(3);
    expect((await titles(owner, later(1))).action).not.toContain(ended);

    const [evidence] = await asSuperuser<{ id: string }>(
      `INSERT INTO "Evidence" (id, "programId", title, "createdAt") VALUES (gen_random_uuid(), $1, 'Load test', now()) RETURNING id`,
      [programId],
    );
    const revise = (number: number, validUntil: string | null) =>
      asSuperuser(
        `INSERT INTO "EvidenceRevision" (id, "programId", "evidenceId", number, kind, url, "validUntil", "addedById", "addedAt")
         VALUES (gen_random_uuid(), $1, $2, $3, 'link', 'https://example.com', $4, $5, now())`,
        [programId, evidence?.id, number, validUntil, userId],
      );
    await revise(1, dateIn("Europe/London", later(1)));
    const over = "The evidence “Load test” holds no longer";
    expect((await titles(owner, later(2))).action).not.toContain(over);
    await asSuperuser(
      `INSERT INTO "EvidenceUse" (id, "programId", "evidenceId", "criterionId", "attachedById", "attachedAt")
       VALUES (gen_random_uuid(), $1, $2, $3, $4, now())`,
      [programId, evidence?.id, criterion?.id, userId],
    );
    expect((await titles(owner, later(1))).action).not.toContain(over);
    expect((await titles(owner, later(2))).action).toContain(over);
    await revise(2, null);
    expect((await titles(owner, later(2))).action).not.toContain(over);
  });

  it("is a control of one's own until it is shown to hold, again when that is too long ago, and when it does not", async () => {
    const personId = await addPerson(world, "Owner of a control");
    const keeper = await addMember(world, "platform_engineer");
    await linkPerson({ actor: world.as.program_manager }, { personId, userId: keeper.userId });
    const facts = {
      ...{ title: "Compare stock", failure: "Stock differs", impact: "Nobody ships", response: "Compare" },
      ...{ howVerified: "Change one", everyDays: 30, ownerId: personId },
    };
    const { controlId } = await createControl({ actor: engineer }, { ...facts, stage: "planned" });
    expect(await titles(keeper)).toEqual({ action: [], late: [] });
    await changeControl({ actor: engineer }, { controlId, version: 1, ...facts, stage: "implemented" });
    const { action } = await waitingFor(keeper, now);
    expect(action).toMatchObject([
      { title: "Verify the control “Compare stock”", detail: "Nobody has shown that it holds. Change one" },
    ]);
    expect((await titles(owner)).action).not.toContain("Verify the control “Compare stock”");
    const verify = (outcome: "holds" | "does_not_hold") =>
      recordVerification({ actor: keeper }, { controlId, outcome });
    await verify("holds");
    expect(await titles(keeper, later(29))).toEqual({ action: [], late: [] });
    const again = { action: [], late: ["Verify the control “Compare stock” again"] };
    expect(await titles(keeper, later(31))).toEqual(again);
    await verify("does_not_hold");
    expect((await titles(keeper)).action).toEqual(["The control “Compare stock” does not hold"]);
  });

  it("is counted in the frame of every page as the inbox lists it", async () => {
    for (const actor of [owner, executive, engineer, world.as.auditor]) {
      const { action, late } = await waitingFor(actor, now);
      expect((await programFrame(actor, now)).waiting).toBe(action.length + late.length);
    }
  });
});

describe("what changed", () => {
  const about = (groups: readonly ChangedGroup[]) => groups.map(({ type, unread }) => [type, unread]);

  it("is what others did to what one owns, leads or signs, by subject, until it is read", async () => {
    const groups = await changedFor(owner, now, "unread");
    expect(new Set(groups.map(({ type }) => type))).toEqual(new Set(["workload", "wave", "gate", "risk"]));
    const events = groups.flatMap(({ changes }) => changes.map(({ event }) => event));
    expect(events.every(({ body }) => body.actor.id !== owner.userId)).toBe(true);
    const workload = groups.find(({ type }) => type === "workload");
    expect(workload).toMatchObject({ id: ready.workloadId, href: `/workloads/${ready.workloadId}` });
    expect(groups.find(({ type }) => type === "gate")?.href).toBe(`/waves/${ready.number}/gate`);
    expect(workload?.changes[0]?.event.body.action).toBe("recovery-target.set");

    const subject = { type: "workload" as const, id: ready.workloadId };
    await markRead({ actor: owner, now }, { upTo: workload?.upTo ?? 0, subject });
    expect(about(await changedFor(owner, now, "unread"))).not.toContainEqual(["workload", expect.anything()]);
    expect(about(await changedFor(owner, now, "all"))).toContainEqual(["workload", 0]);

    await markRead({ actor: owner, now }, { upTo: Math.max(...groups.map(({ upTo }) => upTo)) });
    expect(await changedFor(owner, now, "unread")).toEqual([]);
    await markRead({ actor: owner, now }, { upTo: 1 });
    expect(await changedFor(owner, now, "unread")).toEqual([]);
  });

  it("cannot be marked read before it happens", async () => {
    await markRead({ actor: owner, now }, { upTo: 1_000_000_000 });
    const { workloadId } = ready;
    const target = { workloadId, rtoMinutes: 20, rpoMinutes: 5, reason: "" };
    await asSuperuser(`DELETE FROM "RecoveryTarget" WHERE "workloadId" = $1`, [workloadId]);
    await setRecoveryTarget({ actor: world.as.program_manager }, target);
    expect(about(await changedFor(owner, now, "unread"))).toEqual([["workload", 1]]);
  });

  it("is nothing for somebody who owns nothing, and the inbox is closed to partners and to other programs", async () => {
    expect(await changedFor(engineer, now, "all")).toEqual([]);
    const { partner } = world.as;
    await expect(waitingFor(partner, now)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(markRead({ actor: partner, now }, { upTo: 1 })).rejects.toMatchObject({ code: "FORBIDDEN" });
    const other = (await foundWorld()).as.business_owner;
    expect(await titles(other)).toEqual({ action: [], late: [] });
    expect(await changedFor(other, now, "all")).toEqual([]);
  });
});
