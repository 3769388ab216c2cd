import { SelectField } from "@/components/ui/fields";
import { FilterBar } from "@/components/ui/filters";
import { Link } from "@/components/ui/link";
import { Missing } from "@/components/ui/missing";
import { Moment } from "@/components/ui/moment";
import { namedOptions, optionsOf } from "@/components/ui/options";
import { Pager } from "@/components/ui/pager";
import { EmptyState } from "@/components/ui/states";
import { Status } from "@/components/ui/status";
import { Count, Heads, Tbl, Tools } from "@/components/ui/table";
import { FORMAT_LABELS, resultWords, STATE_LABELS } from "@/lib/exchange/labels";
import type { FormatName } from "@/lib/exchange/model/formats";
import { IMPORT_STATES, type ImportState } from "@/lib/exchange/model/import-state";
import type { Counts } from "@/lib/exchange/model/plan";
import type { ImportHistoryPage, ImportSummary } from "@/lib/exchange/model/view";

const LIFECYCLE = {
  previewed: "in-progress",
  committed: "complete",
  discarded: "cancelled",
  uploaded: "not-started",
  reading: "in-progress",
  importing: "in-progress",
  failed: "blocked",
  undone: "cancelled",
} as const satisfies Record<ImportState, string>;

type Props = {
  history: ImportHistoryPage;
  slug: string;
  zone: string;
  filters: HistoryFilters;
  pageSize: number;
};
export type HistoryFilters = { state?: ImportState; format?: FormatName; by?: string; page: number };

/** Every file that was brought in, newest first, with what the list can be narrowed to. */
export function ImportHistory({ history, slug, zone, filters, pageSize }: Props) {
  if (history.everything === 0) {
    return (
      <EmptyState title="No file was brought in yet">
        Every file is kept here with what it changed: who brought it, when, and which rows were left out.
      </EmptyState>
    );
  }
  const path = `/p/${slug}/imports`;
  return (
    <>
      <FilterBar path={path} search={filters}>
        <SelectField name="state" label="State" none="Any" options={STATES} />
        <SelectField name="format" label="Format" none="Any" options={FORMAT_OPTIONS} />
        <SelectField name="by" label="By" none="Anybody" options={namedOptions(history.people)} />
      </FilterBar>
      <Tools
        count={
          <Count shown={history.imports.length} total={history.everything} filters={filtersOn(filters)} />
        }
      />
      {history.imports.length === 0 ? (
        <EmptyState
          title="No file fits these filters"
          action={
            <Link className="go" href={path}>
              Show all
            </Link>
          }
        />
      ) : (
        <HistoryTable imports={history.imports} slug={slug} zone={zone} />
      )}
      {history.total > pageSize ? (
        <Pager
          page={filters.page}
          pageSize={pageSize}
          total={history.total}
          hrefFor={(page) => `${path}?${searchOf(filters, page)}#history`}
        />
      ) : null}
    </>
  );
}

const STATES = optionsOf(STATE_LABELS, IMPORT_STATES);
const FORMAT_OPTIONS = optionsOf(FORMAT_LABELS);

function filtersOn({ state, format, by }: HistoryFilters): number {
  return [state, format, by].filter((filter) => filter !== undefined && filter !== "").length;
}

function searchOf({ state, format, by }: HistoryFilters, page: number): string {
  const search = new URLSearchParams({ page: String(page) });
  for (const [name, value] of Object.entries({ state, format, by })) if (value) search.set(name, value);
  return search.toString();
}

function HistoryTable({
  imports,
  slug,
  zone,
}: {
  imports: readonly ImportSummary[];
  slug: string;
  zone: string;
}) {
  return (
    <Tbl caption="Earlier files" roomy stack="cards">
      <Heads of={["File", "State", "Result", ["Format", "p3"], "By", "Brought in"]} />
      <tbody>
        {imports.map((one) => (
          <tr key={one.id}>
            <th scope="row">
              <Link href={`/p/${slug}/imports/${one.id}`}>{one.fileName}</Link>
            </th>
            <td className="hl">
              <Status lifecycle={LIFECYCLE[one.state]} word={STATE_LABELS[one.state]} />
            </td>
            <td>
              {one.counts === null || one.state === "discarded" ? (
                <NoResult state={one.state} />
              ) : (
                resultOf(one.state, one.counts)
              )}
            </td>
            <td className="p3">
              {one.format === null ? <Missing>not recognised</Missing> : FORMAT_LABELS[one.format]}
              {one.sourceName === null ? null : <span className="sub soft">{one.sourceName}</span>}
            </td>
            <td className="half">{one.byName}</td>
            <td className="half2 nw">
              <Moment at={one.createdAt} zone={zone} />
            </td>
          </tr>
        ))}
      </tbody>
    </Tbl>
  );
}

function NoResult({ state }: { state: ImportState }) {
  return <span className="soft">{state === "discarded" ? "nothing was imported" : "not imported yet"}</span>;
}

/** What came of a file, or what would come of it; what waits is refused, and left out only when it is imported. */
function resultOf(state: ImportState, counts: Counts): string {
  const words = resultWords(counts);
  return state === "previewed" ? words.replace("left out", "refused") : words;
}
