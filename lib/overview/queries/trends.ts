import "server-only";
import type { Actor } from "@/lib/access/model";
import { keeper } from "@/lib/audit/adapters/keep-told";
import { requireRight } from "@/lib/audit/queries/as-actor";
import { touchedUnless } from "@/lib/audit/rules/touched-unless";
import type { Tx } from "@/lib/db/transaction";
import { addDays, dateIn } from "@/lib/kernel/time";
import { recoveryCoverage } from "@/lib/recovery/queries/recovery-coverage";
import { riskCounts } from "@/lib/risks/queries/risks-above-appetite";
import type { WaveSummary } from "@/lib/waves/model/wave";
import { waveCalendars } from "@/lib/waves/queries/wave-calendar";
import { listWaveSteps } from "@/lib/waves/queries/wave-steps";
import { forecastWave } from "@/lib/waves/rules/forecast";
import { freezesMet } from "@/lib/waves/rules/freezes";
import type { LivePoint, TrendDay, Trends } from "../model";
import { type ForecastWave, forecastAt, liveForecast } from "../rules/live-forecast";
import { futureDays, pastDays } from "../rules/trend-days";
import { liveCount, WITHOUT_LIVE } from "./estate-counts";
import { listJudgedWaves } from "./judged-waves";
import { keyOfDays, pastRows } from "./kept-rows";
import { liveRows } from "./trend-rows";

type Bounds = {
  workloads: Date | null;
  risks: Date | null;
  drills: Date | null;
  lastWindow: Date | null;
  unplanned: number;
};

/**
 * The course of the program: workloads live, risks above appetite, recovery proven; at the ends of weeks in the program's
 * zone, told from the histories as they stood then. Rights: risk:read, recovery:read and history:read.
 */
export async function programTrends(actor: Actor, now: Date): Promise<Trends> {
  for (const right of ["risk:read", "recovery:read", "history:read"] as const) requireRight(actor, right);
  const zone = actor.programZone;
  const today = dateIn(zone, now);
  const [waves, bounds] = await Promise.all([forecastWaves(actor, now), keptBounds(actor, null, now)]);
  const first = earliest([bounds.workloads, bounds.risks, bounds.drills]);
  if (first === null) return nothing(today);
  const days = pastDays(dateIn(zone, first), now, zone);
  const forecast = liveForecast(waves, zone);
  const [told, ahead] = await Promise.all([
    toldRows(actor, days, now),
    planAhead(actor, { now, until: lastDay(bounds, forecast, zone) }),
  ]);
  const known = told.live.map((row, at) => livePoint(row, days[at], bounds.workloads));
  const live = known.at(-1)?.live ?? null;
  const foretold = live === null ? [] : ahead.map(({ at }) => forecastAt(waves, live, at));
  const drawn = [
    ...known.map((point) => (point.on === today ? { ...point, forecast: point.live } : point)),
    ...ahead.map(({ point }, n) => ({ ...point, forecast: foretold[n] ?? null })),
  ];
  return {
    today,
    live: drawn,
    unplanned: bounds.unplanned,
    planEnd: bounds.lastWindow === null ? null : dateIn(zone, bounds.lastWindow),
    forecast,
    risks: days.map(({ on, at }, n) => ({
      on,
      counts: since(at, bounds.risks) ? (told.risks[n] ?? null) : null,
    })),
    recovery: days.map(({ on, at }, n) => ({
      on,
      counts: since(at, bounds.drills) ? (told.coverage[n] ?? null) : null,
    })),
  };
}

/** The rows of every day: those that are over from the histories, the present, which is the last, as the figures count it. */
async function toldRows(actor: Actor, days: readonly TrendDay[], now: Date) {
  const [past, live, risks, recovery] = await Promise.all([
    pastRows(actor, days.slice(0, -1), now),
    liveCount(actor, now),
    riskCounts(actor, now),
    recoveryCoverage(actor, now),
  ]);
  const { above, accepted, within, unknown } = risks;
  return {
    live: [...past.live, live],
    risks: [...past.risks, { above, accepted, within, unknown }],
    coverage: [...past.coverage, recovery.counts],
  };
}

const keptBounds = keeper({
  keyOf: () => "",
  touchedBy: touchedUnless({
    elsewhere: WITHOUT_LIVE.filter((family) => !["risk", "drill"].includes(family)),
    workload: [],
  }),
  read: async (tx, programId, _asked: null) => ({ value: await boundsOf(tx, programId), until: null }),
});

