import { type ReactNode, Suspense } from "react";
import { KeysDoor } from "@/components/shell/keys-door";
import { MobileMenu } from "@/components/shell/mobile-menu";
import { Brand, Navigation, type NavigationProps } from "@/components/shell/nav";
import { PaletteDoor } from "@/components/shell/palette-door";
import { PathCrumbs } from "@/components/shell/path-crumbs";
import { UserMenu, type UserMenuProps } from "@/components/shell/user-menu";

export type AppShellProps = NavigationProps &
  UserMenuProps & {
    /** Where the mark leads. */
    homeHref: string;
    /** "Tue 12 Jan 2027, 14:40 GMT" */
    asOf?: string;
    /** What the home page is called for this person. */
    home: string;
    children: ReactNode;
  };

/** The frame around every signed-in page: navigation, top bar, sheet. */
export function AppShell(props: AppShellProps) {
  const { homeHref, asOf, home, children, program, programs, nav, waves, foot } = props;
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
          {program ? <PathCrumbs program={program} home={home} waves={waves} /> : <span className="crumb" />}
          {program ? <PaletteDoor source={`/api${program.href}/palette`} /> : null}
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
          <KeysDoor />
        </header>
        <main id="main" tabIndex={-1}>
          {children}
        </main>
      </div>
    </div>
  );
}
