import type { PeriodKind, Span } from "@/lib/calendar/model";
import { meetings } from "@/lib/calendar/rules/meetings";
import { listed } from "@/lib/kernel/text";
import type { WaveCalendar } from "@/lib/waves/model/window";

/** Which freezes and cautions of the calendar a window meets, in one plain sentence. */
export function meetsSentence({ periods }: WaveCalendar, window: Span): string {
  const of = (kind: PeriodKind) =>
    [...new Set(meetings(periods, kind, window).map(({ period }) => period.title))].map(
      (title) => `the ${kind} “${title}”`,
    );
  const met = [...of("freeze"), ...of("caution")];
  return met.length === 0 ? "It meets no freeze and no caution of the calendar." : `It meets ${listed(met)}.`;
}
