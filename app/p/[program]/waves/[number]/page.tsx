import { Button } from "@/components/ui/button";
import { Tabs } from "@/components/ui/filters";
import { Link } from "@/components/ui/link";
import { PageHeader, WithSide } from "@/components/ui/page";
import { HealthBadge, StateBadge } from "@/components/waves/wave-badges";
import { WaveFacts } from "@/components/waves/wave-facts";
import { can } from "@/lib/access/policy";
import type { SearchParams } from "@/lib/kernel/search-params";
import { counted } from "@/lib/kernel/text";
import { WAVE_KIND_LABELS } from "@/lib/waves/labels";
import { BEFORE_CUTOVER } from "@/lib/waves/model/states";
import { waveTab } from "@/lib/waves/rules/search";
import { windowSpan } from "@/lib/waves/rules/window-words";
import { loadWavePage, type WavePageData } from "./load-page";
import { Side } from "./side";
import { TabContent } from "./tab-content";

type Props = {
  params: Promise<{ program: string; number: string }>;
  searchParams: Promise<SearchParams>;
};

export async function generateMetadata({ params }: Props) {
  return { title: `Wave ${(await params).number}` };
}

export default async function WavePage({ params, searchParams }: Props) {
  const data = await loadWavePage(params);
  const search = await searchParams;
  const { actor, wave, gate, now, base } = data;
  return (
    <>
      <Head data={data} />
      {wave.facts === null ? (
        <PartnerWindow data={data} />
      ) : (
        <>
          {/* on a phone another tab begins with what it is about: the first one has these */}
          <div className={waveTab(search) === "readiness" ? undefined : "not-s"}>
            <WaveFacts
              wave={wave}
              gate={gate === null ? null : { judged: gate.judged, closesAt: gate.facts.gate.closesAt }}
              base={base}
              zones={{ program: actor.programZone, mine: actor.zone }}
              now={now}
              mayMove={can(actor, "wave:transition")}
            />
          </div>
          <WaveTabs data={data} current={waveTab(search)} />
          <WithSide side={<Side data={data} />} label="Around this wave">
            <TabContent data={data} search={search} />
          </WithSide>
        </>
      )}
    </>
  );
}

function Head({ data }: { data: WavePageData }) {
  const { actor, wave, base } = data;
  const before = BEFORE_CUTOVER.includes(wave.state);
  const mayPlan = can(actor, "wave:plan");
  return (
    <PageHeader
      eyebrow={`Wave ${wave.number}, ${WAVE_KIND_LABELS[wave.kind].toLowerCase()}`}
      title={wave.name}
      why={
        <>
          <span>
            <StateBadge state={wave.state} attempt={wave.attempt} />
          </span>
          {wave.health === null ? null : (
            <span>
              <HealthBadge health={wave.health} base={base} />
            </span>
          )}
          {wave.facts === null ? null : (
            <>
              <span>{wave.lead === null ? "Nobody leads it yet" : `Lead ${wave.lead}`}</span>
              <span>
                <Link href={`${base}?tab=workloads`}>{counted(wave.workloads ?? 0, "workload")}</Link>
              </span>
            </>
          )}
        </>
      }
      actions={
        wave.facts === null ? null : (
          <>
            {mayPlan && before ? (
              <Button href={`${base}/window`}>{wave.window === null ? "Set window" : "Move window"}</Button>
            ) : null}
            {mayPlan ? <Button href={`${base}/edit`}>Edit</Button> : null}
            <Button href={`${base}/gate`}>Go/no-go gate</Button>
          </>
        )
      }
    />
  );
}

function WaveTabs({ data, current }: { data: WavePageData; current: string }) {
  const { wave, gate, base } = data;
  const score = gate?.judged.score;
  const counts: Record<string, string | number | undefined> = {
    Readiness: score === undefined ? undefined : `${score.met + score.waived} of ${score.total}`,
    Checklist: wave.checklist === null ? undefined : `${wave.checklist.settled} of ${wave.checklist.total}`,
    Workloads: wave.workloads ?? undefined,
    Dependencies: wave.links ?? undefined,
    Risks: wave.risks ?? undefined,
    History: undefined,
  };
  return (
    <Tabs
      label="Wave"
      items={Object.entries(counts).map(([label, count]) => {
        const tab = label.toLowerCase();
        const href = tab === "readiness" ? base : `${base}?tab=${tab}`;
        return { label, href, count, current: current === tab };
      })}
    />
  );
}

function PartnerWindow({ data: { wave, actor } }: { data: WavePageData }) {
  return (
    <p className="lede" style={{ marginTop: 24 }}>
      {wave.window === null
        ? "The window of this wave is not set yet."
        : `Cuts over ${windowSpan(wave.window, actor.zone)}, your time.`}
    </p>
  );
}
