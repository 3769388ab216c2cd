import { handleRoute } from "@/lib/auth/route";
import { scopeWord } from "@/lib/calendar/labels";
import type { Occurrence } from "@/lib/calendar/model";
import { listPeriods } from "@/lib/calendar/queries/periods";
import { occurrencesIn } from "@/lib/calendar/rules/meetings";
import { freezesBeside, kindWords } from "@/lib/calendar/rules/overruled";
import { recurrenceWords } from "@/lib/calendar/rules/repeat";
import { calendarSearch, isWanted } from "@/lib/calendar/rules/search";
import { listedSpan } from "@/lib/calendar/rules/weeks";
import { tableResponse } from "@/lib/exchange/adapters/table-response";
import type { OutCell } from "@/lib/exchange/model/sheet";

const COLUMNS = ["period", "kind", "starts", "ends", "time zone", "about", "repeats", "reason"];

/** The listed weeks as the address filters them; starts and ends are instants in UTC. */
export async function GET(request: Request, { params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  return handleRoute(request, program, async (actor) => {
    const search = calendarSearch(Object.fromEntries(new URL(request.url).searchParams));
    const now = new Date();
    const periods = await listPeriods(actor, now);
    const wanted = periods.filter((period) => isWanted(search, period));
    const listed = occurrencesIn(wanted, listedSpan(now));
    const freezes = freezesBeside(periods, listed, now);
    return tableResponse(request, {
      name: `${program}-calendar`,
      title: "Calendar",
      header: COLUMNS,
      rows: listed.map((one) => cells(one, freezes)),
    });
  });
}

function cells(one: Occurrence, freezes: readonly Occurrence[]): OutCell[] {
  const { period, startAt, endAt } = one;
  return [
    period.title,
    kindWords(one, freezes),
    startAt.toISOString(),
    endAt.toISOString(),
    period.zone,
    scopeWord(period.scope),
    recurrenceWords(period.recurrence, period.zone),
    period.reason === "" ? "none" : period.reason,
  ];
}
