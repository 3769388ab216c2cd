import type { ListPage, ListRow, ListTable } from "../model";

export const ROWS_PER_PAGE = 50;

type Order = { sort: string | null; descending: boolean; page: number };

/** A list in the wanted order, cut to one page; what is not known comes last either way. */
export function pageOf(table: ListTable, { sort, descending, page }: Order): ListPage {
  const column = table.columns.findIndex((one) => one.key === sort);
  const rows = column === -1 ? table.rows : sorted(table.rows, column, descending);
  const pages = Math.max(1, Math.ceil(rows.length / ROWS_PER_PAGE));
  const here = Math.min(Math.max(1, page), pages);
  return {
    columns: table.columns,
    rows: rows.slice((here - 1) * ROWS_PER_PAGE, here * ROWS_PER_PAGE),
    total: rows.length,
    page: here,
    pages,
    sort: column === -1 ? null : sort,
    descending: column !== -1 && descending,
  };
}

/** A list as lines of texts with its heads first, for CSV. */
export function linesOf({ columns, rows }: ListTable): readonly (readonly string[])[] {
  const cells = ({ cells }: ListRow) =>
    cells.map(({ text, sub }) => (sub === undefined ? text : `${text} (${sub})`));
  return [columns.map((column) => column.label), ...rows.map(cells)];
}

function sorted(rows: readonly ListRow[], column: number, descending: boolean): readonly ListRow[] {
  const turn = descending ? -1 : 1;
  return rows
    .map((row, place) => ({ row, place, key: row.cells[column]?.sort ?? null }))
    .sort((a, b) => {
      if (a.key === null || b.key === null)
        return Number(a.key === null) - Number(b.key === null) || a.place - b.place;
      return (a.key < b.key ? -turn : a.key > b.key ? turn : 0) || a.place - b.place;
    })
    .map(({ row }) => row);
}
