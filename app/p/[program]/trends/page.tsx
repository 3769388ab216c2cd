import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TREND_NAMES, TREND_TITLES, type TrendName, trendChart } from "@/components/charts/program-trends";
import { TrendFigure } from "@/components/charts/trend-figure";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page";
import { EmptyState } from "@/components/ui/states";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import { formatMoment } from "@/lib/kernel/moments";
import { counted } from "@/lib/kernel/text";
import { programTrends } from "@/lib/overview/queries/trends";
import { trendFinding } from "@/lib/overview/rules/trend-findings";

export const metadata: Metadata = { title: "Trends" };

type Props = { params: Promise<{ program: string }> };

const MADE: Record<TrendName, string> = {
  live: "Live are workloads of waves in hypercare or closed. Planned are those whose window has ended, as the plan stood on that day; ahead, as it stands now. The forecast is that of the waves: how long waves before them stayed in each state; the page Waves says what each rests on. From the window of the first wave whose forecast is not known, none is drawn.",
  risks:
    "Open risks by the score, the domain, its appetite and the acceptances of that day. What had no score or no appetite then cannot be judged; it is counted apart and never as within.",
  recovery:
    "Judged by the drills that were recorded by that day, against the own targets and tiers of that day. Which processes a workload carries, and what they promise, is taken as it is now.",
};

/** How the program came to where it is: three charts, each with its sentence, its table and its file. */
export default async function TrendsPage({ params }: Props) {
  const { program } = await params;
  const actor = await requireActor(program);
  if (!can(actor, "history:read")) notFound();
  const now = new Date();
  const trends = await programTrends(actor, now);
  return (
    <>
      <PageHeader
        title="Trends"
        eyebrow={formatMoment(now, actor.zone)}
        why={
          <>
            <span>Told at the ends of weeks, as things stood then; days end in the program's zone.</span>
            {trends.unplanned > 0 ? (
              <span>
                {counted(trends.unplanned, "workload")} without a window: the plan does not hold them.
              </span>
            ) : null}
          </>
        }
      />
      {trends.live.length === 0 ? (
        <EmptyState
          title="Nothing is recorded yet"
          level={2}
          action={<Button href={`/p/${program}`}>Begin on the home page</Button>}
        >
          How many workloads are live, which risks stand above appetite and how much is proven recoverable is
          drawn here over time. The first workload, risk or drill begins the line.
        </EmptyState>
      ) : (
        TREND_NAMES.map((name) => (
          <TrendFigure
            key={name}
            id={name}
            title={TREND_TITLES[name]}
            finding={trendFinding(name, trends)}
            chart={trendChart(name, trends)}
            csvHref={`/api/p/${program}/trends/export.csv?chart=${name}`}
            made={MADE[name]}
          />
        ))
      )}
    </>
  );
}
