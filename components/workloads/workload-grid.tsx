import { memo, useMemo } from "react";
import { Link } from "@/components/ui/link";
import { Grid, SortTh } from "@/components/ui/table";
import { Cell } from "@/components/workloads/list-cells";
import { isMarked, type Selection } from "@/components/workloads/selection";
import type { WorkloadPage, WorkloadRow } from "@/lib/workloads/model/list";
import { PAGE_SIZE, type SortKey, type WorkloadSearch } from "@/lib/workloads/model/search";
import { type Column, columnsQuery, columnsShown } from "@/lib/workloads/rules/columns";
import { searchQuery, sortedBy } from "@/lib/workloads/rules/search";
import styles from "./workload-list.module.css";

type Props = {
  path: string;
  wavesPath: string;
  page: WorkloadPage;
  search: WorkloadSearch;
  selection: Selection;
  /** Null where nothing can be marked. */
  onMark: ((id: string) => void) | null;
  onMarkView: () => void;
};

const HEAD_LOOK: Partial<Record<Column["key"], string>> = {
  kind: "p1",
  tier: "p1",
  rto: "g",
  rpo: "p4",
  links: "g p3",
  risks: "p3",
  health: "g",
  because: "p2",
};

/** The dense table of the list; on a phone each row is a few lines. */
export function WorkloadGrid({ path, wavesPath, page, search, selection, onMark, onMarkView }: Props) {
  const from = (page.page - 1) * PAGE_SIZE + 1;
  const to = from + page.rows.length - 1;
  const usual = columnsQuery(search.columns) === null;
  const names = search.columns.join(",");
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same columns stay the same, so that rows are not drawn anew
  const columns = useMemo(() => columnsShown(search.columns, page.full), [names, page.full]);
  const inView = page.rows.filter((row) => isMarked(selection, row.id)).length;
  return (
    <div className={usual ? undefined : styles.wide}>
      <Grid caption={`Workloads, ${from} to ${to} of ${page.matched}, sorted by ${orderOf(search)}`}>
        <thead>
          <tr>
            {onMark === null ? null : (
              <th scope="col" className="cbx">
                <input
                  className="cb"
                  type="checkbox"
                  aria-label="Mark all rows of this page"
                  checked={inView > 0 && inView === page.rows.length}
                  onChange={onMarkView}
                />
              </th>
            )}
            <SortTh className={usual ? undefined : styles.pin} {...sorting("name", path, search)}>
              Workload
            </SortTh>
            {columns.map((column) => (
              <SortTh
                key={column.key}
                className={headLook(column, usual)}
                {...(column.sort === undefined ? {} : sorting(column.sort, path, search))}
              >
                {column.label}
              </SortTh>
            ))}
          </tr>
        </thead>
        <tbody>
          {page.rows.map((row) => (
            <Row
              key={row.id}
              row={row}
              path={path}
              wavesPath={wavesPath}
              full={page.full}
              columns={columns}
              usual={usual}
              marked={onMark !== null && isMarked(selection, row.id)}
              onMark={onMark}
            />
          ))}
        </tbody>
      </Grid>
    </div>
  );
}

type RowProps = {
  row: WorkloadRow;
  path: string;
  wavesPath: string;
  full: boolean;
  columns: readonly Column[];
  usual: boolean;
  marked: boolean;
  onMark: ((id: string) => void) | null;
};

const Row = memo(function Row({ row, path, wavesPath, full, columns, usual, marked, onMark }: RowProps) {
  return (
    <tr className={marked ? "on" : undefined} data-row={row.id}>
      {onMark === null ? null : (
        <td className="cbx">
          <input
            className="cb"
            type="checkbox"
            aria-label={`Mark ${row.name}`}
            checked={marked}
            onChange={() => onMark(row.id)}
          />
        </td>
      )}
      <th scope="row">
        <Link href={`${path}/${row.id}`} data-name="">
          {row.name}
        </Link>
      </th>
      {columns.map((column) => (
        <Cell key={column.key} column={column} row={row} full={full} wavesPath={wavesPath} usual={usual} />
      ))}
    </tr>
  );
});

function headLook(column: Column, usual: boolean): string | undefined {
  const look = [usual ? HEAD_LOOK[column.key] : "", column.number ? "r" : ""].filter(Boolean).join(" ");
  return look === "" ? undefined : look;
}

function sorting(key: SortKey, path: string, search: WorkloadSearch) {
  const direction = search.descending ? ("descending" as const) : ("ascending" as const);
  return {
    href: `${path}${searchQuery(sortedBy(search, key))}`,
    direction: search.sort === key ? direction : undefined,
  };
}

function orderOf(search: WorkloadSearch): string {
  const sorted = columnsShown(search.columns, true).find((column) => column.sort === search.sort);
  const worst = search.sort === "health" && !search.descending ? ", the worst first, then criticality" : "";
  return `${(sorted?.label ?? search.sort).toLowerCase()}${search.descending ? ", descending" : worst}`;
}
