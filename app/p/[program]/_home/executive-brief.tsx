import { Suspense } from "react";
import { EventRows } from "@/components/audit/event-rows";
import { WaveRail } from "@/components/charts/wave-rail";
import { DecisionCards } from "@/components/overview/decision-cards";
import { LedeSentence } from "@/components/overview/lede-sentence";
import { NextWindow } from "@/components/overview/next-window";
import { UnknownList } from "@/components/overview/unknown-list";
import { UpcomingList } from "@/components/overview/upcoming-list";
import { MapSection } from "@/components/risks/map-section";
import { TopRisks } from "@/components/risks/top-risks";
import { Link } from "@/components/ui/link";
import { Figure, Figures } from "@/components/ui/measure";
import { Section } from "@/components/ui/page";
import { LinesSkeleton } from "@/components/ui/states";
import { WaveList } from "@/components/waves/wave-list";
import { waveShape } from "@/components/waves/wave-status";
import type { Actor } from "@/lib/access/model";
import { recentChanges } from "@/lib/audit/queries/events";
import type { GateSummary } from "@/lib/gates/model/judged";
import { listOpenGates } from "@/lib/gates/queries/waiting-signatures";
import { asksReader } from "@/lib/gates/rules/asks-reader";
import { formatDayShort, formatMoment } from "@/lib/kernel/moments";
import { counted } from "@/lib/kernel/text";
import { dateIn } from "@/lib/kernel/time";
import type { LiveCount } from "@/lib/overview/model";
import { liveCount, unknownCounts } from "@/lib/overview/queries/estate-counts";
import { listJudgedWaves } from "@/lib/overview/queries/judged-waves";
import { lastVisit } from "@/lib/overview/queries/last-visit";
import { nextCutover, programHealth } from "@/lib/overview/rules/program-health";
import { upcoming } from "@/lib/overview/rules/upcoming";
import type { RecoveryCoverage } from "@/lib/recovery/model";
import { recoveryCoverage } from "@/lib/recovery/queries/recovery-coverage";
import { weightedShare } from "@/lib/recovery/rules/coverage";
import type { AssessmentAspect } from "@/lib/risks/model/rating";
import type { RiskCounts } from "@/lib/risks/model/register";
import { riskMaps } from "@/lib/risks/queries/risk-map";
import { riskCounts, risksAboveAppetite } from "@/lib/risks/queries/risks-above-appetite";
import { waitingAcceptances } from "@/lib/risks/queries/waiting-acceptances";
import { mapDays } from "@/lib/risks/rules/map-days";
import { riskSearch } from "@/lib/risks/rules/search";
import { riskHref } from "@/lib/risks/rules/search-href";
import type { WaveForecast } from "@/lib/waves/model/forecast";
import type { WaveSummary } from "@/lib/waves/model/wave";
import { TrendIsland } from "./trend-island";
import { forecastDay, waveForecasts } from "./wave-forecasts";

const DAY = 86_400_000;

/** The executive's home: one sentence, what to decide, four numbers, the risk map, the waves, what comes, what is unknown. */
export async function ExecutiveBrief({ actor, aspect }: { actor: Actor; aspect: AssessmentAspect }) {
  const now = new Date();
  const { since } = mapDays({}, dateIn(actor.programZone, now), actor.programZone);
  const base = `/p/${actor.programSlug}`;
  const last = await lastVisit(actor, now);
  const back = last === null ? 7 : (now.getTime() - last.getTime()) / DAY;
  const [waves, gates, live, unknown, counts, maps, top, recovery, changes, proposals] = await Promise.all([
    listJudgedWaves(actor, now),
    listOpenGates(actor, now),
    liveCount(actor, now),
    unknownCounts(actor, now),
    riskCounts(actor, now),
    riskMaps(actor, { since }, now),
    risksAboveAppetite(actor, 7, { since, now }),
    recoveryCoverage(actor, now),
    recentChanges(actor, back, 6),
    waitingAcceptances(actor, now),
  ]);
  const next = nextCutover(waves, now);
  const forecasts = await waveForecasts(actor, waves, now);
  const search = riskSearch({});
  return (
    <>
      <h1 className="eyebrow">Brief, {formatMoment(now, actor.zone)}</h1>
      <LedeSentence
        {...{ live, next, base }}
        health={programHealth(waves)}
        waves={waves.length}
        zone={actor.programZone}
      />
      <WaveRail
        waves={waves.map((wave) => ({
          number: wave.number,
          name: wave.name,
          status: waveShape(wave),
          plannedOn: wave.window && dateIn(wave.window.zone, wave.window.startAt),
          forecastOn: forecastDay(forecasts.get(wave.waveId), actor.programZone),
        }))}
        today={dateIn(actor.programZone, now)}
        label={`${counted(waves.length, "cutover")} on a line of time; the same facts are in the table Waves`}
      />
      <Section
        title="Decisions for you"
        id="decisions"
        finding={decisionsFinding(gates, proposals.length, counts)}
      >
        <DecisionCards {...{ gates, proposals, base, now }} risks={top} zone={actor.zone} />
      </Section>
      <Numbers
        {...{ live, counts, gates, base, next, recovery }}
        forecast={(next && forecasts.get(next.waveId)) ?? null}
        zone={actor.programZone}
      />
      <MapSection
        maps={maps}
        aspect={aspect}
        now={now}
        zone={actor.programZone}
        since={formatDayShort(since, actor.programZone)}
        hrefFor={{
          aspect: (one) => `${base}?aspect=${one}#map`,
          rows: (one, of) => `${riskHref(`${base}/risks`, search, { aspect: one, ...of })}#register`,
        }}
        actions={
          <Link className="go" href={`${base}/risks#register`}>
            As list
          </Link>
        }
      >
        <TopRisks
          rows={top}
          total={counts.above}
          accepted={counts.accepted}
          open={counts.open}
          unknown={counts.unknown}
          base={`${base}/risks`}
          allHref={`${base}/risks?appetite=above#register`}
        />
      </MapSection>
      <Section
        title="Waves"
        id="waves"
        finding="Each with its state, its health and the reason."
        actions={
          <Link className="go" href={`${base}/waves`}>
            All waves
          </Link>
        }
      >
        <WaveList waves={waves} base={`${base}/waves`} zone={actor.zone} forecasts={forecasts} />
      </Section>
      <Suspense
        fallback={
          <Section title="Over time" id="trends">
            <LinesSkeleton lines={6} label="Reading the history" />
          </Section>
        }
      >
        <TrendIsland actor={actor} now={now} />
      </Suspense>
      <div className="cols c3">
        <Section title="Next 14 days" id="next">
          <UpcomingList items={upcoming(waves, gates, { now, days: 14, base })} zone={actor.zone} days={14} />
        </Section>
        <Section
          title={last === null ? "Changed in the last 7 days" : "Since you were last here"}
          id="changed"
          finding={last === null ? undefined : `On ${formatMoment(last, actor.zone)}.`}
        >
          <EventRows events={changes} zone={actor.zone} />
        </Section>
        <Section title="What is unknown" id="unknown">
          <UnknownList
            counts={unknown}
            missingTargets={recovery.missing}
            neverTested={recovery.counts.never_tested}
            risksUnknown={counts.unknown}
            base={base}
          />
        </Section>
      </div>
      <HowMade />
    </>
  );
}

