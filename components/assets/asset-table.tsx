import { Link } from "@/components/ui/link";
import { Missing } from "@/components/ui/missing";
import { Grid, SortHead } from "@/components/ui/table";
import { ASSET_KIND_LABELS } from "@/lib/assets/labels";
import type { AssetRow } from "@/lib/assets/model";
import { type AssetSearch, type AssetSort, assetHref } from "@/lib/assets/rules/search";
import { diskWords, memoryWords } from "@/lib/assets/rules/words";

export type AssetTableProps = {
  caption: string;
  rows: readonly AssetRow[];
  /** The program's address, `/p/demo`. */
  home: string;
  /** The heads sort by link. */
  search: AssetSearch;
  /** A check box a line, named `a`, for the form around the table. */
  choosable?: boolean;
};

/** One line a machine or device. */
export function AssetTable({ caption, rows, home, search, choosable }: AssetTableProps) {
  const head = (sort: AssetSort, label: string, className?: string) => (
    <SortHead
      {...{ sort, label, search, className }}
      hrefFor={(order) => `${assetHref(`${home}/assets`, search, { sort, order })}#assets`}
    />
  );
  return (
    <Grid caption={caption}>
      <thead>
        <tr>
          {choosable ? (
            <th scope="col" className="cbx">
              <span className="vh">Choose</span>
            </th>
          ) : null}
          {head("name", "Asset")}
          {head("kind", "Kind")}
          {head("workload", "Workload")}
          {head("environment", "Environment", "p4")}
          {head("os", "Operating system", "p3")}
          {head("cores", "Cores", "r p2")}
          {head("memory", "Memory", "r p2")}
          <th scope="col" className="r p1">
            Disk
          </th>
          {head("location", "Location", "p3")}
          <th scope="col" className="p1">
            Said by
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Line key={row.id} row={row} home={home} choosable={choosable} />
        ))}
      </tbody>
    </Grid>
  );
}

type LineProps = Pick<AssetTableProps, "home" | "choosable"> & { row: AssetRow };

function Line({ row, home, choosable }: LineProps) {
  return (
    <tr>
      {choosable ? (
        <td className="cbx">
          <input className="cb" type="checkbox" name="a" value={row.id} aria-label={`Choose ${row.name}`} />
        </td>
      ) : null}
      <th scope="row">
        <Link href={`${home}/assets/${row.id}`}>{row.name}</Link>
        {row.role === null ? null : <span className="l2"> {row.role}</span>}
      </th>
      <td className="hl">{row.kind === null ? <Missing /> : ASSET_KIND_LABELS[row.kind]}</td>
      <td className="m" data-l="Serves">
        {row.workloadId === null ? (
          <b className="miss">none yet</b>
        ) : (
          <Link href={`${home}/workloads/${row.workloadId}`}>{row.workload}</Link>
        )}
      </td>
      <td className="p4">{row.environment ?? <Missing />}</td>
      <td className="p3">{row.os ?? <Missing />}</td>
      <td className="r p2">{row.cores ?? <Missing />}</td>
      <td className="r p2">{row.memoryMb === null ? <Missing /> : memoryWords(row.memoryMb)}</td>
      <td className="r p1">{row.diskGb === null ? <Missing /> : diskWords(row.diskGb)}</td>
      <td className="p3">{row.location ?? <Missing />}</td>
      <td className="p1 l2">{row.sources.length === 0 ? "a person" : row.sources.join(", ")}</td>
    </tr>
  );
}
