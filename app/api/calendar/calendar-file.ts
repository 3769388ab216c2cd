import "server-only";
import type { Actor } from "@/lib/access/model";
import type { CalendarEntry } from "@/lib/calendar/model";
import { listPeriods } from "@/lib/calendar/queries/periods";
import { filedSpan, periodEntries } from "@/lib/calendar/rules/entries";
import { writeIcs } from "@/lib/calendar/rules/write-ics";
import { WAVE_STATE_LABELS } from "@/lib/waves/labels";
import type { WaveSummary } from "@/lib/waves/model/wave";
import { listWaves } from "@/lib/waves/queries/list-waves";

/** The windows of the waves and the periods of the calendar, as this person sees them, as a calendar file. */
export async function calendarFile(actor: Actor, now: Date): Promise<Response> {
  const span = filedSpan(now);
  const [periods, waves] = await Promise.all([listPeriods(actor, span.startAt), listWaves(actor, now)]);
  const entries = [...waves.flatMap((wave) => windowEntry(wave, now)), ...periodEntries(periods, span)];
  return new Response(writeIcs(actor.programName, entries), {
    headers: {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": `attachment; filename="${actor.programSlug}.ics"`,
      "cache-control": "private, no-store",
    },
  });
}

function windowEntry(wave: WaveSummary, now: Date): CalendarEntry[] {
  const { window, number, name, state } = wave;
  if (window === null || state === "cancelled") return [];
  return [
    {
      uid: `wave-${wave.waveId}@wavegate`,
      startAt: window.startAt,
      endAt: window.endAt,
      title: `Wave ${number}, ${name}`,
      text: WAVE_STATE_LABELS[state],
      category: "Window",
      changedAt: now,
    },
  ];
}
