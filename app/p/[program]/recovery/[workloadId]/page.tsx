import type { Metadata } from "next";
import { DrillHistory } from "@/components/recovery/drill-history";
import { JudgementMark } from "@/components/recovery/judgement-mark";
import { JudgementTable } from "@/components/recovery/judgement-table";
import { ProtectionPart } from "@/components/recovery/protection-part";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Missing } from "@/components/ui/missing";
import { Day, Duration, Moment } from "@/components/ui/moment";
import { DefinitionList, PageHeader, Section } from "@/components/ui/page";
import { EmptyState } from "@/components/ui/states";
import { DRILL_KIND_LABELS } from "@/lib/recovery/labels";
import type {
  CarriedProcess,
  RecoveryClaimView,
  RecoveryWorkload,
  StatedTargets,
} from "@/lib/recovery/model";
import { drillsOf } from "@/lib/recovery/queries/drills";
import { processesOf } from "@/lib/recovery/queries/get-recovery";
import { staleFrom } from "@/lib/recovery/rules/judge";
import { loadProtection, loadRecovery } from "./load";
import { TargetForms } from "./target-forms";

type Props = { params: Promise<{ program: string; workloadId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { program, workloadId } = await params;
  const { workload } = await loadRecovery(program, workloadId);
  return { title: `Recovery of ${workload.name}` };
}

export default async function WorkloadRecoveryPage({ params }: Props) {
  const { program, workloadId } = await params;
  const { actor, workload, writes, path, protection } = await loadProtection(program, workloadId);
  const [processes, drills] = await Promise.all([
    processesOf(actor, workload.id),
    drillsOf(actor, workload.id),
  ]);
  const { judged, claim } = workload;
  return (
    <>
      <PageHeader
        eyebrow="Recovery"
        title={workload.name}
        place={workload}
        why={
          <>
            <JudgementMark judgement={judged.together} />
            <Link href={`/p/${program}/workloads/${workload.id}`}>The workload</Link>
          </>
        }
        actions={writes ? <Button href={`${path}/drills/new`}>Record a drill</Button> : null}
      />
      <Section
        id="judgement"
        title="Target, claimed, proven"
        finding={whatCounts(workload, actor.programZone, new Date())}
      >
        <JudgementTable workload={workload} />
      </Section>
      <Section
        id="drills"
        title="Drills"
        finding={
          drills.length === 0
            ? undefined
            : "Records are never changed; a false one is withdrawn with its reason."
        }
      >
        {drills.length === 0 ? (
          <EmptyState title="No drill is recorded">
            A target nobody has tested counts as not met. Record the next restore, failover, rebuild or game
            day.
          </EmptyState>
        ) : (
          <DrillHistory
            drills={drills}
            countsId={judged.drill?.id ?? null}
            path={path}
            zone={actor.programZone}
          />
        )}
      </Section>
      <ProtectionPart protection={protection} href={writes ? `${path}/protection` : null} />
      <ClaimPart claim={claim} href={writes ? `${path}/claim` : null} />
      <Section
        id="target"
        title="Where the target comes from"
        finding="Its own counts, else the strictest of its business processes, else its tier's."
      >
        <Origins workload={workload} processes={processes} program={program} />
      </Section>
      {writes ? <TargetForms workload={workload} program={program} /> : null}
    </>
  );
}

/** What counts and until when, in one sentence. */
function whatCounts({ judged: { drill }, drillIntervalDays }: RecoveryWorkload, zone: string, now: Date) {
  if (drill === null) return "No drill that proves recovery is recorded.";
  const until = staleFrom(drill.declaredAt, drillIntervalDays);
  return (
    <>
      The {DRILL_KIND_LABELS[drill.kind].toLowerCase()} of{" "}
      <Moment at={drill.declaredAt} zone={zone} show="day" /> counts
      {drill.overtaken ? ", but a newer record was withdrawn: only another drill proves it again." : null}
      {drill.overtaken || until !== null ? null : "; nobody has said how often its tier is drilled."}
      {drill.overtaken || until === null ? null : (
        <>
          {until < now ? "; it was current until " : " and is current until "}
          <Moment at={until} zone={zone} show="day" />, {drillIntervalDays} days after it.
        </>
      )}
    </>
  );
}

function ClaimPart({ claim, href }: { claim: RecoveryClaimView | null; href: string | null }) {
  const words = claim === null ? "Record a claim" : "Change the claim";
  return (
    <Section
      id="claim"
      title="What is claimed"
      finding="A claim stands apart: it proves nothing and no judgement reads it."
      actions={
        href === null ? null : (
          <Link className="go" href={href}>
            {words}
          </Link>
        )
      }
    >
      {claim === null ? (
        <p className="soft">Nobody has claimed anything, such as a provider in its contract.</p>
      ) : (
        <DefinitionList
          items={[
            { label: "Claimed RTO", value: <Duration minutes={claim.rto} missing="not claimed" /> },
            { label: "Claimed RPO", value: <Duration minutes={claim.rpo} missing="not claimed" /> },
            { label: "Rests on", value: claim.basis },
            { label: "Stated on", value: <Day on={claim.statedOn} /> },
          ]}
        />
      )}
    </Section>
  );
}

type OriginProps = { workload: RecoveryWorkload; processes: readonly CarriedProcess[]; program: string };

function Origins({ workload, processes, program }: OriginProps) {
  const { own, tier, tierTargets } = workload;
  return (
    <DefinitionList
      items={[
        {
          label: "Its own",
          value: own === null ? <Missing>none</Missing> : <Promised targets={own} reason={own.reason} />,
        },
        ...processes.map((process) => ({
          label: <Link href={`/p/${program}/processes/${process.id}`}>{process.name}</Link>,
          value: <Promised targets={process} />,
        })),
        {
          label: tier ?? "Tier",
          value:
            tierTargets === null ? (
              <Missing>no tier to inherit from</Missing>
            ) : (
              <Promised targets={tierTargets} />
            ),
        },
      ]}
    />
  );
}

function Promised({ targets, reason = "" }: { targets: StatedTargets; reason?: string }) {
  return (
    <>
      RTO <Duration minutes={targets.rto} missing="not stated" />, RPO{" "}
      <Duration minutes={targets.rpo} missing="not stated" />
      {reason === "" ? null : <span className="soft">. {reason}</span>}
    </>
  );
}
