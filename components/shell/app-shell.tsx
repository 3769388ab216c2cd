import Link from "next/link";
import { type ReactNode, Suspense } from "react";
import { MobileMenu } from "@/components/shell/mobile-menu";
import { Brand, Navigation, type NavigationProps } from "@/components/shell/nav";
import type { Crumb } from "@/components/shell/shell-model";
import { UserMenu, type UserMenuProps } from "@/components/shell/user-menu";

export type AppShellProps = NavigationProps &
  UserMenuProps & {
    /** Where the mark leads. */
    homeHref: string;
    /** "Tue 12 Jan 2027, 14:40 GMT" */
    asOf?: string;
    /** Given by a page that knows them; else leave out and draw `Crumbs` in the page. */
    crumbs?: readonly Crumb[];
    children: ReactNode;
  };

/** The frame around every signed-in page: navigation, top bar, sheet. */
export function AppShell(props: AppShellProps) {
  const { homeHref, asOf, crumbs = [], children, program, programs, nav, waves, foot } = props;
  const navigation = <Navigation program={program} programs={programs} nav={nav} waves={waves} foot={foot} />;
  return (
    <div className="app">
      <aside className="nav">
        <div className="nav-in">
          <Brand href={homeHref} />
          {navigation}
        </div>
      </aside>
      <div>
        <header className="top">
          <Suspense>
            <MobileMenu>{navigation}</MobileMenu>
          </Suspense>
          <Crumbs crumbs={crumbs} />
          {asOf ? (
            <span className="asof">
              As of <b>{asOf}</b>
            </span>
          ) : null}
          <UserMenu
            user={props.user}
            theme={props.theme}
            themeAction={props.themeAction}
            signOutAction={props.signOutAction}
            links={props.links}
          />
        </header>
        <main id="main" tabIndex={-1}>
          {children}
        </main>
      </div>
    </div>
  );
}

/** Where one is, from the program down. */
export function Crumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  if (crumbs.length === 0) return <span className="crumb" />;
  return (
    <nav className="crumb" aria-label="Breadcrumb">
      <ol>
        {crumbs.map((crumb, at) => (
          <li key={crumb.href ?? crumb.label}>
            {crumb.href ? (
              <Link href={crumb.href}>{crumb.label}</Link>
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
