import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Moment } from "@/components/ui/moment";
import { Facts, PageHeader } from "@/components/ui/page";
import { Status } from "@/components/ui/status";
import { HEALTH_SHAPES } from "@/components/workloads/list-cells";
import { formatMinutes } from "@/lib/kernel/minutes";
import { WAVE_STATE_LABELS } from "@/lib/waves/labels";
import { CRITICALITY_LABELS, KIND_LABELS } from "@/lib/workloads/labels";
import type { EffectiveTarget } from "@/lib/workloads/model/target";
import { tabHref } from "@/lib/workloads/rules/tabs";
import type { WorkloadView } from "@/lib/workloads/rules/view";

type HeaderProps = { workload: WorkloadView; mayChange: boolean; path: string; home: string };

/** Name, state in one sentence, and the way to its form. */
export function WorkloadHeader({ workload, mayChange, path, home }: HeaderProps) {
  const kind = workload.kind === null ? "Kind unknown" : KIND_LABELS[workload.kind];
  const critical =
    workload.criticality === null
      ? "criticality unknown"
      : CRITICALITY_LABELS[workload.criticality].toLowerCase();
  return (
    <PageHeader
      title={workload.name}
      place={workload}
      eyebrow={`${kind}, ${critical}${workload.site === null ? "" : `, ${workload.site}`}`}
      why={
        workload.full ? (
          <>
            <span>
              <Status health={HEALTH_SHAPES[workload.health.level]} />{" "}
              <HealthReason workload={workload} path={path} />
            </span>
            <OwnerFact workload={workload} />
          </>
        ) : undefined
      }
      actions={
        workload.full ? (
          <>
            <Button href={`${home}/dependencies/${workload.id}`}>What stops with it</Button>
            <Button href={`${home}/recovery/${workload.id}`}>Recovery</Button>
            {mayChange ? <Button href={`${path}/edit`}>Change facts</Button> : null}
          </>
        ) : undefined
      }
    />
  );
}

/** Why it is so; where risks say it, the way to them. */
function HealthReason({ workload: { health, risks }, path }: { workload: WorkloadView; path: string }) {
  const reason = health.reason.charAt(0).toLowerCase() + health.reason.slice(1);
  return (
    <>
      {health.level === "on_track" ? "with " : "because "}
      {health.level === "unknown" || risks.length === 0 ? (
        reason
      ) : (
        <Link href={tabHref(path, "risks")}>{reason}</Link>
      )}
    </>
  );
}

/** Who answers for it; that nobody does is said once, where the reason of its health says it too. */
function OwnerFact({ workload: { businessOwner, health } }: { workload: WorkloadView }) {
  if (businessOwner !== null) return <span>Business owner {businessOwner.name}</span>;
  return health.level === "unknown" ? null : <span className="miss">No business owner</span>;
}

type BandProps = { workload: WorkloadView; wavesPath: string; zone: string; yourZone: string };

/** The band of facts: recovery targets and the wave. */
export function WorkloadBand({ workload, wavesPath, zone, yourZone }: BandProps) {
  const wave = { label: "Wave", value: <WaveFact {...{ workload, wavesPath, zone, yourZone }} /> };
  if (!workload.full) return <Facts facts={[wave, { label: "Links", value: String(workload.links) }]} />;
  const { rto, rpo, own } = workload.targets;
  return (
    <Facts
      facts={[
        { label: "Must be back within", value: <TargetFact target={rto} workload={workload} /> },
        { label: "May lose at most", value: <TargetFact target={rpo} workload={workload} /> },
        ...(own === null || own.reason === "" ? [] : [{ label: "Why its own target", value: own.reason }]),
        wave,
      ]}
    />
  );
}

function TargetFact({ target, workload }: { target: EffectiveTarget; workload: WorkloadView }) {
  if (target.minutes === null) {
    const why = workload.tier === null ? "no tier, no target of its own" : `${workload.tier.name} sets none`;
    return (
      <>
        <p className="big never">not set</p>
        <p className="mute">{why}</p>
      </>
    );
  }
  return (
    <>
      <p className="big">{formatMinutes(target.minutes)}</p>
      <p className="mute">{originWords(target.from, workload)}</p>
    </>
  );
}

function WaveFact({ workload, wavesPath, zone, yourZone }: BandProps) {
  const { wave } = workload;
  if (wave === null) return <p className="never">in no wave</p>;
  return (
    <>
      <p>
        <Link href={`${wavesPath}/${wave.number}`}>
          {wave.number} {wave.name}
        </Link>
        , {WAVE_STATE_LABELS[wave.state].toLowerCase()}
      </p>
      <p className="mute">
        {wave.windowStartAt === null ? (
          "no window yet"
        ) : (
          <Moment at={wave.windowStartAt} zone={wave.zone ?? zone} yourZone={yourZone} />
        )}
      </p>
    </>
  );
}

function originWords(from: EffectiveTarget["from"], { tier }: WorkloadView): string {
  if (from === "own") return "a target of its own";
  if (from === "process") return "the strictest of the business processes it carries";
  return `from ${tier?.name ?? "its tier"}`;
}
