import Form from "next/form";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { RememberedValues } from "@/components/ui/remembered-values";

export type Chip = { label: string; value: string; removeHref: string };

/** One chip a filter that is on, that is, has a word; `hrefWith` is the address after the change that takes it off. */
export function chipsOf<Change>(
  filters: readonly (readonly [label: string, word: string | undefined, off: Change])[],
  hrefWith: (change: Change) => string,
): Chip[] {
  return filters.flatMap(([label, value, off]) =>
    value ? [{ label, value, removeHref: hrefWith(off) }] : [],
  );
}

/** The filters that are on; each can be taken off by a link. */
export function FilterChips({ chips, clearHref }: { chips: readonly Chip[]; clearHref?: string }) {
  if (chips.length === 0) return null;
  return (
    <ul className="chips" aria-label="Filters that are on">
      {chips.map((chip) => (
        <li className="chip" key={`${chip.label} ${chip.value}`}>
          <span>
            {chip.label} <b>{chip.value}</b>
          </span>
          <Link
            className="x"
            href={chip.removeHref}
            aria-label={`Remove filter ${chip.label} ${chip.value}`}
            scroll={false}
          >
            <span aria-hidden="true">×</span>
          </Link>
        </li>
      ))}
      {clearHref && chips.length > 1 ? (
        <li>
          <Link className="btn sm ghost" href={clearHref} scroll={false}>
            Clear all
          </Link>
        </li>
      ) : null}
    </ul>
  );
}

export type FilterBarProps = {
  /** Path of the list; the fields become its search parameters. */
  path: string;
  /** Parameters to keep, such as the order. */
  keep?: Record<string, string>;
  /** What the address holds now: the fields stand at it by their names. */
  search?: Readonly<Record<string, unknown>>;
  submit?: string;
  children: ReactNode;
};

/** Search and filters as a GET form: the address is the filter. Children are `TextField`, `SelectField`. */
export function FilterBar({ path, keep = {}, search = {}, submit = "Apply", children }: FilterBarProps) {
  return (
    <Form className="filterbar" action={path} role="search" scroll={false}>
      {Object.entries(keep).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <RememberedValues values={textsOf(search)}>{children}</RememberedValues>
      <button className="btn" type="submit">
        {submit}
      </button>
    </Form>
  );
}

function textsOf(search: Readonly<Record<string, unknown>>): Record<string, string> {
  const held = Object.entries(search).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(held.map(([name, value]) => [name, String(value)]));
}

/** The filters that few ask for, folded away inside a `FilterBar`; `open` while one of them is on. */
export function MoreFilters({ open, children }: { open: boolean; children: ReactNode }) {
  return (
    <details className="field" open={open}>
      <summary className="btn ghost">More filters</summary>
      <div className="filterbar" style={{ marginTop: 8 }}>
        {children}
      </div>
    </details>
  );
}

export type SegmentItem = { label: string; href: string; current?: boolean };

/** Two to four views of the same thing, side by side. */
export function Segment({ label, items }: { label: string; items: readonly SegmentItem[] }) {
  return (
    <nav className="seg" aria-label={label}>
      {items.map((item) => (
        <Link
          key={item.href}
          href={item.href}
          aria-current={item.current ? "true" : undefined}
          scroll={false}
        >
          {item.label}
        </Link>
      ))}
    </nav>
  );
}

export type TabItem = { label: string; href: string; count?: ReactNode; current?: boolean };

/** The parts of a subject, each with its own address. */
export function Tabs({ label, items }: { label: string; items: readonly TabItem[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      {items.map((item) => (
        <Link key={item.href} href={item.href} aria-current={item.current ? "page" : undefined}>
          {item.label} {item.count === undefined ? null : <i>{item.count}</i>}
        </Link>
      ))}
    </nav>
  );
}
