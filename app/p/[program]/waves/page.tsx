import { WaveTimeline } from "@/components/charts/wave-timeline";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { PageHeader, Section } from "@/components/ui/page";
import { Rows } from "@/components/ui/sheet-parts";
import { EmptyState } from "@/components/ui/states";
import { forecastsOf } from "@/components/waves/forecasts";
import { drawnFreezes, freezesByWave, shownFreezes } from "@/components/waves/timeline-freezes";
import { timelineWaves } from "@/components/waves/timeline-waves";
import { WaveList } from "@/components/waves/wave-list";
import { WindowSpan } from "@/components/waves/window-span";
import { can } from "@/lib/access/policy";
import { readsEstate } from "@/lib/access/reads-estate";
import { requireActor } from "@/lib/auth/require-actor";
import { scopeWord } from "@/lib/calendar/labels";
import type { Occurrence } from "@/lib/calendar/model";
import { formatMoment } from "@/lib/kernel/moments";
import { counted } from "@/lib/kernel/text";
import { dateIn } from "@/lib/kernel/time";
import { listJudgedWaves } from "@/lib/overview/queries/judged-waves";
import type { WaveForecast } from "@/lib/waves/model/forecast";
import type { WaveSummary } from "@/lib/waves/model/wave";
import { waveCalendars } from "@/lib/waves/queries/wave-calendar";
import { listWaveDates } from "@/lib/waves/queries/wave-dates";
import { listWaveSteps } from "@/lib/waves/queries/wave-steps";

export const metadata = { title: "Waves" };

export default async function WavesPage({ params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  const actor = await requireActor(program);
  const now = new Date();
  const [waves, dates, steps] = await Promise.all([
    listJudgedWaves(actor, now),
    listWaveDates(actor),
    listWaveSteps(actor),
  ]);
  const calendars = can(actor, "calendar:read")
    ? await waveCalendars(actor, waves)
    : new Map<string, never>();
  const freezes = shownFreezes(waves, calendars, now);
  const met = freezesByWave(waves, calendars);
  const forecasts = can(actor, "history:read") ? forecastsOf(waves, { steps, met, now }) : NO_FORECASTS;
  const base = `/p/${program}/waves`;
  const mayPlan = can(actor, "wave:plan");
  return (
    <div className="on-landscape">
      <PageHeader
        title="Waves"
        actions={
          waves.length === 0 ? null : (
            <>
              {actor.role === "partner" ? null : <Button href={`${base}/split`}>Links across</Button>}
              {mayPlan ? <Button href={`${base}/new`}>Create a wave</Button> : null}
            </>
          )
        }
      />
      {waves.length === 0 ? (
        <div style={{ marginTop: 24 }}>
          {readsEstate(actor) ? (
            <EmptyState
              title="No wave is planned yet"
              action={
                mayPlan ? (
                  <Button variant="pri" href={`${base}/new`}>
                    Create the first wave
                  </Button>
                ) : null
              }
            >
              A wave is a set of workloads that cut over together in one window. Start with the foundation:
              identity, network, monitoring.
            </EmptyState>
          ) : (
            <EmptyState title="No wave is shared with you yet">
              You see the waves of the workloads that a program manager shares with you. So far there is none.
            </EmptyState>
          )}
        </div>
      ) : (
        <div className="twin">
          <Section title="Plan and actual" finding={finding(waves)}>
            <WaveTimeline
              waves={timelineWaves(waves, dates, { base, zone: actor.programZone, now, forecasts })}
              freezes={drawnFreezes(freezes, actor.programZone)}
              now={dateIn(actor.programZone, now)}
              nowLabel={`Now, ${formatMoment(now, actor.programZone)}`}
              label={`${counted(waves.length, "wave")} on a timeline; the same facts are in the list below`}
            />
          </Section>
          <Section title="Every wave" id="list" className="as-list">
            <WaveList waves={waves} base={base} zone={actor.zone} freezes={met} forecasts={forecasts} />
            <ForecastNotes waves={waves} forecasts={forecasts} />
            <FreezeList freezes={freezes} zone={actor.programZone} href={`/p/${program}/calendar`} />
          </Section>
        </div>
      )}
    </div>
  );
}

const NO_FORECASTS: ReadonlyMap<string, WaveForecast> = new Map();

/** How the forecasts are made, and what each rests on. */
function ForecastNotes({
  waves,
  forecasts,
}: {
  waves: readonly WaveSummary[];
  forecasts: ReadonlyMap<string, WaveForecast>;
}) {
  if (forecasts.size === 0) return null;
  return (
    <>
      <h3 className="grp">How the forecast is made</h3>
      <p className="soft" style={{ maxWidth: "60em", marginBlock: 8 }}>
        A wave is taken to be ready when it has been prepared and rehearsed for as long as waves of this
        program were: the median of the stays that are over. When that is before its window, the window is the
        forecast; else the next time on the same weekday and clock. It is unknown where no wave has gone that
        way yet, where something is off track, and where a freeze stands in the window. Nothing is said of the
        time that open blockers take.
      </p>
      <Rows dense>
        {waves.map(({ waveId, number, name }) => {
          const forecast = forecasts.get(waveId);
          if (forecast === undefined) return null;
          return (
            <li key={waveId}>
              Wave {number}, {name}: {forecast.known ? "" : "unknown, as "}
              {forecast.how}.
            </li>
          );
        })}
      </Rows>
    </>
  );
}

/** The freezes that are drawn, in words. */
function FreezeList({ freezes, zone, href }: { freezes: readonly Occurrence[]; zone: string; href: string }) {
  if (freezes.length === 0) return null;
  return (
    <>
      <h3 className="grp">
        Freezes <span>{freezes.length}</span>
      </h3>
      <Rows dense>
        {freezes.map((one) => (
          <li key={`${one.period.id} ${one.startAt.toISOString()}`}>
            <Link href={`${href}/${one.period.id}`}>{one.period.title}</Link>, {scopeWord(one.period.scope)}:{" "}
            <WindowSpan span={one} zone={zone} />
          </li>
        ))}
      </Rows>
    </>
  );
}

/** What the page found, in one sentence. */
function finding(waves: readonly WaveSummary[]): string {
  const closed = waves.filter(({ state }) => state === "closed").length;
  const off = waves.filter(({ health }) => health?.level === "off_track");
  const risk = waves.filter(({ health }) => health?.level === "at_risk");
  const unknown = waves.filter(({ health }) => health?.level === "unknown");
  const parts = [
    `${closed} of ${waves.length} closed`,
    ...(off.length > 0 ? [`${numbers(off)} off track`] : []),
    ...(risk.length > 0 ? [`${numbers(risk)} at risk`] : []),
    ...(unknown.length > 0 ? [`${numbers(unknown)} unknown`] : []),
  ];
  return `${parts.join("; ")}.`;
}

function numbers(waves: readonly WaveSummary[]): string {
  const list = waves.map(({ number }) => number);
  const last = list.pop();
  return list.length === 0 ? `wave ${last} is` : `waves ${list.join(", ")} and ${last} are`;
}
