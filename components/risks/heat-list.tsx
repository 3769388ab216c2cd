import { Link } from "@/components/ui/link";
import { EmptyState } from "@/components/ui/states";
import { Grid, SortHead } from "@/components/ui/table";
import type { HeatLine } from "@/lib/risks/rules/heat-lines";
import { movedWords, sortedLines, worstWords } from "@/lib/risks/rules/heat-lines";
import { type HeatSearch, type HeatSort, heatHref } from "@/lib/risks/rules/heat-search";

export type HeatListProps = {
  lines: readonly HeatLine[];
  /** What the two names of a line are. */
  heads: readonly [string, string];
  path: string;
  search: HeatSearch;
  hrefFor: (line: HeatLine) => string;
};

/** The cells that hold risks as a ranked list: the same rows, sorted by link. */
export function HeatList({ lines, heads, path, search, hrefFor }: HeatListProps) {
  const held = lines.filter((line) => line.count > 0 || hasMoved(line));
  if (held.length === 0)
    return <EmptyState title="No cell holds a risk">Nobody has recorded an open risk here.</EmptyState>;
  const judged = held.some((line) => line.above !== null);
  const moved = held.some((line) => line.moved !== null);
  const head = (sort: HeatSort, label: string) => (
    <SortHead
      {...{ sort, label, search }}
      first={sort === "place" ? "asc" : "desc"}
      hrefFor={(order) => `${heatHref(path, search, { sort, order })}#list`}
    />
  );
  return (
    <Grid caption={`${heads[0]} by ${heads[1].toLowerCase()} as a list`} className="run">
      <thead>
        <tr>
          {head("place", `${heads[0]} and ${heads[1].toLowerCase()}`)}
          {head("count", "Risks")}
          {head("worst", "Worst")}
          {judged ? head("above", "Above appetite") : null}
          <th scope="col">Not scored</th>
          {moved ? <th scope="col">Moved</th> : null}
        </tr>
      </thead>
      <tbody>
        {sortedLines(held, search.sort, search.order).map((line) => (
          <tr key={line.key}>
            <th scope="row" className="wrap">
              <Link href={hrefFor(line)}>
                {line.names[0] === line.names[1] ? line.names[0] : line.names.join(" × ")}
              </Link>
            </th>
            <td className="hl">{line.count}</td>
            <td className="m" data-l="Worst">
              {line.worst === null ? (
                worstWords(line)
              ) : (
                <span className={`score k${line.worst}`}>{worstWords(line)}</span>
              )}
            </td>
            {judged ? (
              <td className="m" data-l="Above appetite">
                {line.above ?? "not judged"}
                {line.accepted ? <span className="mute"> and {line.accepted} accepted</span> : null}
              </td>
            ) : null}
            <td className="m" data-l="Not scored">
              {line.unscored + line.older}
            </td>
            {moved ? (
              <td className="m" data-l="Moved">
                {movedWords(line.moved)}
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </Grid>
  );
}

function hasMoved({ moved }: HeatLine): boolean {
  return moved !== null && moved.in + moved.out + moved.fresh > 0;
}
