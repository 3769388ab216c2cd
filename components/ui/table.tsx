import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { formatCount } from "@/lib/kernel/text";

export type TblProps = {
  caption: ReactNode;
  roomy?: boolean;
  /** On a phone: plain lines; cards (`hl` right corner, `half`, `half2`); lead (first cell left); run (one running line). */
  stack?: "plain" | "cards" | "lead" | "run";
  className?: string;
  children: ReactNode;
};

/** The reading table; on a phone a long one shows its first twelve rows until all are asked for. Children are `<Heads>` (or `<thead>`) and `<tbody>`; cells choose p2 p3 p4 (may go) and `not-s`. */
export function Tbl({ caption, roomy, stack = "plain", className, children }: TblProps) {
  const look = ["tbl", roomy && "roomy", "stack", stack !== "plain" && stack, className]
    .filter(Boolean)
    .join(" ");
  return (
    <>
      <table className={look}>
        <caption className="vh">{caption}</caption>
        {children}
      </table>
      <label className="more-rows">
        <input type="checkbox" className="cb" />
        Show all rows
      </label>
    </>
  );
}

/**
 * The dense table with a sticky head. Cells: `p1` goes below 1600 px, `p2` below 1430, `p3` below 1240, `p4` below 1100;
 * on a phone only `<th scope="row">`, `hl` (right corner), `m` (a line, with `data-l` as label) and `cbx` stay.
 */
export function Grid({
  caption,
  className,
  children,
}: {
  caption: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div className="grid-wrap">
      <table className={className ? `grid-table ${className}` : "grid-table"}>
        <caption className="vh">{caption}</caption>
        {children}
      </table>
    </div>
  );
}

export type Head = string | readonly [name: string, look: string | { width: number | string }];

/**
 * The head of a table that does not sort. Of each column its name, or `["Users", "r p3"]` with classes, `["Score", { width: 64 }]`
 * with a width, `["Change", "vh"]` for a name that is only read out; null is no column. `hidden` hides the whole head from the eye.
 */
export function Heads({ of, hidden }: { of: readonly (Head | null)[]; hidden?: boolean }) {
  const heads = of.filter((head) => head !== null).map(partsOf);
  return (
    <thead className={hidden ? "vh" : undefined}>
      <tr>
        {heads.map(({ name, look, style }) => (
          <th key={name} scope="col" className={look === "vh" ? undefined : look} style={style}>
            {look === "vh" ? <span className="vh">{name}</span> : name}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function partsOf(head: Head) {
  if (typeof head === "string") return { name: head };
  const [name, look] = head;
  return typeof look === "string" ? { name, look } : { name, style: look };
}

export type SortThProps = {
  children: ReactNode;
  /** Address with the other order; plain head without. */
  href?: string;
  direction?: "ascending" | "descending";
  className?: string;
};

/** A column head that sorts by link. Nothing is fetched ahead: a table would ask for itself in every order there is. */
export function SortTh({ children, href, direction, className }: SortThProps) {
  if (!href)
    return (
      <th scope="col" className={className}>
        {children}
      </th>
    );
  return (
    <th scope="col" className={className} aria-sort={direction}>
      <Link className="sort" href={href} scroll={false}>
        {children}
        {direction ? (
          <span className="up" aria-hidden="true">
            {direction === "ascending" ? "↑" : "↓"}
          </span>
        ) : null}
      </Link>
    </th>
  );
}

type Order = "asc" | "desc";

export type SortHeadProps<Sort extends string> = {
  sort: Sort;
  label: string;
  /** How the list is sorted now; without an order, in the first one of its column. */
  search: { sort: Sort; order?: Order };
  /** The order that is asked for first: ascending unless it says otherwise. */
  first?: Order;
  hrefFor: (order: Order) => string;
  className?: string;
};

/** A column head that sorts by link; followed once more, it turns the order. */
export function SortHead<Sort extends string>(props: SortHeadProps<Sort>) {
  const { sort, label, search, first = "asc", hrefFor, className } = props;
  if (search.sort !== sort)
    return (
      <SortTh href={hrefFor(first)} className={className}>
        {label}
      </SortTh>
    );
  const isUp = (search.order ?? first) === "asc";
  return (
    <SortTh
      href={hrefFor(isUp ? "desc" : "asc")}
      direction={isUp ? "ascending" : "descending"}
      className={className}
    >
      {label}
    </SortTh>
  );
}

/** The line above a table: chips on the left, count and links on the right. */
export function Tools({ children, count }: { children?: ReactNode; count?: ReactNode }) {
  return (
    <div className="tools">
      {children}
      {count ? <p className="count">{count}</p> : null}
    </div>
  );
}

/** "Showing 12 of 180 (3 filters)" */
export function Count({ shown, total, filters }: { shown: number; total: number; filters: number }) {
  return (
    <span>
      Showing{" "}
      <b>
        {formatCount(shown)} of {formatCount(total)}
      </b>
      {filters > 0 ? ` (${filters} ${filters === 1 ? "filter" : "filters"})` : ""}
    </span>
  );
}

/** What is selected and what can be done with it. */
export function BulkBar({
  count,
  clearHref,
  children,
}: {
  count: number;
  clearHref?: string;
  children: ReactNode;
}) {
  return (
    <section className="bulk" aria-label={`${count} selected`}>
      <b>{count} selected</b>
      {children}
      {clearHref ? (
        <Link className="go" href={clearHref}>
          Clear
        </Link>
      ) : null}
    </section>
  );
}
