import { Link } from "@/components/ui/link";
import { Missing } from "@/components/ui/missing";
import { Moment } from "@/components/ui/moment";
import { Verdict } from "@/components/ui/status";
import { Grid, SortHead } from "@/components/ui/table";
import { STATE_LABELS } from "@/lib/questions/labels";
import type { QuestionLine } from "@/lib/questions/model";
import {
  naturalOrder,
  type QuestionSearch,
  type QuestionSort,
  questionHref,
} from "@/lib/questions/rules/search";
import { fieldLabel } from "@/lib/questions/rules/value-words";
import { Spoken } from "./spoken";

type Props = {
  rows: readonly QuestionLine[];
  path: string;
  search: QuestionSearch;
  zone: string;
  /** With boxes to choose rows by. */
  choose: boolean;
};

/** One line a question: what it is about, what stands, what is said instead, who is asked. */
export function QuestionTable({ rows, path, search, zone, choose }: Props) {
  const head = (sort: QuestionSort, label: string, className?: string) => (
    <SortHead
      {...{ sort, label, search, className }}
      first={naturalOrder(sort)}
      hrefFor={(order) => `${questionHref(path, search, { sort, order })}#list`}
    />
  );
  return (
    <Grid caption="Questions">
      <thead>
        <tr>
          {choose ? (
            <th scope="col" className="cbx">
              <span className="vh">Choose</span>
            </th>
          ) : null}
          {head("subject", "About")}
          {head("field", "Fact")}
          <th scope="col">{search.state === "open" ? "Stands" : "Stood when asked"}</th>
          {head("source", "Said instead")}
          {head("asked", "Asked", "p3")}
          {head("raised", search.state === "open" ? "Raised" : "Latest", "p2")}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Line key={row.id} {...{ row, path, zone, choose }} />
        ))}
      </tbody>
    </Grid>
  );
}

function Line({ row, path, zone, choose }: Omit<Props, "rows" | "search"> & { row: QuestionLine }) {
  const about = { type: row.subjectType, field: row.field };
  const label = fieldLabel(row.subjectType, row.field);
  return (
    <tr>
      {choose ? (
        <td className="cbx">
          <input
            className="cb"
            type="checkbox"
            name="id"
            value={row.id}
            aria-label={`Choose ${label} of ${row.subject}`}
          />
        </td>
      ) : null}
      <th scope="row">
        <Link href={`${path}/${row.id}`}>{row.subject}</Link>
        {row.subjectType === "asset" ? <span className="l2"> asset</span> : null}
        {row.state === "open" ? null : (
          <>
            {" "}
            <span style={{ marginInlineStart: 6 }}>
              <Verdict tone={row.state === "answered" ? "done" : "unk"}>{STATE_LABELS[row.state]}</Verdict>
            </span>
          </>
        )}
      </th>
      <td className="m nw" data-l="Fact:">
        {label}
      </td>
      <td className="m wrap" data-l={row.state === "open" ? "Stands:" : "Stood:"}>
        <Spoken {...about} value={row.presentValue} source={row.presentSource} />
      </td>
      <td className="m wrap" data-l="Said instead:">
        <Spoken {...about} value={row.statedValue} source={row.statedSource} />
      </td>
      <td className="p3 m" data-l="Asked:">
        {row.asked?.name ?? <Missing>program manager</Missing>}
      </td>
      <td className="p2 nw l2">
        <Moment at={row.answeredAt ?? row.raisedAt} zone={zone} show="day" />
      </td>
    </tr>
  );
}