async function boundsOf(tx: Tx, programId: string): Promise<Bounds> {
  const [row] = await tx.$queryRaw<Bounds[]>`
    SELECT (SELECT min(w."createdAt") FROM "Workload" w WHERE w."programId" = ${programId}::uuid) AS workloads,
      (SELECT min(r."createdAt") FROM "Risk" r WHERE r."programId" = ${programId}::uuid) AS risks,
      (SELECT min(d."recordedAt") FROM "Drill" d WHERE d."programId" = ${programId}::uuid) AS drills,
      (SELECT max(v."windowEndAt") FROM "Wave" v
        WHERE v."programId" = ${programId}::uuid AND v.state <> 'cancelled') AS "lastWindow",
      (SELECT count(*)::int FROM "Workload" w LEFT JOIN "WaveWorkload" m ON m."workloadId" = w.id
        LEFT JOIN "Wave" v ON v.id = m."waveId" AND v.state <> 'cancelled'
        WHERE w."programId" = ${programId}::uuid AND v."windowEndAt" IS NULL) AS unplanned`;
  return row ?? { workloads: null, risks: null, drills: null, lastWindow: null, unplanned: 0 };
}

/** Each wave with its size and its own forecast, as the page of waves tells them. */
async function forecastWaves(actor: Actor, now: Date): Promise<ForecastWave[]> {
  const waves = await listJudgedWaves(actor, now);
  const [steps, calendars] = await Promise.all([listWaveSteps(actor), waveCalendars(actor, waves)]);
  const freezesOf = ({ waveId, window }: WaveSummary) => {
    const calendar = calendars.get(waveId);
    if (window === null || calendar === undefined) return [];
    return freezesMet(calendar.periods, calendar.exceptions, window).filter(
      ({ exception }) => exception === null,
    );
  };
  return waves.map((wave) => ({
    number: wave.number,
    name: wave.name,
    workloads: wave.workloads ?? 0,
    windowStartAt: wave.window?.startAt ?? null,
    forecast: forecastWave(wave, { steps, freezes: freezesOf(wave), now }),
  }));
}

type Ahead = { now: Date; until: string | null };

/** The days ahead with what is planned for them; what will be live then nobody knows. */
async function planAhead(actor: Actor, { now, until }: Ahead): Promise<{ at: Date; point: LivePoint }[]> {
  if (until === null) return [];
  const days = futureDays(until, now, actor.programZone);
  const rows = await keptAhead(actor, days, now);
  return days.map(({ on, at }, n) => ({
    at,
    point: { on, total: null, live: null, planned: rows[n]?.planned ?? null, forecast: null },
  }));
}

const keptAhead = keeper({
  keyOf: keyOfDays,
  touchedBy: touchedUnless({ elsewhere: WITHOUT_LIVE, workload: [] }),
  read: async (tx, programId, days) => ({ value: await liveRows(tx, programId, days), until: null }),
});

function lastDay({ lastWindow }: Bounds, forecast: Trends["forecast"], zone: string): string | null {
  const planned = lastWindow === null ? null : addDays(dateIn(zone, lastWindow), 7);
  const finish = forecast.kind === "known" ? forecast.finishOn : null;
  return (
    [planned, finish]
      .filter((day) => day !== null)
      .toSorted()
      .at(-1) ?? null
  );
}

function livePoint(
  row: { total: number; live: number; planned: number },
  day: TrendDay | undefined,
  first: Date | null,
): LivePoint {
  const isKnown = day !== undefined && since(day.at, first);
  return {
    on: day?.on ?? "",
    total: isKnown ? row.total : null,
    live: isKnown ? row.live : null,
    planned: isKnown ? row.planned : null,
    forecast: null,
  };
}

function since(at: Date, first: Date | null): boolean {
  return first !== null && first <= at;
}

function earliest(dates: readonly (Date | null)[]): Date | null {
  const known = dates.filter((date) => date !== null).map((date) => date.getTime());
  return known.length === 0 ? null : new Date(Math.min(...known));
}

function nothing(today: string): Trends {
  const forecast = { kind: "unknown", why: "no workload is recorded yet" } as const;
  return { today, live: [], unplanned: 0, planEnd: null, forecast, risks: [], recovery: [] };
}
