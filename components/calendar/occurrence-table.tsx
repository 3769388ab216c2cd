import { PeriodKindMark } from "@/components/calendar/period-kind-mark";
import { Link } from "@/components/ui/link";
import { Heads, Tbl } from "@/components/ui/table";
import { WindowSpan } from "@/components/waves/window-span";
import { scopeWord } from "@/lib/calendar/labels";
import type { Occurrence } from "@/lib/calendar/model";
import { kindWords, overruling } from "@/lib/calendar/rules/overruled";
import { recurrenceWords } from "@/lib/calendar/rules/repeat";
import { type Repeated, repeatedIn, type Week } from "@/lib/calendar/rules/weeks";
import { formatDate, formatMoment } from "@/lib/kernel/moments";

/** `freezes` are those that may overrule what is listed. */
type Looks = { base: string; zone: string; freezes: readonly Occurrence[] };

/** What takes place, week by week. `base` is the address of the calendar, `zone` the reader's. */
export function WeekTable({ weeks, ...looks }: Looks & { weeks: readonly Week[] }) {
  return (
    <Tbl caption="Periods by week" roomy stack="run">
      <Heads of={HEADS} />
      {weeks.map(({ monday, occurrences }) => (
        <tbody key={monday}>
          <tr className="week">
            <th scope="rowgroup" colSpan={HEADS.length}>
              {`Week of ${formatDate(monday)}`}
            </th>
          </tr>
          <Lines repeated={repeatedIn(occurrences, (one) => kindWords(one, looks.freezes))} {...looks} />
        </tbody>
      ))}
    </Tbl>
  );
}

/** The same without weeks. */
export function OccurrenceTable({
  occurrences,
  caption,
  ...looks
}: Looks & { occurrences: readonly Occurrence[]; caption: string }) {
  return (
    <Tbl caption={caption} roomy stack="run">
      <Heads of={HEADS} />
      <tbody>
        <Lines repeated={occurrences.map((one) => ({ first: one, last: one, more: 0 }))} {...looks} />
      </tbody>
    </Tbl>
  );
}

const HEADS = ["Period", "Kind", "When", "About", "Repeats"];

function Lines({ repeated, base, zone, freezes }: Looks & { repeated: readonly Repeated[] }) {
  return repeated.map(({ first: one, last, more }) => (
    <tr key={`${one.period.id} ${one.startAt.toISOString()}`}>
      <th scope="row">
        <Link href={`${base}/${one.period.id}`}>{one.period.title}</Link>
      </th>
      <td>
        <PeriodKindMark kind={one.period.kind} overruled={overruling(one, freezes)} />
      </td>
      <td>
        <WindowSpan span={one} zone={one.period.zone} />
        {one.period.zone === zone ? null : (
          <span className="sub">
            <WindowSpan span={one} zone={zone} />, your time
          </span>
        )}
        {more === 0 ? null : (
          <span className="sub">
            and {more === 1 ? "once" : `${more} times`} more until {formatMoment(last.endAt, one.period.zone)}
          </span>
        )}
      </td>
      <td>{scopeWord(one.period.scope)}</td>
      <td>{recurrenceWords(one.period.recurrence, one.period.zone)}</td>
    </tr>
  ));
}
