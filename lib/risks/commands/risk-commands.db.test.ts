import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/access/model";
import { historyOf } from "@/lib/audit/queries/events";
import { withActor } from "@/lib/db/transaction";
import { placeWave, placeWorkload } from "@/prisma/factories/risk-world";
import { addPerson, foundWorld, type World } from "@/prisma/factories/world";
import { getRisk } from "../queries/get-risk";
import { assessRisk } from "./assess-risk";
import { changeRisk } from "./change-risk";
import { closeRisk } from "./close-risk";
import { raiseRisk } from "./raise-risk";

let world: World;
let other: World;
let engineer: Actor;
beforeAll(async () => {
  world = await foundWorld();
  other = await foundWorld();
  engineer = world.as.platform_engineer;
});

describe("raiseRisk", () => {
  test("raises with links, scores and a first assessment, and writes its event", async () => {
    const workloadId = await placeWorkload(engineer, "EDI gateway");
    const waveId = await placeWave(engineer, 3, "EDI and portals");
    const ownerId = await addPerson(world, "Priya Raman");
    const domainId = await someDomain(engineer);
    const { id, code } = await raiseRisk(
      { actor: engineer },
      {
        title: "  EDI orders booked   twice ",
        ownerId,
        domainId,
        treatment: "mitigate",
        dueOn: "2026-12-01",
        currentLikelihood: "5",
        currentImpact: 4,
        targetLikelihood: "",
        workloadIds: [workloadId],
        waveIds: [waveId],
      },
    );
    expect(code).toMatch(/^R-\d{3}$/);
    const risk = await getRisk(engineer, code);
    expect(risk).toMatchObject({
      id,
      title: "EDI orders booked twice",
      status: "open",
      version: 1,
      dueOn: "2026-12-01",
      current: { likelihood: 5, impact: 4 },
      target: { likelihood: null, impact: null },
      owner: { name: "Priya Raman" },
    });
    expect(risk.workloads.map((one) => one.name)).toEqual(["EDI gateway"]);
    expect(risk.waves.map((one) => one.number)).toEqual([3]);
    expect(risk.assessments).toMatchObject([{ aspect: "current", by: engineer.name }]);
    const [event] = await historyOf(engineer, "risk", id);
    expect(event?.body).toMatchObject({
      action: "risk.raised",
      after: {
        owner: "Priya Raman",
        workloads: "EDI gateway",
        current: "Almost certain × Major, 20, critical",
      },
    });
  });

  test("codes follow each other without gaps when many people raise at once", async () => {
    const fresh = await foundWorld();
    const raised = await Promise.all(
      Array.from({ length: 12 }, (_, at) =>
        raiseRisk({ actor: fresh.as.platform_engineer }, { title: `Risk number ${at}` }),
      ),
    );
    expect(raised.map((one) => one.code).sort()).toEqual(
      Array.from({ length: 12 }, (_, at) => `R-${String(at + 1).padStart(3, "0")}`),
    );
  });

  test.each(["executive", "business_owner", "auditor", "partner"] as const)(
    "is refused to the %s",
    async (role) => {
      await expect(raiseRisk({ actor: world.as[role] }, { title: "Something" })).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
    },
  );

  test("says what is missing, and takes nothing of another program", async () => {
    await expect(raiseRisk({ actor: engineer }, { title: " " })).rejects.toMatchObject({
      code: "INVALID",
      fields: { title: "Say in a few words what may happen." },
    });
    await expect(
      raiseRisk({ actor: engineer }, { title: "Levels", currentImpact: "6" as "5" }),
    ).rejects.toMatchObject({
      code: "INVALID",
      fields: { currentImpact: expect.stringContaining("1 to 5") },
    });
    const foreign = await placeWorkload(other.as.platform_engineer, "Foreign");
    await expect(
      raiseRisk({ actor: engineer }, { title: "Foreign link", workloadIds: [foreign] }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    const domainId = await someDomain(other.as.platform_engineer);
    await expect(raiseRisk({ actor: engineer }, { title: "Foreign domain", domainId })).rejects.toMatchObject(
      {
        code: "NOT_FOUND",
      },
    );
  });
});

describe("changeRisk", () => {
  test("changes facts and links and writes what changed", async () => {
    const risk = await raise("Change me");
    const workloadId = await placeWorkload(engineer, "Label printing");
    await changeRisk(
      { actor: engineer },
      { riskId: risk.id, version: 1, nextAction: "Ask the carrier", workloadIds: [workloadId] },
    );
    const view = await getRisk(engineer, risk.code);
    expect(view).toMatchObject({ version: 2, nextAction: "Ask the carrier", title: "Change me" });
    const [event] = await historyOf(engineer, "risk", risk.id);
    expect(event?.body).toMatchObject({
      action: "risk.changed",
      before: { nextAction: "", workloads: "" },
      after: { nextAction: "Ask the carrier", workloads: "Label printing" },
    });
  });

  test("refuses a stale version and says what stands there now", async () => {
    const risk = await raise("Stale");
    await changeRisk({ actor: engineer }, { riskId: risk.id, version: 1, nextAction: "Theirs" });
    const mine = changeRisk({ actor: engineer }, { riskId: risk.id, version: 1, nextAction: "Mine" });
    await expect(mine).rejects.toMatchObject({
      code: "CONFLICT",
      version: 2,
      changes: [{ label: "Next action", yours: "Mine", theirs: "Theirs" }],
    });
  });

  test("only one of two people who change at once wins", async () => {
    const risk = await raise("Race");
    const both = await Promise.allSettled(
      ["One", "Two"].map((nextAction) =>
        changeRisk({ actor: engineer }, { riskId: risk.id, version: 1, nextAction }),
      ),
    );
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("refuses a closed risk, a change that changes nothing, another program's risk and the wrong role", async () => {
    const risk = await raise("Blocked");
    const change = { riskId: risk.id, version: 1, title: "Blocked" };
    await expect(changeRisk({ actor: engineer }, change)).rejects.toMatchObject({ code: "INVALID" });
    const outsider = other.as.platform_engineer;
    await expect(changeRisk({ actor: outsider }, change)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(changeRisk({ actor: world.as.auditor }, change)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await closeRisk({ actor: engineer }, { riskId: risk.id, version: 1, reason: "Gone" });
    await expect(
      changeRisk({ actor: engineer }, { ...change, version: 2, title: "Other" }),
    ).rejects.toMatchObject({ code: "BLOCKED" });
  });
});

describe("assessRisk", () => {
  test("appends to the history and updates the present score, also to unknown", async () => {
    const risk = await raise("Assess me");
    const rated = {
      riskId: risk.id,
      aspect: "current" as const,
      likelihood: "4" as const,
      impact: 3 as const,
    };
    await assessRisk({ actor: engineer }, { ...rated, version: 1 });
    await assessRisk({ actor: engineer }, { ...rated, version: 2, likelihood: "" });
    const view = await getRisk(engineer, risk.code);
    expect(view.current).toEqual({ likelihood: null, impact: 3 });
    expect(view.standing).toBe("unknown");
    expect(view.assessments.map((one) => one.rating.likelihood)).toEqual([null, 4]);
    const events = await historyOf(engineer, "risk", risk.id);
    expect(events.map((one) => one.body.action)).toEqual(["risk.assessed", "risk.assessed", "risk.raised"]);
    expect(events[1]?.body).toMatchObject({
      before: { current: null },
      after: { current: "Likely × Moderate, 12, high" },
    });
  });

  test("refuses what is stale, closed, unchanged, foreign or not one's right", async () => {
    const risk = await raise("Assess not");
    const rated = {
      riskId: risk.id,
      version: 1,
      aspect: "target" as const,
      likelihood: 1 as const,
      impact: 1 as const,
    };
    await expect(assessRisk({ actor: world.as.executive }, rated)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(assessRisk({ actor: other.as.program_manager }, rated)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await assessRisk({ actor: engineer }, rated);
    await expect(assessRisk({ actor: engineer }, { ...rated, impact: 2 })).rejects.toMatchObject({
      code: "CONFLICT",
      changes: [{ theirs: "Rare × Negligible, 1, very low" }],
    });
    await expect(assessRisk({ actor: engineer }, { ...rated, version: 2 })).rejects.toMatchObject({
      code: "INVALID",
    });
    await closeRisk({ actor: engineer }, { riskId: risk.id, version: 2, reason: "Gone" });
    await expect(assessRisk({ actor: engineer }, { ...rated, version: 3, impact: 2 })).rejects.toMatchObject({
      code: "BLOCKED",
    });
  });
});

function raise(title: string) {
  return raiseRisk({ actor: engineer }, { title });
}

async function someDomain(actor: Actor): Promise<string> {
  const domain = await withActor(actor, (tx) => tx.riskDomain.findFirstOrThrow({ select: { id: true } }));
  return domain.id;
}
