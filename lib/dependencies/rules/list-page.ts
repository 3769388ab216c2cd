import type { Cell, ListPage, ListRow, ListSource, ListTable } from "../model";

export const ROWS_PER_PAGE = 50;

type Order = { sort: string | null; descending: boolean; page: number };

/** A list in the wanted order, cut to one page; what is not known comes last either way. */
export function pageOf(table: ListTable, order: Order): ListPage {
  return pageOfSource(sourceOf(table), order);
}

/** The same of a long list: words are made for the rows of the page alone, and keys for the column it is sorted by. */
export function pageOfSource<Item>(source: ListSource<Item>, { sort, descending, page }: Order): ListPage {
  const { columns, items } = source;
  const keyed = source.cells[columns.findIndex((one) => one.key === sort)];
  const order = keyed === undefined ? items : sorted(items, keyed, descending);
  const pages = Math.max(1, Math.ceil(items.length / ROWS_PER_PAGE));
  const here = Math.min(Math.max(1, page), pages);
  return {
    columns,
    rows: order.slice((here - 1) * ROWS_PER_PAGE, here * ROWS_PER_PAGE).map((item) => rowOf(source, item)),
    total: items.length,
    page: here,
    pages,
    sort: keyed === undefined ? null : sort,
    descending: keyed !== undefined && descending,
  };
}

/** Every row of a long list, in its own order. */
export function wholeOf<Item>(source: ListSource<Item>): ListTable {
  return { columns: source.columns, rows: source.items.map((item) => rowOf(source, item)) };
}

/** A list as lines of texts with its heads first, for CSV. */
export function linesOf({ columns, rows }: ListTable): readonly (readonly string[])[] {
  const cells = ({ cells }: ListRow) =>
    cells.map(({ text, sub }) => (sub === undefined ? text : `${text} (${sub})`));
  return [columns.map((column) => column.label), ...rows.map(cells)];
}

function sourceOf({ columns, rows }: ListTable): ListSource<ListRow> {
  const blank: Cell = { text: "", sort: null };
  return {
    columns,
    items: rows,
    id: (row) => row.id,
    cells: columns.map((_, at) => (row) => row.cells[at] ?? blank),
  };
}

function rowOf<Item>({ id, cells }: ListSource<Item>, item: Item): ListRow {
  return { id: id(item), cells: cells.map((cell) => cell(item)) };
}

function sorted<Item>(
  items: readonly Item[],
  cell: (item: Item) => Cell,
  descending: boolean,
): readonly Item[] {
  const turn = descending ? -1 : 1;
  return items
    .map((item, place) => ({ item, place, key: cell(item).sort }))
    .sort((a, b) => {
      if (a.key === null || b.key === null)
        return Number(a.key === null) - Number(b.key === null) || a.place - b.place;
      return (a.key < b.key ? -turn : a.key > b.key ? turn : 0) || a.place - b.place;
    })
    .map(({ item }) => item);
}
