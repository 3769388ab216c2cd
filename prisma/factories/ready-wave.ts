import type { Actor } from "@/lib/access/model";
import { addChecklistItems } from "@/lib/cutover/commands/add-checklist-items";
import { settleChecklistItem } from "@/lib/cutover/commands/settle-checklist-item";
import { withActor } from "@/lib/db/transaction";
import { attestCriterion } from "@/lib/gates/commands/attest-criterion";
import { openGate } from "@/lib/gates/commands/open-gate";
import { saveGateTemplate } from "@/lib/gates/commands/save-gate-template";
import { signGate } from "@/lib/gates/commands/sign-gate";
import { transitionWave } from "@/lib/gates/commands/transition-wave";
import type { SeatTemplate } from "@/lib/gates/model/template";
import { type GateView, getGate } from "@/lib/gates/queries/get-gate";
import { getTemplate } from "@/lib/gates/queries/templates";
import { openingBlockers } from "@/lib/gates/rules/opening-blockers";
import { closeRisk } from "@/lib/risks/commands/close-risk";
import { raiseRisk } from "@/lib/risks/commands/raise-risk";
import { addWorkloadsToWave } from "@/lib/waves/commands/add-workloads-to-wave";
import { createWave } from "@/lib/waves/commands/create-wave";
import { setWaveWindow } from "@/lib/waves/commands/set-wave-window";
import type { WaveState } from "@/lib/waves/model/states";
import { createWorkload } from "@/lib/workloads/commands/create-workload";
import { addPerson, type World } from "./world";

export type ReadyWave = {
  world: World;
  waveId: string;
  number: number;
  workloadId: string;
  gateId: string;
  personId: string;
};

type Seat = { role: "business_owner" | "executive"; userId?: string | null; capacity?: string };

/** A wave in "ready" whose go/no-go gate lacks nothing but signatures. The window is open now. */
export async function readyWave(
  world: World,
  seats: readonly Seat[] = [{ role: "business_owner" }],
): Promise<ReadyWave> {
  const manager = { actor: world.as.program_manager };
  const personId = await addPerson(world, `Owner ${Math.random().toString(36).slice(2)}`);
  const tierId = await firstTier(world.as.program_manager);
  const { workloadId } = await createWorkload(manager, {
    name: `Order intake ${personId}`,
    criticality: "operational",
    stateful: false,
    businessOwnerId: personId,
    technicalOwnerId: personId,
    tierId,
  });
  const { waveId, number } = await createWave(manager, {
    name: "EDI and portals",
    kind: "production",
    leadId: personId,
  });
  await addWorkloadsToWave(manager, { waveId, workloadIds: [workloadId] });
  await setWaveWindow(manager, { waveId, version: await versionOf(world, waveId), ...windowAroundNow() });
  await raiseAndClose(world, waveId);
  await addChecklistItems(manager, { waveId, items: [{ title: "Lower the DNS time-to-live" }] });
  await settleEverything(world, waveId);
  for (const to of ["preparing", "rehearsing", "ready"] as const) await step(world, waveId, to);
  const asked = seats.map((seat) => ({ userId: null, capacity: "Owner of order intake", ...seat }));
  await askForNoMore(world, asked);
  const { gateId } = await openGate(manager, { waveId, quorum: 1, seats: asked });
  const ready = { world, waveId, number, workloadId, gateId, personId };
  await attestEverything(ready);
  return ready;
}

/** The gate as somebody sees it now. */
export async function gateOf(
  { world, number }: ReadyWave,
  actor = world.as.business_owner,
): Promise<GateView> {
  const view = await getGate(actor, number, new Date());
  if (view === null) throw new Error("the wave has no gate");
  return view;
}

/** Approves as somebody, on what they are shown now. */
export async function approve(ready: ReadyWave, actor = ready.world.as.business_owner) {
  const { judged } = await gateOf(ready, actor);
  return signGate({ actor }, { gateId: ready.gateId, decision: "approve", digest: judged.digest });
}

/** Takes one step as the program manager, at the wave's present version. */
export async function step(world: World, waveId: string, to: WaveState, reason = ""): Promise<void> {
  const version = await versionOf(world, waveId);
  await transitionWave({ actor: world.as.program_manager }, { waveId, version, to, reason });
}

export function versionOf(world: World, waveId: string): Promise<number> {
  return withActor(world.as.program_manager, async (tx) => {
    const wave = await tx.wave.findUniqueOrThrow({ where: { id: waveId }, select: { version: true } });
    return wave.version;
  });
}

/** The program's template asks for these seats, one of which must approve: a gate asks for no less than its template. */
async function askForNoMore(world: World, seats: readonly SeatTemplate[]): Promise<void> {
  const actor = world.as.program_manager;
  const kinds = { waveKind: "production", kind: "go_no_go" } as const;
  const { demanded, criteria, version, ...present } = await getTemplate(actor, kinds);
  if (openingBlockers(present, { seats, quorum: 1 }).length === 0) return;
  const asked = seats.map(({ role, capacity }) => ({ role, capacity }));
  await saveGateTemplate(
    { actor },
    { ...kinds, demanded, version, quorum: 1, seats: asked, criteria: [...criteria] },
  );
}

async function attestEverything(ready: ReadyWave): Promise<void> {
  const { facts } = await gateOf(ready);
  for (const criterion of facts.criteria.filter((one) => one.source === "attested")) {
    await attestCriterion(
      { actor: ready.world.as.platform_engineer },
      { criterionId: criterion.id, met: true, statement: "Rehearsed on Sunday" },
    );
  }
}

/** Somebody looked for risks: one was found and is no more. */
async function raiseAndClose(world: World, waveId: string): Promise<void> {
  const actor = world.as.program_manager;
  const { id: riskId } = await raiseRisk(
    { actor },
    { title: "Partners keep the old address", waveIds: [waveId] },
  );
  await closeRisk({ actor }, { riskId, version: 1, reason: "All partners have moved" });
}

async function settleEverything(world: World, waveId: string): Promise<void> {
  const actor = world.as.platform_engineer;
  const items = await withActor(actor, (tx) =>
    tx.checklistItem.findMany({ where: { waveId }, select: { id: true, version: true } }),
  );
  for (const { id, version } of items)
    await settleChecklistItem({ actor }, { itemId: id, version, state: "done" });
}

function firstTier(actor: Actor): Promise<string> {
  return withActor(actor, async (tx) => {
    const tier = await tx.tier.findFirstOrThrow({ orderBy: { rank: "asc" }, select: { id: true } });
    return tier.id;
  });
}

/** A window in UTC from an hour ago to eight hours on. */
function windowAroundNow() {
  const local = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString().slice(0, 16);
  return { startLocal: local(-1), endLocal: local(8), zone: "UTC" };
}
