import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withActor } from "@/lib/db/transaction";
import { AppError } from "@/lib/kernel/errors";
import { setRecoveryTarget } from "@/lib/recovery/commands/set-recovery-target";
import { changeWave } from "@/lib/waves/commands/change-wave";
import { changeWorkload } from "@/lib/workloads/commands/change-workload";
import { approve, gateOf, type ReadyWave, readyWave, versionOf } from "@/prisma/factories/ready-wave";
import { foundWorld } from "@/prisma/factories/world";
import { asSuperuser } from "@/prisma/testing/database";
import { interceptStatements, interleave, seeded } from "@/prisma/testing/interleave";
import { snapshotOf } from "../rules/snapshot";
import { attestCriterion } from "./attest-criterion";
import { signGate } from "./sign-gate";
import { transitionWave } from "./transition-wave";
import { waiveCriterion } from "./waive-criterion";

/** Races of the run; `npm run prove -- interleavings` asks for 1,000. */
const RACES = Number(process.env.WAVEGATE_INTERLEAVINGS ?? 200);
const SEED = 20_261_121;

const DECIDES = ["gate.approved", "wave.transitioned"];

let ready: ReadyWave;
let back: () => void;
beforeAll(async () => {
  ready = await readyWave(await foundWorld());
  back = interceptStatements();
});
afterAll(() => back());

describe("a change, a signature and a step at once", () => {
  it(`end in none of ${RACES} random interleavings with a decision on what is no more`, {
    timeout: 60_000 + RACES * 2000,
  }, async () => {
    const seen = { signed: 0, moved: 0, changed: 0, refused: 0, both: 0 };
    for (let turn = 0; turn < RACES; turn += 1) {
      const race = await raceOf(SEED + turn);
      expect(race.faults, `race ${turn} with seed ${SEED + turn}`).toEqual([]);
      seen.signed += Number(race.actions.includes("gate.approved"));
      seen.moved += Number(race.actions.includes("wave.transitioned"));
      seen.changed += Number(race.changed);
      seen.refused += race.refused;
      seen.both += Number(race.changed && race.actions.some((one) => DECIDES.includes(one)));
    }
    // every outcome has been met: a race in which nothing ever meets proves nothing
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(RACES / 20);
  });

  it("are found out where the exclusive lock is only shared: the control", { timeout: 120_000 }, async () => {
    const withoutLock = (sql: string) =>
      sql.replaceAll(
        "pg_advisory_xact_lock(hashtextextended",
        "pg_advisory_xact_lock_shared(hashtextextended",
      );
    const faults = [];
    for (let turn = 0; turn < 60 && faults.length === 0; turn += 1)
      faults.push(...(await raceOf(SEED + turn, withoutLock)).faults);
    expect(faults).not.toEqual([]);
  });
});

/**
 * One race from a gate that lacks nothing but, in half of them, its signature. A fault is a signature or a step that the
 * chain holds after a change of what it rested on, or a gate that holds although something was changed since.
 */
async function raceOf(seed: number, rewrite?: (sql: string) => string) {
  const random = seeded(seed);
  await begin();
  if (random() < 0.5) await approve(ready);
  const { judged } = await gateOf(ready);
  const from = await lastSeq();
  const works = [...(await decisions(judged.digest)), await change(random)];
  const outcomes = await interleave(works, random, rewrite);
  for (const outcome of outcomes)
    if (outcome.status === "rejected" && !(outcome.reason instanceof AppError)) throw outcome.reason;
  const actions = await actionsSince(from);
  const after = await gateOf(ready);
  const changed = snapshotOf(after.facts).digest !== judged.digest;
  const at = actions.findIndex((one) => !DECIDES.includes(one));
  const late = at < 0 ? [] : actions.slice(at + 1).filter((one) => DECIDES.includes(one));
  return {
    actions,
    changed,
    refused: outcomes.filter((outcome) => outcome.status === "rejected").length,
    faults: [
      ...(changed ? late.map((one) => `${one} after ${actions[at]}`) : []),
      ...(changed && after.judged.holds ? ["the gate holds on a changed state"] : []),
    ],
  };
}

