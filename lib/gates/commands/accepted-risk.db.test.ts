import { beforeAll, describe, expect, it } from "vitest";
import { withActor } from "@/lib/db/transaction";
import { addDays, dateIn } from "@/lib/kernel/time";
import { decideAcceptance } from "@/lib/risks/commands/decide-acceptance";
import { proposeAcceptance } from "@/lib/risks/commands/propose-acceptance";
import { raiseRisk } from "@/lib/risks/commands/raise-risk";
import { revokeAcceptance } from "@/lib/risks/commands/revoke-acceptance";
import { saveRiskDomain } from "@/lib/risks/commands/save-risk-domain";
import { listWaves } from "@/lib/waves/queries/list-waves";
import { listWaveRisks } from "@/lib/waves/queries/wave-risks";
import { approve, gateOf, type ReadyWave, readyWave, step } from "@/prisma/factories/ready-wave";
import { foundWorld } from "@/prisma/factories/world";
import { getGate } from "../queries/get-gate";

const UNTIL = `${addDays(dateIn("Europe/London", new Date()), 10)}T18:00`;

let ready: ReadyWave;
let riskId: string;
beforeAll(async () => {
  ready = await readyWave(await foundWorld());
  const manager = { actor: ready.world.as.program_manager };
  const { id: domainId } = await saveRiskDomain(manager, { name: "Strict", appetite: 9 });
  const risk = { title: "Labels stop", domainId, waveIds: [ready.waveId] };
  riskId = (await raiseRisk(manager, { ...risk, currentLikelihood: 4, currentImpact: 4 })).id;
});

describe("an accepted risk at a gate", () => {
  it("does not fail the criterion while it is in force, and fails it again at the instant at which it ends", async () => {
    expect(await criterion()).toMatchObject({ status: "not_met" });
    expect(await health()).toMatchObject({ level: "at_risk" });
    const acceptanceId = await accept();
    const { finding, status } = await criterion();
    expect(status).toBe("met");
    expect(finding).toMatch(/stands at 16, appetite 9, accepted by Marta Okafor until \d+ \w+ \d{4}, 18:00/);
    expect((await health())?.reason).not.toContain("appetite");
    const end = await endOf(acceptanceId);
    const last = new Date(end.getTime() - 1);
    expect(await criterion(last)).toMatchObject({ status: "met" });
    expect(await criterion(end)).toMatchObject({ status: "not_met" });
    const standing = async (at: Date) => (await listWaveRisks(ready.world.as.auditor, ready.waveId, at))[0];
    expect(await standing(last)).toMatchObject({ standing: "accepted", acceptedUntil: end });
    expect(await standing(end)).toMatchObject({ standing: "above", acceptedUntil: null });
  });

  it("is part of what is signed: revoked, the signature is stale and the wave stays", async () => {
    await approve(ready);
    expect((await gateOf(ready)).judged.holds).toBe(true);
    const [accepted] = (await gateOf(ready)).facts.risks[0]?.acceptances ?? [];
    const call = { actor: ready.world.as.executive };
    await revokeAcceptance(call, {
      acceptanceId: accepted?.id ?? "",
      version: 2,
      reason: "The line came early",
    });
    const stale = await gateOf(ready);
    expect(stale.judged).toMatchObject({ holds: false });
    expect(stale.judged.seats[0]?.state).toBe("stale");
    expect(stale.stale[0]?.changes).toMatchObject([
      {
        what: "acceptance",
        signed: expect.stringContaining("up to a score of 16 until"),
        present: "nothing",
      },
    ]);
    await expect(step(ready.world, ready.waveId, "cutting_over")).rejects.toMatchObject({ code: "BLOCKED" });
  });

  it("is part of what is signed: accepted once more, an earlier signature does not speak of it", async () => {
    await accept();
    expect(await criterion()).toMatchObject({ status: "met" });
    expect((await gateOf(ready)).judged.seats[0]?.state).toBe("stale");
    await approve(ready);
    expect((await gateOf(ready)).judged.holds).toBe(true);
  });
});

it("a wave of which no risk was ever recorded is unknown, not met", async () => {
  const { world, waveId } = ready;
  await withActor(world.as.program_manager, (tx) => tx.riskWave.deleteMany({ where: { waveId } }));
  expect(await criterion()).toMatchObject({
    status: "unknown",
    finding: expect.stringContaining("nobody has looked"),
  });
});

async function criterion(now = new Date()) {
  const view = await getGate(ready.world.as.business_owner, ready.number, now);
  const found = view?.judged.criteria.find((one) => one.key === "risks");
  if (found === undefined) throw new Error("the gate has a criterion on risks");
  return found;
}

async function health() {
  const waves = await listWaves(ready.world.as.executive, new Date());
  return waves.find((one) => one.waveId === ready.waveId)?.health;
}

async function accept(): Promise<string> {
  const { platform_engineer: engineer, executive } = ready.world.as;
  const proposal = { riskId, reason: "It is ordered", expiresLocal: UNTIL };
  const { acceptanceId } = await proposeAcceptance({ actor: engineer }, proposal);
  await decideAcceptance({ actor: executive }, { acceptanceId, version: 1, decision: "accepted" });
  return acceptanceId;
}

function endOf(id: string): Promise<Date> {
  return withActor(ready.world.as.auditor, async (tx) => {
    const row = await tx.riskAcceptance.findUniqueOrThrow({ where: { id }, select: { expiresAt: true } });
    return row.expiresAt;
  });
}
