import { GateList } from "@/components/gates/gate-list";
import { Link } from "@/components/ui/link";
import { FreezeLines } from "@/components/waves/freeze-lines";
import { freezesByWave } from "@/components/waves/timeline-freezes";
import { blockerHref } from "@/components/waves/wave-facts";
import { WaveChanges } from "@/components/waves/wave-history";
import { WindowSpan } from "@/components/waves/window-span";
import { can } from "@/lib/access/policy";
import { historyOfAll } from "@/lib/audit/queries/events";
import { listWaveGates } from "@/lib/gates/queries/wave-gates";
import { linksAgainst } from "@/lib/waves/queries/crossing-links";
import { listWaves } from "@/lib/waves/queries/list-waves";
import { waveCalendars } from "@/lib/waves/queries/wave-calendar";
import { waveSubjects } from "@/lib/waves/queries/wave-history";
import type { WavePageData } from "./load-page";

/** What blocks the next step, what it collides with, what changed. */
export async function Side({ data }: { data: WavePageData }) {
  const { actor, wave, base, program } = data;
  const [events, clashes, against, calendars, gates] = await Promise.all([
    waveSubjects(actor, wave.waveId).then((subjects) => historyOfAll(actor, subjects, 6)),
    overlapping(data),
    linksAgainst(actor, wave.waveId),
    waveCalendars(actor, [wave]),
    can(actor, "gate:read") ? listWaveGates(actor, wave.number, data.now) : [],
  ]);
  const freezes = freezesByWave([wave], calendars).get(wave.waveId) ?? [];
  const frozen = freezes.filter(({ exception }) => exception === null).length;
  const blockers = wave.steps[0]?.blockers ?? [];
  const conflicts = clashes.length + frozen + (against.total > 0 ? 1 : 0);
  return (
    <>
      <h2>
        Blockers <span>{blockers.length}</span>
      </h2>
      {blockers.length === 0 ? <p className="soft dense">Nothing blocks the next step.</p> : null}
      <ul className="rows dense">
        {blockers.map((blocker) => (
          <li key={blocker.code}>
            <Link className="quiet" href={blockerHref(blocker, base, wave.state)}>
              {blocker.message}
            </Link>
          </li>
        ))}
      </ul>
      {gates.length === 0 ? null : (
        <>
          <h2>Gates</h2>
          <GateList gates={gates} base={base} mayOpen={can(actor, "gate:configure")} />
        </>
      )}
      <h2>
        Conflicts <span>{conflicts}</span>
      </h2>
      {conflicts === 0 ? (
        <p className="soft dense">
          No freeze and no other wave’s window meets this one, and no hard link leads to a later wave.
        </p>
      ) : null}
      <ul className="rows dense">
        {freezes.length > 0 ? (
          <li>
            <FreezeLines met={freezes} />
            <Link href={`${base}/window`}>
              {frozen > 0 ? "See the conflict and clean times" : "See the window"}
            </Link>
          </li>
        ) : null}
        {clashes.map((other) => (
          <li key={other.waveId}>
            <b className="b">
              The window meets that of{" "}
              <Link href={`${program}/waves/${other.number}`}>
                wave {other.number}, {other.name}
              </Link>
            </b>
            <br />
            <span className="soft">
              {other.window === null ? null : <WindowSpan span={other.window} zone={actor.zone} />}
            </span>
          </li>
        ))}
        {against.first !== null ? (
          <li>
            <b className="b">
              {against.first.inside.name} needs {against.first.outside.name}
            </b>
            <br />
            <span className="soft">
              which moves {against.first.wave === null ? "in no wave" : "later"}.{" "}
              <Link href={`${base}?tab=dependencies`}>
                {against.total === 1
                  ? "See the link"
                  : against.total === 2
                    ? "See both such links"
                    : `See all ${against.total} such links`}
              </Link>
            </span>
          </li>
        ) : null}
      </ul>
      <h2>Latest changes</h2>
      <WaveChanges events={events} zone={actor.zone} dense />
      <Link className="go dense" href={`${base}?tab=history`}>
        All history
      </Link>
    </>
  );
}

async function overlapping({ actor, wave, now }: WavePageData) {
  const { window } = wave;
  if (window === null || window.endAt < now) return [];
  const waves = await listWaves(actor, now);
  return waves.filter(
    (other) =>
      other.waveId !== wave.waveId &&
      other.state !== "cancelled" &&
      other.window !== null &&
      other.window.startAt < window.endAt &&
      window.startAt < other.window.endAt,
  );
}
