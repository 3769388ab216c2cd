import "server-only";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { loadPeriods } from "@/lib/calendar/adapters/period-rows";
import type { Period } from "@/lib/calendar/model";
import { type Tx, withActor } from "@/lib/db/transaction";
import { notFound } from "@/lib/kernel/errors";
import type { FreezeException, WaveCalendar } from "../model/window";

type Wave = { id: string; attempt: number };

/** What the calendar says to a wave: the periods that concern it now, and the exceptions of its present attempt. */
export function waveCalendar(actor: Actor, wave: { waveId: string; attempt: number }): Promise<WaveCalendar> {
  requireReader(actor);
  return withActor(actor, (tx) => loadWaveCalendar(tx, actor, { id: wave.waveId, attempt: wave.attempt }));
}

/** The same inside a transaction. */
export async function loadWaveCalendar(
  tx: Tx,
  actor: Pick<Actor, "programId">,
  wave: Wave,
): Promise<WaveCalendar> {
  const calendars = await loadCalendars(tx, actor, [wave]);
  return calendars.get(wave.id) ?? { periods: [], exceptions: [] };
}

/** What the calendar says to each of these waves, by their ids. */
export function waveCalendars(
  actor: Actor,
  waves: readonly { waveId: string; attempt: number }[],
): Promise<ReadonlyMap<string, WaveCalendar>> {
  requireReader(actor);
  const asked = waves.map(({ waveId, attempt }) => ({ id: waveId, attempt }));
  return withActor(actor, (tx) => loadCalendars(tx, actor, asked));
}

async function loadCalendars(
  tx: Tx,
  actor: Pick<Actor, "programId">,
  waves: readonly Wave[],
): Promise<ReadonlyMap<string, WaveCalendar>> {
  const periods = await loadPeriods(tx, actor);
  const concerned = await scopedPeriods(tx, actor, waves);
  const exceptions = await loadExceptions(tx, actor, waves);
  const concerns = (wave: Wave, period: Period) =>
    period.scope.of === "program" || concerned.has(`${wave.id} ${period.id}`);
  return new Map(
    waves.map((wave) => [
      wave.id,
      {
        periods: periods.filter((period) => concerns(wave, period)),
        exceptions: exceptions.filter((one) => one.waveId === wave.id && one.attempt === wave.attempt),
      },
    ]),
  );
}

/** Which periods of a workload or a site concern which waves, as `<wave> <period>`. */
async function scopedPeriods(
  tx: Tx,
  { programId }: Pick<Actor, "programId">,
  waves: readonly Wave[],
): Promise<ReadonlySet<string>> {
  const ids = waves.map(({ id }) => id);
  const rows = await tx.$queryRaw<{ key: string }[]>`
    SELECT m."waveId" || ' ' || p.id AS key FROM "CalendarPeriod" p
      JOIN "WaveWorkload" m ON m."workloadId" = p."workloadId"
      WHERE p."programId" = ${programId}::uuid AND m."waveId" = ANY(${ids}::uuid[])
    UNION
    SELECT m."waveId" || ' ' || p.id FROM "CalendarPeriod" p
      JOIN "WorkloadSite" s ON s."siteId" = p."siteId"
      JOIN "WaveWorkload" m ON m."workloadId" = s."workloadId"
      WHERE p."programId" = ${programId}::uuid AND m."waveId" = ANY(${ids}::uuid[])`;
  return new Set(rows.map(({ key }) => key));
}

async function loadExceptions(
  tx: Tx,
  { programId }: Pick<Actor, "programId">,
  waves: readonly Wave[],
): Promise<(FreezeException & { waveId: string; attempt: number })[]> {
  const rows = await tx.windowException.findMany({
    where: { programId, waveId: { in: waves.map(({ id }) => id) }, periodId: { not: null } },
    select: {
      waveId: true,
      attempt: true,
      periodId: true,
      freezeStartAt: true,
      freezeEndAt: true,
      reason: true,
      grantedById: true,
      grantedAt: true,
    },
    orderBy: [{ grantedAt: "desc" }, { id: "desc" }],
  });
  const by = await tx.user.findMany({
    where: { id: { in: [...new Set(rows.map((row) => row.grantedById))] } },
    select: { id: true, name: true },
  });
  const names = new Map(by.map(({ id, name }) => [id, name]));
  return rows.flatMap(({ periodId, freezeStartAt: startAt, freezeEndAt: endAt, grantedById, ...row }) =>
    periodId === null || startAt === null || endAt === null
      ? []
      : [{ ...row, periodId, startAt, endAt, grantedBy: names.get(grantedById) ?? "a former member" }],
  );
}

function requireReader(actor: Actor): void {
  if (!can(actor, "calendar:read")) throw notFound("calendar");
}
