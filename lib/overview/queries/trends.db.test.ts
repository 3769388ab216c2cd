import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withActor } from "@/lib/db/transaction";
import { addDays, dateIn } from "@/lib/kernel/time";
import { recordDrill } from "@/lib/recovery/commands/record-drill";
import { removeRecoveryTarget } from "@/lib/recovery/commands/remove-recovery-target";
import { setRecoveryTarget } from "@/lib/recovery/commands/set-recovery-target";
import { withdrawDrill } from "@/lib/recovery/commands/withdraw-drill";
import { recoveryCoverage } from "@/lib/recovery/queries/recovery-coverage";
import { assessRisk } from "@/lib/risks/commands/assess-risk";
import { changeRisk } from "@/lib/risks/commands/change-risk";
import { closeRisk } from "@/lib/risks/commands/close-risk";
import { decideAcceptance } from "@/lib/risks/commands/decide-acceptance";
import { proposeAcceptance } from "@/lib/risks/commands/propose-acceptance";
import { raiseRisk } from "@/lib/risks/commands/raise-risk";
import { reopenRisk } from "@/lib/risks/commands/reopen-risk";
import { saveRiskDomain } from "@/lib/risks/commands/save-risk-domain";
import { riskChoices } from "@/lib/risks/queries/risk-choices";
import { riskCounts } from "@/lib/risks/queries/risks-above-appetite";
import { addWorkloadsToWave } from "@/lib/waves/commands/add-workloads-to-wave";
import { createWave } from "@/lib/waves/commands/create-wave";
import { removeWorkloadsFromWave } from "@/lib/waves/commands/remove-workloads-from-wave";
import { setWaveWindow } from "@/lib/waves/commands/set-wave-window";
import { changeWorkload } from "@/lib/workloads/commands/change-workload";
import { createWorkload } from "@/lib/workloads/commands/create-workload";
import { saveTier } from "@/lib/workloads/commands/save-tier";
import { listTiers } from "@/lib/workloads/queries/options";
import { addPerson, foundWorld } from "@/prisma/factories/world";
import { asSuperuser } from "@/prisma/testing/database";
import { liveCount } from "./estate-counts";
import { programTrends } from "./trends";

const now = new Date();
const DAY = 86_400_000;

/** A program whose history is told by days before today. */
async function told() {
  const world = await foundWorld();
  const actor = world.as.program_manager;
  const at = (days: number) => new Date(now.getTime() + days * DAY);
  const on = (days: number) => dateIn("Europe/London", at(days));
  const back = (days: number, who = actor) => ({
    actor: who,
    backfill: { occurredAt: at(days), source: "test", reason: "told", by: actor },
  });
  const [tier] = await listTiers(actor);
  if (tier === undefined) throw new Error("the world has no tier");
  const { workloads: _, ...facts } = tier;
  await saveTier(back(-99), {
    ...facts,
    tierId: tier.id,
    rtoMinutes: 60,
    rpoMinutes: 15,
    drillIntervalDays: 365,
  });
  const workloads: string[] = [];
  for (const name of ["One", "Two", "Three"]) {
    const { workloadId } = await createWorkload(back(-98), { name: `Workload ${name}`, tierId: tier.id });
    workloads.push(workloadId);
  }
  const [one = "", two = "", three = ""] = workloads;
  return { world, actor, at, on, back, tierId: tier.id, one, two, three };
}

type Told = Awaited<ReturnType<typeof told>>;

const version = (story: Told, table: "risk" | "wave" | "workload" | "riskDomain", id: string) =>
  withActor(story.actor, async (tx) => {
    const find = { where: { id }, select: { version: true } };
    const row =
      table === "risk"
        ? await tx.risk.findUniqueOrThrow(find)
        : table === "wave"
          ? await tx.wave.findUniqueOrThrow(find)
          : table === "workload"
            ? await tx.workload.findUniqueOrThrow(find)
            : await tx.riskDomain.findUniqueOrThrow(find);
    return row.version;
  });

/** A step of a wave, past its gates; nothing happens without an event. */
async function steps({ world, at }: Told, waveId: string, days: number, from: string, to: string) {
  await asSuperuser(
    `INSERT INTO "WaveTransition" (id, "programId", "waveId", attempt, "fromState", "toState", at)
     VALUES (gen_random_uuid(), $1, $2, 1, $3::"WaveState", $4::"WaveState", $5)`,
    [world.program.id, waveId, from, to, at(days)],
  );
  // a new attempt begins without a window
  const none = ["windowStartLocal", "windowEndLocal", "zone", "windowStartAt", "windowEndAt"];
  const again = from === "rolled_back" ? none.map((column) => `, "${column}" = NULL`).join("") : "";
  await asSuperuser(`UPDATE "Wave" SET state = $2::"WaveState"${again} WHERE id = $1`, [waveId, to]);
  await addPerson(world, `Took wave ${waveId} to ${to} on ${days}`);
}

