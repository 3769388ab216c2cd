import { RevisionContent } from "@/components/evidence/revision-content";
import { ValidityWords } from "@/components/evidence/validity-words";
import { Link } from "@/components/ui/link";
import { Missing } from "@/components/ui/missing";
import { Moment } from "@/components/ui/moment";
import { Grid, SortHead } from "@/components/ui/table";
import { usedByWords } from "@/lib/evidence/labels";
import type { EvidenceRow } from "@/lib/evidence/model";
import {
  type EvidenceSearch,
  type EvidenceSort,
  evidenceHref,
  naturalOrder,
} from "@/lib/evidence/rules/search";

export type EvidenceTableProps = {
  rows: readonly EvidenceRow[];
  path: string;
  /** Below it lie the files. */
  api: string;
  search: EvidenceSearch;
  zone: string;
};

/** One line a piece of evidence, by its newest revision. */
export function EvidenceTable({ rows, path, api, search, zone }: EvidenceTableProps) {
  const head = (sort: EvidenceSort, label: string, className?: string) => (
    <SortHead
      {...{ sort, label, search, className }}
      first={naturalOrder(sort)}
      hrefFor={(order) => evidenceHref(path, search, { sort, order })}
    />
  );
  return (
    <Grid caption="Evidence" className="run">
      <thead>
        <tr>
          {head("title", "Evidence")}
          <th scope="col">Newest revision</th>
          {head("until", "Validity")}
          <th scope="col">Used by</th>
          <th scope="col" className="p3">
            By
          </th>
          {head("added", "Added", "p4")}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, title, newest, uses }) => (
          <tr key={id}>
            <th scope="row" className="wrap" style={{ minWidth: 200 }}>
              <Link href={`${path}/${id}`}>{title}</Link>
            </th>
            <td className="m wrap">
              <RevisionContent content={newest.content} fileHref={`${api}/${id}/${newest.number}`} />
              {newest.number > 1 ? <span className="l2">, revision {newest.number}</span> : null}
            </td>
            <td className="m">
              <ValidityWords {...newest} />
            </td>
            <td className="m" data-l="used by">
              {usedByWords(uses) ?? <Missing>nothing yet</Missing>}
            </td>
            <td className="p3 l2">{newest.by}</td>
            <td className="p4 l2">
              <Moment at={newest.addedAt} zone={zone} show="day" />
            </td>
          </tr>
        ))}
      </tbody>
    </Grid>
  );
}
