import { ControlStateMark } from "@/components/controls/control-state";
import { Link } from "@/components/ui/link";
import { Missing } from "@/components/ui/missing";
import { Day } from "@/components/ui/moment";
import { Grid, SortHead } from "@/components/ui/table";
import type { ControlRow } from "@/lib/controls/model";
import { type ControlSearch, type ControlSort, controlHref } from "@/lib/controls/rules/search";
import { counted } from "@/lib/kernel/text";

type Props = { rows: readonly ControlRow[]; path: string; search: ControlSearch };

/** The register of controls: one line a control, sorted by link. */
export function ControlTable({ rows, path, search }: Props) {
  const head = (sort: ControlSort, label: string, className?: string) => (
    <SortHead
      {...{ sort, label, search, className }}
      hrefFor={(order) => controlHref(path, search, { sort, order })}
    />
  );
  return (
    <Grid caption="Control register" className="run">
      <thead>
        <tr>
          {head("title", "Control")}
          {head("state", "State")}
          {head("domain", "Domain", "p2")}
          {head("owner", "Owner")}
          {head("verified", "Last verified", "p1")}
          {head("until", "Holds until")}
          <th scope="col" className="p3">
            Evidence
          </th>
          <th scope="col" className="p3">
            Risks
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row" className="wrap" style={{ minWidth: 220 }}>
              <Link href={`${path}/${row.id}`}>{row.title}</Link>
            </th>
            <td className="m">
              <ControlStateMark state={row.state} />
            </td>
            <td className="p2 l2">{row.domain ?? <Missing>no domain</Missing>}</td>
            <td className="m">{row.owner ?? <b className="miss">no owner</b>}</td>
            <td className="p1 l2">
              <Day on={row.verifiedOn} missing="never" />
            </td>
            <td className="m" data-l={row.holdsUntil === null ? undefined : "holds until"}>
              <Day on={row.holdsUntil} missing="not verified" />
            </td>
            <td className="p3 l2">
              {row.evidence === 0 ? <Missing>none</Missing> : counted(row.evidence, "piece")}
            </td>
            <td className="p3 l2">{row.risks === 0 ? <Missing>none</Missing> : row.risks}</td>
          </tr>
        ))}
      </tbody>
    </Grid>
  );
}
