import type { Call } from "@/lib/command/define-command";
import { attestCriterion } from "@/lib/gates/commands/attest-criterion";
import { lendSeat } from "@/lib/gates/commands/lend-seat";
import { openGate } from "@/lib/gates/commands/open-gate";
import { signGate } from "@/lib/gates/commands/sign-gate";
import { getGate } from "@/lib/gates/queries/get-gate";
import { changeWave } from "@/lib/waves/commands/change-wave";
import type { Story } from "./story";
import { instantOn } from "./story-clock";
import { type ToldWave, versionOf } from "./told-wave";

const STATEMENTS: Record<string, string> = {
  "restore-rehearsed": "One service of each kind restored from the vault, inside its target",
  "rollback-rehearsed": "Rollback rehearsed and timed in the second rehearsal",
  reconciliation: "Orders, stock and prices compared: 0.04 % difference, tolerance 0.2 %",
  observability: "Dashboards and alerts recorded for every workload of the wave",
  "users-ready": "Users told by mail and on the notice boards; the service desk rehearsed the handover",
};

/** Who signs at every cutover of the program, as its templates ask. */
export const SEATS = [
  {
    role: "business_owner",
    name: "Helen Brandt",
    capacity: "owner of order intake, portals and partner EDI",
  },
  { role: "business_owner", name: "Joost van Dijk", capacity: "owner of the warehouses" },
  { role: "executive", name: "Marta Okafor", capacity: "executive sponsor" },
] as const;

/** Opens the go/no-go gate of a wave with its three signers and has every attested criterion attested. */
export async function openAndAttest(
  story: Story,
  wave: ToldWave,
  calls: { open: Call; attest: Call },
): Promise<void> {
  await openGate(calls.open, {
    waveId: wave.waveId,
    quorum: SEATS.length,
    closesAt: instantOn(story.demoDay, wave.saturday - 1, "17:00"),
    seats: SEATS.map(({ role, name, capacity }) => ({ role, userId: story.as(name).userId, capacity })),
  });
  const gate = await requireGate(story, wave);
  for (const criterion of gate.facts.criteria.filter((one) => one.source === "attested")) {
    const statement = STATEMENTS[criterion.key] ?? "Seen and found in order";
    await attestCriterion(calls.attest, { criterionId: criterion.id, met: true, statement });
  }
}

/** All three sign, on the day given. */
export async function signAll(story: Story, wave: ToldWave, day: number): Promise<void> {
  for (const { name } of SEATS) await sign(story, wave, story.back(name, day, "11:00"));
}

/** Helen signs now; then the time to go back changes, so her signature is stale; Joost signs what is; Marta is awaited. */
export async function tellStaleSignature(story: Story, wave: ToldWave): Promise<void> {
  await sign(story, wave, story.now("Helen Brandt"));
  const version = await versionOf(story, wave.waveId);
  await changeWave(story.now("Priya Raman"), { waveId: wave.waveId, version, rollbackMinutes: 52 });
  await sign(story, wave, story.now("Joost van Dijk"));
  await lendForLeave(story, wave);
}

/** Joost goes on leave after the demo's day: whatever is asked again meanwhile, Lena may sign for him. */
async function lendForLeave(story: Story, wave: ToldWave): Promise<void> {
  const joost = story.as("Joost van Dijk");
  const seat = (await requireGate(story, wave)).facts.seats.find((one) => one.userId === joost.userId);
  if (seat === undefined) throw new Error("Joost is not asked to sign");
  await lendSeat(story.back(joost.name, -1, "16:00"), {
    seatId: seat.id,
    toUserId: story.as("Lena Fischer").userId,
    startAt: instantOn(story.demoDay, 2, "08:00"),
    endAt: instantOn(story.demoDay, 12, "18:00"),
    reason: "On leave; Lena was in both rehearsals",
  });
}

async function sign(story: Story, wave: ToldWave, call: Call): Promise<void> {
  const { facts, judged } = await requireGate(story, wave);
  await signGate(call, { gateId: facts.gate.id, decision: "approve", digest: judged.digest });
}

async function requireGate(story: Story, wave: ToldWave) {
  const gate = await getGate(story.as("Dirk Achterberg"), wave.script.number, new Date());
  if (gate === null) throw new Error(`wave ${wave.script.number} has no gate`);
  return gate;
}
