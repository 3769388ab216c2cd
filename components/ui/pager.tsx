import { Link } from "@/components/ui/link";
import { formatCount } from "@/lib/kernel/text";

export type PagerProps = {
  /** From 1. */
  page: number;
  pageSize: number;
  total: number;
  hrefFor: (page: number) => string;
  /** Links to other page sizes: "50", "100". */
  sizes?: readonly { size: number; href: string }[];
};

/** Which rows these are, and the way to the others; none of them is fetched before it is asked for. */
export function Pager({ page, pageSize, total, hrefFor, sizes = [] }: PagerProps) {
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const from = total === 0 ? 0 : (page - 1) * pageSize + 1;
  const to = Math.min(page * pageSize, total);
  return (
    <div className="pager">
      <span>
        {total === 0 ? "0 of 0" : `${formatCount(from)}–${formatCount(to)} of ${formatCount(total)}`}
      </span>
      {sizes.length > 0 ? <PageSizes sizes={sizes} current={pageSize} /> : null}
      {pages > 1 ? (
        <nav aria-label="Pages">
          <ul>
            <li>
              <Step label="Previous" href={page > 1 ? hrefFor(page - 1) : undefined} />
            </li>
            {pagesShown(page, pages).map((shown, at) => (
              <li key={shown ?? `gap-${at}`}>
                {shown === null ? (
                  <span className="gap">…</span>
                ) : (
                  <Link
                    className="btn"
                    href={hrefFor(shown)}
                    aria-label={`Page ${shown}`}
                    aria-current={shown === page ? "page" : undefined}
                  >
                    {shown}
                  </Link>
                )}
              </li>
            ))}
            <li>
              <Step label="Next" href={page < pages ? hrefFor(page + 1) : undefined} />
            </li>
          </ul>
        </nav>
      ) : null}
    </div>
  );
}

/** First, last, and those around the current page; null is a gap. */
export function pagesShown(page: number, pages: number): (number | null)[] {
  const wanted = [1, page - 1, page, page + 1, pages].filter((one) => one >= 1 && one <= pages);
  const sorted = [...new Set(wanted)].sort((a, b) => a - b);
  return sorted.flatMap((one, at) => (one - (sorted[at - 1] ?? 0) > 1 ? [null, one] : [one]));
}

function Step({ label, href }: { label: string; href: string | undefined }) {
  if (!href) {
    return (
      // biome-ignore lint/a11y/useValidAnchor: a link that leads nowhere yet is a placeholder link
      <a className="btn" role="link" aria-disabled="true">
        {label}
      </a>
    );
  }
  return (
    <Link className="btn" href={href}>
      {label}
    </Link>
  );
}

function PageSizes({
  sizes,
  current,
}: {
  sizes: readonly { size: number; href: string }[];
  current: number;
}) {
  return (
    <span>
      Rows{" "}
      {sizes.map(({ size, href }) => (
        <Link
          key={size}
          href={href}
          aria-current={size === current ? "true" : undefined}
          style={{ marginLeft: 8 }}
        >
          {size}
        </Link>
      ))}
    </span>
  );
}