/** The wave is ready again and nobody has signed. */
async function begin(): Promise<void> {
  const { gateId, waveId } = ready;
  await asSuperuser(`DELETE FROM "GateSignOff" WHERE "gateId" = $1`, [gateId]);
  await asSuperuser(`DELETE FROM "GateDuty" WHERE "gateId" = $1 AND duty = 'signer'`, [gateId]);
  await asSuperuser(
    `DELETE FROM "Waiver" w USING "GateCriterion" c WHERE c.id = w."criterionId" AND c."gateId" = $1`,
    [gateId],
  );
  await asSuperuser(`UPDATE "Wave" SET state = 'ready' WHERE id = $1`, [waveId]);
}

async function decisions(digest: string): Promise<(() => Promise<unknown>)[]> {
  const { world, waveId, gateId } = ready;
  const version = await versionOf(world, waveId);
  return [
    () => signGate({ actor: world.as.business_owner }, { gateId, decision: "approve", digest }),
    () => transitionWave({ actor: world.as.program_manager }, { waveId, version, to: "cutting_over" }),
  ];
}

/** A change of a material fact, by chance one of five kinds, to a value it did not have. */
async function change(random: () => number): Promise<() => Promise<unknown>> {
  const { world, waveId, workloadId } = ready;
  const manager = { actor: world.as.program_manager };
  const [row] = await asSuperuser<{
    version: number;
    criticality: string;
    target: number | null;
    minutes: number | null;
  }>(
    `SELECT w.version, w.criticality::text, t.version AS target, t."rtoMinutes" AS minutes FROM "Workload" w
     LEFT JOIN "RecoveryTarget" t ON t."workloadId" = w.id WHERE w.id = $1`,
    [workloadId],
  );
  if (row === undefined) throw new Error("the workload is gone");
  const wave = await versionOf(world, waveId);
  const rollbackMinutes = await withActor(manager.actor, async (tx) => {
    const found = await tx.wave.findUniqueOrThrow({
      where: { id: waveId },
      select: { rollbackMinutes: true },
    });
    return ((found.rollbackMinutes ?? 20) % 60) + 1;
  });
  const attested = (await gateOf(ready)).facts.criteria.find((one) => one.source === "attested");
  const criterionId = attested?.id ?? "";
  const kinds: (() => Promise<unknown>)[] = [
    () =>
      setRecoveryTarget(manager, {
        workloadId,
        rtoMinutes: ((row.minutes ?? 20) % 30) + 1,
        rpoMinutes: 5,
        reason: "",
        ...(row.target === null ? {} : { version: row.target }),
      }),
    () =>
      changeWorkload(manager, {
        workloadId,
        version: row.version,
        criticality: row.criticality === "revenue" ? "support" : "revenue",
      }),
    () => changeWave(manager, { waveId, version: wave, rollbackMinutes }),
    () =>
      attestCriterion(
        { actor: world.as.platform_engineer },
        { criterionId, met: true, statement: `Rehearsed again, ${Math.floor(random() * 1e9)}` },
      ),
    () =>
      waiveCriterion(
        { actor: world.as.executive },
        { criterionId, reason: "Low season", expiresAt: new Date(Date.now() + 86_400_000) },
      ),
  ];
  const chosen = kinds[Math.floor(random() * kinds.length)];
  if (chosen === undefined) throw new Error("no kind of change was chosen");
  return chosen;
}

async function lastSeq(): Promise<number> {
  const [row] = await asSuperuser<{ seq: number }>(
    `SELECT coalesce(max(seq), 0)::int AS seq FROM "AuditEvent" WHERE "chainId" = $1`,
    [ready.world.program.id],
  );
  return row?.seq ?? 0;
}

/** What was committed since, in the order of the chain. */
async function actionsSince(seq: number): Promise<string[]> {
  const rows = await asSuperuser<{ action: string }>(
    `SELECT action FROM "AuditEvent" WHERE "chainId" = $1 AND seq > $2 ORDER BY seq`,
    [ready.world.program.id, seq],
  );
  return rows.map(({ action }) => action);
}