function decisionsFinding(gates: readonly GateSummary[], proposals: number, { above }: RiskCounts): string {
  const asked = gates.filter(asksReader).length;
  const signatures = asked === 0 ? "No signature" : counted(asked, "signature");
  const acceptances = proposals === 0 ? "" : ` and ${counted(proposals, "risk acceptance")}`;
  return `${signatures}${acceptances} asked of you; ${above === 0 ? "no risk" : counted(above, "risk")} above appetite.`;
}

type NumbersProps = {
  live: LiveCount;
  counts: RiskCounts;
  gates: readonly GateSummary[];
  next: WaveSummary | null;
  forecast: WaveForecast | null;
  recovery: RecoveryCoverage;
  base: string;
  zone: string;
};

function Numbers({ live, counts, gates, next, forecast, recovery, base, zone }: NumbersProps) {
  const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);
  return (
    <Section title="Four numbers" id="numbers" finding="Each leads to its rows.">
      <Figures>
        <Figure
          label="Workloads live"
          value={live.live}
          of={`of ${live.planned} planned by now`}
          meter={{ value: share(live.live, live.total), target: share(live.planned, live.total) }}
          change={
            <Link href={`${base}/workloads`}>
              {counted(live.total, "workload")} in all, {live.unplanned} in no wave
            </Link>
          }
        />
        <NextWindow
          {...{ next, forecast, base, zone }}
          gate={gates.find((one) => one.waveNumber === next?.number && one.kind === "go_no_go") ?? null}
        />
        <Figure
          label="Risks above appetite"
          value={counts.open === 0 ? null : counts.above}
          of={counts.open === 0 ? undefined : "target 0"}
          meter={{ value: share(counts.above, counts.open), target: 0 }}
          change={
            <Link href={`${base}/risks?appetite=above#register`}>
              of {counted(counts.open, "open risk")}, {counts.unknown} not judged
              {counts.accepted === 0 ? "" : `, ${counts.accepted} accepted`}
            </Link>
          }
        />
        <Figure
          label="Workloads proven recoverable"
          value={recovery.total === 0 ? null : recovery.counts.met}
          of={recovery.total === 0 ? undefined : `of ${recovery.total}`}
          meter={{ value: share(recovery.counts.met, recovery.total), target: 1 }}
          change={<Link href={`${base}/recovery#coverage`}>{recoveryWords(recovery)}</Link>}
        />
      </Figures>
    </Section>
  );
}

function recoveryWords(coverage: RecoveryCoverage): string {
  const { missed, stale, never_tested, unknown } = coverage.counts;
  const { share } = weightedShare(coverage);
  const weighted = share === null ? "" : `${Math.floor(share * 100)} % by criticality; `;
  return `${weighted}${missed} missed, ${stale} stale, ${never_tested} never tested, ${unknown} unknown`;
}

function HowMade() {
  return (
    <Section title="How these numbers are made" id="made">
      <div className="soft dense" style={{ maxWidth: 720 }}>
        <p>
          Health is that of the worst wave: off track, then unknown, then at risk. A wave is off track when
          its window has passed or an item of its checklist failed; unknown when workloads, owners, targets,
          window, lead or scores are missing; at risk when an open risk stands above appetite and nobody
          accepted it, a hard link leads to a later wave, or signatures are missing shortly before the gate
          closes.
        </p>
        <p style={{ marginTop: 8 }}>
          Live are workloads of waves in hypercare or closed; planned by now are those whose window has ended.
          The next window is forecast by how long waves before it stayed in each state; the page Waves says
          what each rests on. The finish is that of the last wave, and not known while that of one wave is
          not. A workload is proven recoverable when the drill that counts stayed within both its targets and
          is no older than its tier allows; a claim proves nothing. By criticality, revenue counts three
          times, operational twice.
        </p>
      </div>
    </Section>
  );
}