async function waveOf(story: Told, days: number, workloadIds: string[]) {
  const { waveId } = await createWave(story.back(days), { name: `Wave of ${days}`, kind: "production" });
  await addWorkloadsToWave(story.back(days), { waveId, workloadIds });
  return waveId;
}

async function windowOf(story: Told, waveId: string, days: number, opens: number) {
  await setWaveWindow(story.back(days), {
    waveId,
    version: await version(story, "wave", waveId),
    startLocal: `${story.on(opens)}T20:00`,
    endLocal: `${story.on(opens)}T23:00`,
    zone: "Europe/London",
  });
}

function drill(story: Told, workloadId: string, days: number, minutes: number) {
  return recordDrill(story.back(days), {
    workloadId,
    kind: "restore",
    declaredLocal: `${story.on(days - 1)}T10:00`,
    usableLocal: `${story.on(days - 1)}T${10 + Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`,
    lastGoodLocal: `${story.on(days - 1)}T09:55`,
  });
}

describe("programTrends", () => {
  it("ends with the counts of the present, and stays empty where nothing is recorded", async () => {
    const story = await told();
    const waveId = await waveOf(story, -90, [story.one, story.two]);
    await windowOf(story, waveId, -89, -40);
    await steps(story, waveId, -30, "cutting_over", "hypercare");
    await riskOf(story, -70, 5, 4);
    await drill(story, story.one, -60, 40);
    const trends = await programTrends(story.world.as.executive, now);
    const today = { live: trends.live.find(({ on }) => on === trends.today), risks: trends.risks.at(-1) };
    const counted = await liveCount(story.actor, now);
    expect(today.live).toMatchObject({ total: counted.total, live: counted.live, planned: counted.planned });
    const { above, accepted, within, unknown } = await riskCounts(story.actor, now);
    expect(today.risks?.counts).toEqual({ above, accepted, within, unknown });
    expect(trends.recovery.at(-1)?.counts).toEqual((await recoveryCoverage(story.actor, now)).counts);
    const empty = await foundWorld();
    expect(await programTrends(empty.as.auditor, now)).toMatchObject({ live: [], risks: [], recovery: [] });
  });

  it("tells each week as it stood then; what nobody had recorded is null, not 0", async () => {
    const story = await told();
    const waveId = await waveOf(story, -90, [story.one, story.two]);
    await windowOf(story, waveId, -89, -50);
    await steps(story, waveId, -45, "cutting_over", "hypercare");
    await steps(story, waveId, -25, "hypercare", "rolled_back");
    await steps(story, waveId, -24, "rolled_back", "preparing");
    await removeWorkloadsFromWave(story.back(-20), { waveId, workloadIds: [story.two] });
    const risk = await riskOf(story, -60, 5, 4);
    await closeRisk(story.back(-10), {
      riskId: risk,
      version: await version(story, "risk", risk),
      reason: "Gone",
    });
    await drill(story, story.one, -40, 40);
    const trends = await programTrends(story.actor, now);
    const at = (days: number) => {
      const isUntil = (on: string) => on <= story.on(days);
      return {
        live: trends.live.findLast(({ on }) => isUntil(on)),
        risks: trends.risks.findLast(({ on }) => isUntil(on))?.counts,
        recovery: trends.recovery.findLast(({ on }) => isUntil(on))?.counts,
      };
    };
    expect(at(-52).live).toMatchObject({ total: 3, live: 0, planned: 0 });
    expect(at(-30).live).toMatchObject({ total: 3, live: 2, planned: 2 });
    expect(at(0).live).toMatchObject({ live: 0, planned: 0 });
    expect(at(-68).risks).toBeNull();
    expect(at(-30).risks).toMatchObject({ above: 1 });
    expect(at(0).risks).toEqual({ above: 0, accepted: 0, within: 0, unknown: 0 });
    expect(at(-50).recovery).toBeNull();
    expect(at(-10).recovery).toMatchObject({ met: 1, never_tested: 2 });
  });

  it("refuses a partner, and shows nothing of another program", async () => {
    const story = await told();
    const other = await told();
    await riskOf(other, -50, 5, 5);
    await expect(programTrends(story.world.as.partner, now)).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect((await programTrends(story.actor, now)).risks.every(({ counts }) => counts === null)).toBe(true);
  });

  it("law: a point of the past does not change by what is recorded later with a later date", async () => {
    let done = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(1000), { minLength: 10, maxLength: 10 }), async (choices) => {
        const story = await told();
        const acts = await actsOf(story);
        let before = await programTrends(story.actor, now);
        for (const [index, choice] of choices.entries()) {
          const days = -80 + index * 8;
          done +=
            (await acts[choice % acts.length]?.(days).then(
              () => 1,
              () => 0,
            )) ?? 0;
          const after = await programTrends(story.actor, now);
          expect(until(after, story.on(days))).toEqual(until(before, story.on(days)));
          before = after;
        }
      }),
      { numRuns: 5, seed: 20_261_121, endOnFailure: true },
    );
    expect(done).toBeGreaterThan(20);
  }, 120_000);
});

