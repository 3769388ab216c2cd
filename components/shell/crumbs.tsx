import type { Crumb } from "@/components/shell/shell-model";
import { Link } from "@/components/ui/link";

/** Where one is, from the program down. */
export function Crumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  if (crumbs.length === 0) return <span className="crumb" />;
  return (
    <nav className="crumb" aria-label="Breadcrumb">
      <ol>
        {crumbs.map((crumb, at) => (
          <li key={`${crumb.href} ${crumb.label}`}>
            {crumb.href ? (
              <Link href={crumb.href}>{crumb.label}</Link>
            ) : at < crumbs.length - 1 ? (
              <span>{crumb.label}</span>
            ) : (
              <b aria-current="page">{crumb.label}</b>
            )}
            {at < crumbs.length - 1 ? <span aria-hidden="true">/</span> : null}
          </li>
        ))}
      </ol>
    </nav>
  );
}
