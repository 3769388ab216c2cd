import { Fragment, useId } from "react";
import { NavLink } from "@/components/shell/nav-link";
import type { NavItem, ShellProgram, ShellWave } from "@/components/shell/shell-model";
import { Link } from "@/components/ui/link";
import { healthWord, lifecycleWord, Shape } from "@/components/ui/status";
import { formatCount } from "@/lib/kernel/text";

export type NavigationProps = {
  program: ShellProgram | null;
  programs?: readonly ShellProgram[];
  nav: readonly NavItem[];
  waves?: readonly ShellWave[];
  foot?: readonly NavItem[];
};

/** The product's mark and name. */
export function Brand({ href }: { href: string }) {
  return (
    <Link className="brand" href={href}>
      <svg aria-hidden="true">
        <use href="#wg-mark" />
      </svg>
      Wavegate
    </Link>
  );
}

/** Program, its places, waves as stations on a line, the places of its estate and its rules; the same in the side column and in the drawer. */
export function Navigation({ program, programs = [], nav, waves = [], foot = [] }: NavigationProps) {
  return (
    <>
      {program ? <Switcher program={program} programs={programs} /> : null}
      <nav aria-label={program ? "Program" : "Wavegate"}>
        <NavList items={nav.filter(({ group }) => group === undefined)} />
        {waves.length > 0 ? <WaveTrack waves={stations(waves)} /> : null}
        <NavList items={nav.filter(({ group }) => group !== undefined)} />
      </nav>
      {foot.length > 0 ? (
        <div className="nav-foot">
          <NavList items={foot} />
        </div>
      ) : null}
    </>
  );
}

function NavList({ items }: { items: readonly NavItem[] }) {
  return items.map((item, at) => (
    <Fragment key={item.href}>
      {item.group !== undefined && item.group !== items[at - 1]?.group ? (
        <h2 className="micro">{item.group}</h2>
      ) : null}
      <NavLink href={item.href} exact={item.exact} className="nl">
        {item.label}
        {item.count === undefined ? null : (
          <i className={item.due ? "due" : undefined}>{formatCount(item.count)}</i>
        )}
      </NavLink>
    </Fragment>
  ));
}

const MOST_STATIONS = 8;

/** All waves while they are few; of many, those that are not over. The link Waves leads to the rest. */
function stations(waves: readonly ShellWave[]): readonly ShellWave[] {
  if (waves.length <= MOST_STATIONS) return waves;
  return waves.filter(({ status }) => !OVER.has(status)).slice(0, MOST_STATIONS);
}

const OVER: ReadonlySet<ShellWave["status"]> = new Set(["complete", "cancelled"]);

function WaveTrack({ waves }: { waves: readonly ShellWave[] }) {
  return (
    <>
      <h2 className="micro">Waves</h2>
      <div className="track">
        {waves.map((wave) => (
          <NavLink key={wave.href} href={wave.href}>
            <Shape kind={wave.status} colour />
            <span>
              {wave.number}&ensp;{wave.name}
            </span>
            <b className="vh">{statusWord(wave)}</b>
          </NavLink>
        ))}
      </div>
    </>
  );
}

function Switcher({ program, programs }: { program: ShellProgram; programs: readonly ShellProgram[] }) {
  const id = useId();
  const others = programs.filter((other) => other.href !== program.href);
  if (others.length === 0) {
    return (
      <Link className="switcher" href={program.href}>
        <b>{program.name}</b>
        {program.detail ? <span>{program.detail}</span> : null}
      </Link>
    );
  }
  return (
    <>
      <button className="switcher" type="button" popoverTarget={id}>
        <b>{program.name}</b>
        {program.detail ? <span>{program.detail}</span> : null}
        <svg aria-hidden="true">
          <use href="#wg-updn" />
        </svg>
      </button>
      <div className="pop at-program" id={id} popover="auto">
        <p className="grp-t">Programs</p>
        {[program, ...others].map((one) => (
          <Link
            className="nl"
            key={one.href}
            href={one.href}
            aria-current={one === program ? "true" : undefined}
          >
            {one.name}
          </Link>
        ))}
      </div>
    </>
  );
}

function statusWord(wave: ShellWave): string {
  switch (wave.status) {
    case "on-track":
    case "at-risk":
    case "off-track":
    case "unknown":
      return healthWord(wave.status);
    default:
      return lifecycleWord(wave.status);
  }
}
