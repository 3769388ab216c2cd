import { beforeAll, describe, expect, it } from "vitest";
import { withActor } from "@/lib/db/transaction";
import { addWorkloadsToWave } from "@/lib/waves/commands/add-workloads-to-wave";
import { createWave } from "@/lib/waves/commands/create-wave";
import { setWaveWindow } from "@/lib/waves/commands/set-wave-window";
import type { GateKind, WaveKind } from "@/lib/waves/model/states";
import { createWorkload } from "@/lib/workloads/commands/create-workload";
import { step, versionOf } from "@/prisma/factories/ready-wave";
import { addMember, addPerson, foundWorld, type World } from "@/prisma/factories/world";
import { asWeb } from "@/prisma/testing/database";
import { getGate } from "../queries/get-gate";
import { readGuard } from "../queries/standing";
import { getTemplate, listTemplates } from "../queries/templates";
import { listWaveGates } from "../queries/wave-gates";
import { builtInTemplate } from "../rules/built-in-templates";
import { attestCriterion } from "./attest-criterion";
import { openGate } from "./open-gate";
import { saveGateTemplate } from "./save-gate-template";
import { signGate } from "./sign-gate";

let world: World;
beforeAll(async () => {
  world = await foundWorld();
});

describe("a gate before another step than the cutover", () => {
  it("guards its step once it is open, and is asked of nobody where it is not", async () => {
    const free = await aWave("foundation");
    await step(world, free.waveId, "rehearsing");
    const held = await aWave("foundation");
    await open(held.waveId, "readiness");
    await expect(step(world, held.waveId, "rehearsing")).rejects.toMatchObject({
      code: "BLOCKED",
      message: expect.stringMatching(/The gate “Readiness: .+” does not hold\. /),
    });
    await makeHold(held.number, "readiness");
    await step(world, held.waveId, "rehearsing");
    const [gate] = await listWaveGates(world.as.auditor, held.number, new Date());
    expect(gate).toMatchObject({ kind: "readiness", ahead: false, judged: { holds: true } });
  });

  it("takes no signature any more once the wave has taken its step", async () => {
    const wave = await aWave("foundation");
    await open(wave.waveId, "readiness");
    await makeHold(wave.number, "readiness");
    await step(world, wave.waveId, "rehearsing");
    const view = await getGate(world.as.program_manager, wave.number, new Date(), "readiness");
    expect(view?.signBlockers).toMatchObject([{ code: "decided" }]);
    expect(view?.attestBlockers).toMatchObject([{ code: "attempt-over" }]);
  });

  it("is opened once an attempt and only while its step lies ahead", async () => {
    const wave = await aWave("foundation");
    await open(wave.waveId, "readiness");
    await expect(open(wave.waveId, "readiness")).rejects.toMatchObject({
      message: expect.stringMatching(/^The readiness gate of .+, attempt 1, is open already\.$/),
    });
    await expect(open(wave.waveId, "hypercare_exit")).rejects.toMatchObject({
      message: "A hypercare exit gate is opened while the wave is cutting over or hypercare.",
    });
    await makeHold(wave.number, "readiness");
    await step(world, wave.waveId, "rehearsing");
    await expect(open((await aWave("foundation", "rehearsing")).waveId, "readiness")).rejects.toMatchObject({
      message: "A readiness gate is opened while the wave is planned or preparing.",
    });
  });

  it("waits for the conditions of the gate before it", async () => {
    const wave = await aWave("production");
    await open(wave.waveId, "readiness");
    await attestAll(wave.number, "readiness");
    await sign(wave.number, "readiness", true);
    await open(wave.waveId, "rehearsal");
    const found = await criterion(wave.number, "rehearsal", "conditions");
    expect(found).toMatchObject({
      status: "not_met",
      finding: expect.stringMatching(/^1 condition of earlier gates is open: “Open the ports” \(Readiness: /),
    });
  });

  it("finds what was never drilled not met, and a window outside every freeze met", async () => {
    const wave = await aWave("production");
    await open(wave.waveId, "rehearsal");
    expect(await criterion(wave.number, "rehearsal", "recovery")).toMatchObject({
      status: "not_met",
      finding: expect.stringContaining("(never tested)"),
    });
    await open(wave.waveId, "go_no_go");
    expect(await criterion(wave.number, "go_no_go", "calendar")).toMatchObject({ status: "met" });
    expect(await criterion(wave.number, "go_no_go", "recovery")).toMatchObject({ status: "not_met" });
    expect(await criterion(wave.number, "go_no_go", "restore-rehearsed")).toBeUndefined();
  });
});

describe("an emergency gate", () => {
  it("stands in for go/no-go, and the wave closes only with a review of it", async () => {
    const wave = await aWave("non_production", "ready");
    const { waveId, number } = wave;
    await expect(step(world, waveId, "cutting_over")).rejects.toMatchObject({
      message: expect.stringContaining("no go/no-go gate"),
    });
    await open(waveId, "emergency");
    expect((await readGuard(world.as.auditor, number, new Date())).gate).toMatchObject({ holds: false });
    await makeHold(number, "emergency");
    await step(world, waveId, "cutting_over");
    await step(world, waveId, "hypercare");
    await expect(step(world, waveId, "closed", "All is well")).rejects.toMatchObject({
      message: expect.stringContaining("There is no hypercare exit gate for attempt 1 yet."),
    });
    await open(waveId, "hypercare_exit");
    expect(await criterion(number, "hypercare_exit", "emergency-review")).toMatchObject({
      status: "unknown",
    });
  });
});

describe("a template of the program", () => {
  it("is Wavegate's until it is changed; then each version is kept, and an open gate stays as it is", async () => {
    const one = await foundWorld();
    const manager = { actor: one.as.program_manager };
    const before = await listTemplates(one.as.auditor);
    expect(before).toHaveLength(24);
    expect(before.every(({ version, id }) => version === 0 && id === null)).toBe(true);
    world = one;
    const wave = await aWave("production");
    await open(wave.waveId, "readiness");
    const { gateId, facts } = await gate(wave.number, "readiness");
    await saveGateTemplate(manager, { ...own("readiness"), version: 0 });
    const after = await gate(wave.number, "readiness");
    expect(after.facts.criteria).toEqual(facts.criteria);
    expect(after.facts.gate).toMatchObject({ id: gateId, templateVersion: null });
    const next = await aWave("production");
    await open(next.waveId, "readiness");
    const opened = await gate(next.number, "readiness");
    expect(opened.facts.gate.templateVersion).toBe(1);
    expect(opened.facts.criteria.map(({ key }) => key)).toContain("keys-handed-over");
  });

  it("demands its gate of every wave of the kind, at once", async () => {
    const wave = await aWave("production");
    const manager = { actor: world.as.program_manager };
    await saveGateTemplate(manager, { ...own("readiness"), version: 1, demanded: true });
    await expect(step(world, wave.waveId, "rehearsing")).rejects.toMatchObject({
      message: expect.stringContaining("There is no readiness gate for attempt 1 yet."),
    });
    const gates = await listWaveGates(world.as.auditor, wave.number, new Date());
    expect(gates[0]).toMatchObject({ kind: "readiness", demanded: true, opens: true, judged: null });
  });

  it.each<[string, object, RegExp]>([
    ["an older version", { version: 1 }, /Somebody else changed this/],
    ["nothing new", {}, /^Nothing was changed\.$/],
    ["a quorum that nobody can reach", { quorum: 3 }, /quorum cannot be larger/],
    ["the same question twice", { criteria: [{ ...QUESTION() }, { ...QUESTION() }] }, /is asked twice/],
    [
      "a check that is none",
      { criteria: [{ ...QUESTION(), source: "computed" }] },
      /nothing that the system can check/,
    ],
    ["a word on what is computed", { criteria: [{ ...QUESTION(), key: "owners" }] }, /attested by nobody/],
    [
      "a later gate without conditions",
      { kind: "rehearsal", version: 0 },
      /keep the criterion that asks for them/,
    ],
    [
      "a cutover that program managers decide alone",
      { kind: "emergency", version: 0, quorum: 1 },
      /does not decide on a cutover alone/,
    ],
    ["go/no-go that may be left out", { kind: "go_no_go", version: 0, demanded: false }, /always demanded/],
  ])("is refused with %s", async (_what, changes, words) => {
    const manager = { actor: world.as.program_manager };
    const asked = { ...own("readiness"), version: 2, demanded: true, ...changes };
    await expect(saveGateTemplate(manager, asked)).rejects.toMatchObject({
      message: expect.stringMatching(words),
    });
  });

  it("is changed by a program manager alone, and a version by nobody", async () => {
    for (const role of ["executive", "platform_engineer", "business_owner", "auditor", "partner"] as const) {
      const saved = saveGateTemplate({ actor: world.as[role] }, { ...own("readiness"), version: 2 });
      await expect(saved).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await expect(asWeb(`UPDATE "GateTemplate" SET quorum = 1`)).rejects.toMatchObject({ code: "42501" });
    await expect(asWeb(`DELETE FROM "GateTemplate"`)).rejects.toMatchObject({ code: "42501" });
  });

  it("is of one program", async () => {
    const stranger = await foundWorld();
    const seen = await listTemplates(stranger.as.program_manager);
    expect(seen.every(({ version }) => version === 0)).toBe(true);
  });
});

function QUESTION() {
  return {
    key: "keys-handed-over",
    group: "Security readiness",
    title: "Keys were handed over",
    meaning: "Nobody gets in",
    source: "attested" as const,
  };
}

function own(kind: GateKind) {
  const { demanded, quorum, seats } = builtInTemplate("production", "readiness");
  const roles = seats.map(({ role, capacity }) => ({
    role: role === "platform_engineer" ? role : ("program_manager" as const),
    capacity,
  }));
  return { waveKind: "production" as const, kind, demanded, quorum, seats: roles, criteria: [QUESTION()] };
}

/** With the seats and the quorum of its template. */
async function open(waveId: string, kind: GateKind) {
  const actor = world.as.program_manager;
  const waveKind = await withActor(actor, async (tx) => {
    const wave = await tx.wave.findUniqueOrThrow({ where: { id: waveId }, select: { kind: true } });
    return wave.kind;
  });
  const { quorum, seats } = await getTemplate(actor, { waveKind, kind });
  return openGate({ actor }, { waveId, kind, quorum, seats: [...seats] });
}

async function gate(number: number, kind: GateKind) {
  const view = await getGate(world.as.program_manager, number, new Date(), kind);
  if (view === null) throw new Error("the gate is open");
  return { ...view, gateId: view.facts.gate.id };
}

async function criterion(number: number, kind: GateKind, key: string) {
  const { judged } = await gate(number, kind);
  return judged.criteria.find((one) => one.key === key);
}

async function attestAll(number: number, kind: GateKind): Promise<void> {
  const { facts } = await gate(number, kind);
  const actor = await addMember(world, "platform_engineer");
  for (const { id, source } of facts.criteria) {
    if (source === "computed") continue;
    await attestCriterion({ actor }, { criterionId: id, met: true, statement: "Seen and found in order" });
  }
}

/** In every seat; with a condition in the first one alone. */
async function sign(number: number, kind: GateKind, conditionally = false): Promise<void> {
  const { gateId, facts, judged } = await gate(number, kind);
  const owner = await addPerson(world, `Owner ${Math.random()}`);
  const condition = {
    text: "Open the ports",
    ownerId: owner,
    dueOn: "2099-01-01",
    due: "before_cutover" as const,
  };
  for (const { role, position } of facts.seats) {
    const withCondition = conditionally && position === 0;
    await signGate(
      { actor: world.as[role] },
      {
        gateId,
        digest: judged.digest,
        decision: withCondition ? "approve_with_conditions" : "approve",
        conditions: withCondition ? [condition] : [],
      },
    );
  }
}

/** Everything that can be computed holds for the waves below. */
async function makeHold(number: number, kind: GateKind): Promise<void> {
  await attestAll(number, kind);
  await sign(number, kind);
}

async function aWave(kind: WaveKind, state: "preparing" | "rehearsing" | "ready" = "preparing") {
  const manager = { actor: world.as.program_manager };
  const person = await addPerson(world, `Owner ${Math.random()}`);
  const tierId = await withActor(world.as.program_manager, async (tx) => {
    const tier = await tx.tier.findFirstOrThrow({ orderBy: { rank: "asc" }, select: { id: true } });
    return tier.id;
  });
  const owners = { businessOwnerId: person, technicalOwnerId: person };
  const { workloadId } = await createWorkload(manager, { name: `Service of ${person}`, tierId, ...owners });
  const { waveId, number } = await createWave(manager, { name: `Wave of ${person}`, kind, leadId: person });
  await addWorkloadsToWave(manager, { waveId, workloadIds: [workloadId] });
  const local = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString().slice(0, 16);
  const window = { startLocal: local(-1), endLocal: local(8), zone: "UTC" };
  await setWaveWindow(manager, { waveId, version: await versionOf(world, waveId), ...window });
  await withActor(world.as.program_manager, async (tx) => {
    const title = `Nothing left of ${person}`;
    const at = { programId: world.program.id, createdAt: new Date(), updatedAt: new Date() };
    const closed = { status: "closed", closedReason: "Looked", closedAt: new Date() } as const;
    const code = `R-${number}${Math.floor(Math.random() * 1e6)}`;
    const { id } = await tx.risk.create({
      data: { ...at, code, title, titleKey: title.toLowerCase(), ...closed },
      select: { id: true },
    });
    await tx.riskWave.create({
      data: { programId: world.program.id, riskId: id, waveId },
      select: { waveId: true },
    });
  });
  for (const to of ["preparing", "rehearsing", "ready"] as const) {
    await step(world, waveId, to);
    if (to === state) break;
  }
  return { waveId, number };
}