async function riskOf(story: Told, days: number, likelihood: 1 | 5, impact: 4 | 5) {
  const { domains } = await riskChoices(story.actor);
  const domainId = domains.find(({ appetite }) => appetite !== null && appetite < 20)?.id ?? null;
  const { id } = await raiseRisk(story.back(days), {
    title: `Raised on ${days}`,
    domainId,
    currentLikelihood: likelihood,
    currentImpact: impact,
  });
  return id;
}

/** What people do in a program, each at a day of the past; what is not possible then does nothing. */
async function actsOf(story: Told): Promise<((days: number) => Promise<unknown>)[]> {
  const waveId = await waveOf(story, -97, [story.one]);
  const riskId = await riskOf(story, -97, 5, 4);
  const drills: string[] = [];
  const { domains } = await riskChoices(story.actor);
  const [, second] = await listTiers(story.actor);
  const of = (table: "risk" | "wave" | "workload" | "riskDomain", id: string) => version(story, table, id);
  const [first] = domains;
  return [
    (days) => windowOf(story, waveId, days, days + 4),
    (days) => addWorkloadsToWave(story.back(days), { waveId, workloadIds: [story.two] }),
    (days) => removeWorkloadsFromWave(story.back(days), { waveId, workloadIds: [story.two] }),
    (days) => riskOf(story, days, 5, 5),
    async (days) =>
      (async () =>
        assessRisk(story.back(days), {
          riskId,
          version: await of("risk", riskId),
          aspect: "current",
          likelihood: 1,
          impact: (1 + (Math.abs(days) % 5)) as 1,
        }))(),
    (days) =>
      (async () =>
        closeRisk(story.back(days), { riskId, version: await of("risk", riskId), reason: "Over" }))(),
    (days) =>
      (async () =>
        reopenRisk(story.back(days), { riskId, version: await of("risk", riskId), reason: "Back" }))(),
    async (days) =>
      (async () =>
        changeRisk(story.back(days), {
          riskId,
          version: await of("risk", riskId),
          domainId: domains[Math.abs(days) % domains.length]?.id,
        }))(),
    async (days) =>
      first &&
      (async () =>
        saveRiskDomain(story.back(days), {
          domainId: first.id,
          version: await of("riskDomain", first.id),
          name: first.name,
          appetite: 1 + (Math.abs(days) % 25),
          reason: "The board decided so.",
        }))(),
    (days) =>
      (async () => {
        const { acceptanceId } = await proposeAcceptance(story.back(days), {
          riskId,
          reason: "It is rare",
          expiresLocal: `${addDays(story.on(days), 200)}T10:00`,
        });
        const call = story.back(days, story.world.as.executive);
        await decideAcceptance(call, { acceptanceId, version: 1, decision: "accepted", comment: "Yes" });
      })(),
    async (days) => drills.push((await drill(story, story.one, days, 40 + (Math.abs(days) % 40))).drillId),
    (days) => withdrawDrill(story.back(days), { drillId: drills.at(-1) ?? "", reason: "It was another" }),
    (days) =>
      setRecoveryTarget(story.back(days), {
        workloadId: story.one,
        rtoMinutes: 10 + Math.abs(days),
        rpoMinutes: 5,
        reason: "Agreed",
      }),
    (days) => removeRecoveryTarget(story.back(days), { workloadId: story.one }),
    (days) =>
      (async () =>
        changeWorkload(story.back(days), {
          workloadId: story.one,
          version: await of("workload", story.one),
          tierId: second?.id ?? null,
        }))(),
    (days) =>
      (async () => {
        const tier = (await listTiers(story.actor)).find(({ id }) => id === story.tierId);
        if (tier === undefined) return;
        const { workloads: _, ...facts } = tier;
        const drillIntervalDays = 5 + (Math.abs(days) % 60);
        await saveTier(story.back(days), { ...facts, tierId: tier.id, rtoMinutes: 30, drillIntervalDays });
      })(),
    (days) => steps(story, waveId, days, "cutting_over", "hypercare"),
    (days) => createWorkload(story.back(days), { name: `Found on ${days}`, tierId: story.tierId }),
  ];
}

/** The points of days that were over before that day. */
function until(trends: Awaited<ReturnType<typeof programTrends>>, day: string) {
  const past = <Point extends { on: string }>(points: readonly Point[]) =>
    points.filter(({ on }) => on < day);
  return {
    live: past(trends.live).map(({ on, total, live, planned }) => ({ on, total, live, planned })),
    risks: past(trends.risks),
    recovery: past(trends.recovery),
  };
}
