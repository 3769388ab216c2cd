import { EventRows } from "@/components/audit/event-rows";
import { DataHealthSummary } from "@/components/findings/summary";
import { LedeSentence } from "@/components/overview/lede-sentence";
import { UpcomingList } from "@/components/overview/upcoming-list";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { PageHeader, Section, WithSide } from "@/components/ui/page";
import { Rows } from "@/components/ui/sheet-parts";
import { EmptyState } from "@/components/ui/states";
import { Verdict } from "@/components/ui/status";
import { WaveList } from "@/components/waves/wave-list";
import type { Actor } from "@/lib/access/model";
import { recentChanges } from "@/lib/audit/queries/events";
import { dataHealthSummary } from "@/lib/findings/queries/data-health";
import { listOpenGates } from "@/lib/gates/queries/waiting-signatures";
import { gatePath } from "@/lib/gates/rules/gate-path";
import { formatMoment } from "@/lib/kernel/moments";
import { liveCount } from "@/lib/overview/queries/estate-counts";
import { listJudgedWaves } from "@/lib/overview/queries/judged-waves";
import { nextCutover, programHealth } from "@/lib/overview/rules/program-health";
import { upcoming } from "@/lib/overview/rules/upcoming";

/** The program manager's home: where the plan stands, which gates lack what, what nobody has said yet. */
export async function Plan({ actor }: { actor: Actor }) {
  const now = new Date();
  const base = `/p/${actor.programSlug}`;
  const [waves, gates, live, changes, data] = await Promise.all([
    listJudgedWaves(actor, now),
    listOpenGates(actor, now),
    liveCount(actor, now),
    recentChanges(actor, 7, 8),
    dataHealthSummary(actor, now),
  ]);
  if (live.total === 0 && waves.length === 0) return <Beginning base={base} name={actor.programName} />;
  return (
    <>
      <h1 className="eyebrow">Plan, {formatMoment(now, actor.zone)}</h1>
      <LedeSentence
        health={programHealth(waves)}
        live={live}
        next={nextCutover(waves, now)}
        waves={waves.length}
        base={base}
        zone={actor.programZone}
      />
      <WithSide
        label="What comes and what changed"
        side={
          <>
            <h2>Next 14 days</h2>
            <UpcomingList
              items={upcoming(waves, gates, { now, days: 14, base })}
              zone={actor.zone}
              days={14}
            />
            <h2>Changed in the last 7 days</h2>
            <EventRows events={changes} zone={actor.zone} />
          </>
        }
      >
        {live.total === 0 ? <NoWorkloads base={base} /> : null}
        <Section
          title="Waves"
          id="waves"
          actions={
            <Link className="go" href={`${base}/waves/new`}>
              Plan a wave
            </Link>
          }
        >
          <WaveList waves={waves} base={`${base}/waves`} zone={actor.zone} />
        </Section>
        <Section title="Gates" id="gates" finding="Before a cutover, each must hold.">
          <Rows>
            {gates.map((gate) => (
              <li key={gate.gateId}>
                {gate.holds ? (
                  <Verdict tone="done">Holds</Verdict>
                ) : (
                  <Verdict tone="risk">Does not hold</Verdict>
                )}{" "}
                <Link className="b" href={`${base}/waves/${gate.waveNumber}/${gatePath(gate.kind)}`}>
                  {gate.name}
                </Link>
                <p className="soft dense">{gate.reasons.join(" ")}</p>
              </li>
            ))}
            {gates.length === 0 ? <li className="soft">No gate is open.</li> : null}
          </Rows>
        </Section>
        <DataHealthSummary {...data} base={base} />
      </WithSide>
    </>
  );
}

/** The waves are outlined, as after a start from a playbook, and nothing stands in them. */
function NoWorkloads({ base }: { base: string }) {
  return (
    <div className="mt-3">
      <EmptyState
        level={2}
        title="The waves are outlined; no workload is recorded"
        action={
          <div className="acts-row">
            <Button href={`${base}/imports`} variant="pri">
              Import an inventory
            </Button>
            <Button href={`${base}/workloads/new`}>Add one by hand</Button>
          </div>
        }
      >
        Bring in what the company runs, then place it in the waves. Until then nothing can be said of health,
        dependencies or recovery.
      </EmptyState>
    </div>
  );
}

function Beginning({ base, name }: { base: string; name: string }) {
  return (
    <>
      <PageHeader title={name} />
      <EmptyState
        title="Nothing is recorded yet"
        action={
          <div className="acts-row">
            <Button href={`${base}/playbook`} variant="pri">
              Start from a playbook
            </Button>
            <Button href={`${base}/imports`}>Import what you have</Button>
          </div>
        }
      >
        A playbook brings tiers, risks, gates, checklists, a calendar and an outline of waves for your kind of
        company. Workloads and their links come from a file. Both can be done in either order.
      </EmptyState>
    </>
  );
}
