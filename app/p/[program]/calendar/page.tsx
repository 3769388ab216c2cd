import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CalendarChips, CalendarFilters } from "@/components/calendar/calendar-filters";
import { FeedPanel } from "@/components/calendar/feed-panel";
import { OccurrenceTable, WeekTable } from "@/components/calendar/occurrence-table";
import { Button } from "@/components/ui/button";
import { ExportLinks } from "@/components/ui/export-links";
import { PageHeader, Section } from "@/components/ui/page";
import { Paged } from "@/components/ui/paged";
import { EmptyState } from "@/components/ui/states";
import { Count, Tools } from "@/components/ui/table";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import type { Period } from "@/lib/calendar/model";
import { feedSince } from "@/lib/calendar/queries/feed";
import { listPeriods } from "@/lib/calendar/queries/periods";
import { occurrencesIn } from "@/lib/calendar/rules/meetings";
import { freezesBeside } from "@/lib/calendar/rules/overruled";
import { type CalendarSearch, calendarHref, calendarSearch, isWanted } from "@/lib/calendar/rules/search";
import { byWeek, LISTED_WEEKS, laterThan, listedSpan } from "@/lib/calendar/rules/weeks";
import type { SearchParams } from "@/lib/kernel/search-params";
import { counted } from "@/lib/kernel/text";
import { makeFeedAction, revokeFeedAction } from "./actions";

export const metadata: Metadata = { title: "Calendar" };

type Props = { params: Promise<{ program: string }>; searchParams: Promise<SearchParams> };

export default async function CalendarPage({ params, searchParams }: Props) {
  const { program } = await params;
  const actor = await requireActor(program);
  if (!can(actor, "calendar:read")) notFound();
  const now = new Date();
  const periods = await listPeriods(actor, now);
  const path = `/p/${program}/calendar`;
  const writes = can(actor, "calendar:write");
  const add = (
    <Button href={`${path}/new`} variant="pri">
      Add a period
    </Button>
  );
  return (
    <>
      <PageHeader
        title="Calendar"
        why={<CountsLine periods={periods} />}
        actions={
          writes ? (
            <>
              <Button href={`${path}/bring-in`}>Bring a file in</Button>
              {periods.length > 0 ? add : null}
            </>
          ) : undefined
        }
      />
      {periods.length === 0 ? (
        <EmptyState level={2} title="Nothing stands in the calendar yet" action={writes ? add : undefined}>
          Month-end closes, peak trading, stock counts, promotions and maintenance windows: a freeze keeps
          cutovers out, a caution warns, a preferred period is proposed first.
        </EmptyState>
      ) : (
        <Lists actor={actor} periods={periods} path={path} params={await searchParams} now={now} />
      )}
      <Section id="outside" title="In your own calendar">
        <FeedPanel
          since={await feedSince(actor)}
          zone={actor.zone}
          fileHref={`/api${path}/export.ics`}
          make={makeFeedAction.bind(null, program)}
          revoke={revokeFeedAction.bind(null, program)}
        />
      </Section>
    </>
  );
}

function CountsLine({ periods }: { periods: readonly Period[] }) {
  const many = (kind: Period["kind"]) => periods.filter((period) => period.kind === kind).length;
  return (
    <>
      <span>{counted(many("freeze"), "freeze")}</span>
      <span>{counted(many("caution"), "caution")}</span>
      <span>{counted(many("preferred"), "preferred period")}</span>
    </>
  );
}

type ListsProps = {
  actor: Actor;
  periods: readonly Period[];
  path: string;
  params: SearchParams;
  now: Date;
};

function Lists({ actor, periods, path, params: pages, now }: ListsProps) {
  const search = calendarSearch(pages);
  const span = listedSpan(now);
  const wanted = periods.filter((period) => isWanted(search, period));
  const found = occurrencesIn(wanted, span);
  const everything = occurrencesIn(periods, span).length;
  const later = laterThan(wanted, span);
  const looks = { base: path, zone: actor.zone, freezes: freezesBeside(periods, [...found, ...later], now) };
  const filters = Object.values(search).filter((value) => value !== undefined).length;
  return (
    <>
      <Section
        id="weeks"
        title={`The next ${LISTED_WEEKS} weeks`}
        finding="No window is set in a freeze, and no wave cuts over in one that came later, unless an executive excepts it."
      >
        <CalendarFilters path={path} search={search} />
        <Tools
          count={
            <>
              <Count shown={found.length} total={everything} filters={filters} />{" "}
              <ExportLinks href={calendarHref(`/api${path}/export.csv`, search)} count={found.length} />
            </>
          }
        >
          <CalendarChips path={path} search={search} />
        </Tools>
        {found.length === 0 ? (
          <EmptyState title="Nothing takes place in these weeks" />
        ) : (
          <Paged rows={found} page={pages.page} hrefFor={(to) => pageHref(path, search, "page", to)}>
            {(rows) => <WeekTable weeks={byWeek(rows, now, actor.zone)} {...looks} />}
          </Paged>
        )}
      </Section>
      {later.length === 0 ? null : (
        <Section id="later" title="Later" finding="The next time of each, within two years.">
          <Paged
            rows={later}
            page={pages.later}
            hrefFor={(to) => `${pageHref(path, search, "later", to)}#later`}
          >
            {(rows) => (
              <OccurrenceTable occurrences={rows} caption="Periods after the next weeks" {...looks} />
            )}
          </Paged>
        </Section>
      )}
    </>
  );
}

function pageHref(path: string, search: CalendarSearch, list: "page" | "later", to: number): string {
  const href = calendarHref(path, search);
  return `${href}${href.includes("?") ? "&" : "?"}${list}=${to}`;
}
