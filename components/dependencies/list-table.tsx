import { Link } from "@/components/ui/link";
import { Verdict } from "@/components/ui/status";
import { SortTh, Tbl } from "@/components/ui/table";
import type { Cell, Column, ListRow, ListTable } from "@/lib/dependencies/model";
import styles from "./dependencies.module.css";

export type ListLinks = {
  /** Where the pages of dependencies stand: `/p/demo/dependencies`. */
  base: string;
  /** May the reader say what lies outside? */
  mayWrite: boolean;
};

type Props = ListLinks & {
  caption: string;
  table: ListTable & { sort?: string | null; descending?: boolean };
  /** Address of the list in another order; without it the heads do not sort. */
  sortHref?: (key: string, descending: boolean) => string;
};

/** Any list of the dependency pages: the first cell that leads to a workload names its row. */
export function DependencyTable({ caption, table, sortHref, ...links }: Props) {
  const { columns, rows, sort = null, descending = false } = table;
  const named = Math.max(
    0,
    (rows[0]?.cells ?? []).findIndex((cell) => cell.workloadId !== undefined),
  );
  return (
    <Tbl caption={caption} stack="run" className={styles.list}>
      <thead>
        <tr>
          {columns.map((column) => (
            <SortTh
              key={column.key}
              className={classOf(column)}
              href={sortHref?.(column.key, sort === column.key && !descending)}
              direction={sort === column.key ? (descending ? "descending" : "ascending") : undefined}
            >
              {column.label}
            </SortTh>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} columns={columns} named={named} {...links} />
        ))}
      </tbody>
    </Tbl>
  );
}

type RowProps = ListLinks & { row: ListRow; columns: readonly Column[]; named: number };

function Row({ row, columns, named, base, mayWrite }: RowProps) {
  return (
    <tr>
      {columns.map((column, at) => {
        const cell = row.cells[at];
        if (cell === undefined) return null;
        return at === named ? (
          <th scope="row" key={column.key}>
            <Content cell={cell} base={base} mayWrite={mayWrite} />
          </th>
        ) : (
          <td key={column.key} className={classOf(column)} data-l={saidOnPhones(column, cell)}>
            <Content cell={cell} base={base} mayWrite={mayWrite} />
          </td>
        );
      })}
    </tr>
  );
}

function Content({ cell, base, mayWrite }: { cell: Cell } & ListLinks) {
  const href =
    cell.externalId !== undefined && mayWrite
      ? `${base}/outside/${cell.externalId}`
      : cell.toLinks
        ? `${base.replace(/\/dependencies$/, "")}/workloads/${cell.workloadId}?tab=links`
        : cell.workloadId && `${base}/${cell.workloadId}`;
  const look = cell.unknown
    ? "never"
    : cell.tone === "off"
      ? "miss"
      : cell.tone === "risk"
        ? "stale"
        : undefined;
  return (
    <>
      {href ? (
        <Link href={href}>{cell.text}</Link>
      ) : cell.verdict && cell.tone ? (
        <Verdict tone={cell.tone}>{cell.text}</Verdict>
      ) : (
        <span className={look}>{cell.text}</span>
      )}
      {cell.sub === undefined ? null : <span className="sub">{cell.sub}</span>}
    </>
  );
}

/** What speaks for itself on a phone, where it is known. */
const PLAIN = new Set(["side", "kind", "hardness", "criticality", "effect"]);

function saidOnPhones(column: Column, cell: Cell): string | undefined {
  return PLAIN.has(column.key) && !cell.unknown ? undefined : column.label;
}

function classOf({ numeric, mayGo }: Column): string | undefined {
  return [numeric && "r", mayGo].filter(Boolean).join(" ") || undefined;
}
