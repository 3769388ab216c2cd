import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { TargetWords } from "@/components/recovery/target-words";
import { ActionForm } from "@/components/ui/action-form";
import { Cancel } from "@/components/ui/button";
import { TextArea, TextField } from "@/components/ui/fields";
import { Missing } from "@/components/ui/missing";
import { Duration } from "@/components/ui/moment";
import { Facts, PageHeader, Section } from "@/components/ui/page";
import { Verdict } from "@/components/ui/status";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import { AppError } from "@/lib/kernel/errors";
import { formatMinutes, type Minutes } from "@/lib/kernel/minutes";
import type { CarriedProcess, EffectiveTarget, RecoveryWorkload, StatedTargets } from "@/lib/recovery/model";
import { getRecovery, processesOf } from "@/lib/recovery/queries/recovery-overview";
import { effectiveTargets } from "@/lib/recovery/rules/effective-target";
import { removeTargetAction, setTargetAction } from "../actions";

type Props = { params: Promise<{ program: string; workloadId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { program, workloadId } = await params;
  const { workload } = await load(program, workloadId);
  return { title: `Recovery target of ${workload.name}` };
}

export default async function RecoveryTargetPage({ params }: Props) {
  const { program, workloadId } = await params;
  const { actor, workload, processes } = await load(program, workloadId);
  const writes = can(actor, "recovery:write");
  return (
    <>
      <PageHeader
        eyebrow="Recovery target"
        title={workload.name}
        why={<Link href={`/p/${program}/workloads/${workload.id}`}>The workload</Link>}
      />
      <TargetFacts workload={workload} processes={processes} program={program} />
      {writes ? <TargetForms workload={workload} program={program} /> : null}
    </>
  );
}

const load = cache(async (program: string, workloadId: string) => {
  const actor = await requireActor(program);
  if (!can(actor, "recovery:read")) notFound();
  try {
    const workload = await getRecovery(actor, workloadId);
    return { actor, workload, processes: await processesOf(actor, workload.id) };
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
});

type FactsProps = { workload: RecoveryWorkload; processes: readonly CarriedProcess[]; program: string };

function TargetFacts({ workload, processes, program }: FactsProps) {
  const { effective, tierTargets, tier, own } = workload;
  return (
    <Facts
      facts={[
        { label: "RTO target", value: <TargetWords target={effective.rto} /> },
        { label: "RPO target", value: <TargetWords target={effective.rpo} /> },
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
        { label: "Proven", value: <Verdict tone="unk">No drill is recorded</Verdict> },
        ...(own !== null && own.reason !== ""
          ? [{ label: "Reason of its own target", value: own.reason }]
          : []),
      ]}
    />
  );
}

function Promised({ targets }: { targets: StatedTargets }) {
  return (
    <>
      RTO <Duration minutes={targets.rto} missing="not stated" />, RPO{" "}
      <Duration minutes={targets.rpo} missing="not stated" />
    </>
  );
}

function TargetForms({ workload, program }: { workload: RecoveryWorkload; program: string }) {
  const { own } = workload;
  const bound = inherited(workload);
  const hidden = { workloadId: workload.id, version: own?.version ?? 0 };
  return (
    <>
      <Section
        id="own"
        title="Target of its own"
        finding="Leave a time empty and that of its business processes counts, else that of its tier. Looser than either needs a reason."
      >
        <ActionForm
          key={hidden.version}
          action={setTargetAction.bind(null, program)}
          hidden={hidden}
          submit="Save the target"
          pending="Saving…"
          beside={<Cancel href={`/p/${program}/recovery`} />}
        >
          <TextField
            name="rtoMinutes"
            label="RTO"
            hint={`Longest time to be back, such as 4 h or 90 min. ${hint(bound.rto)}`}
            narrow
            optional
            defaultValue={typed(own?.rto ?? null)}
          />
          <TextField
            name="rpoMinutes"
            label="RPO"
            hint={`Most data in time that may be lost. 0 is none. ${hint(bound.rpo)}`}
            narrow
            optional
            defaultValue={typed(own?.rpo ?? null)}
          />
          <TextArea name="reason" label="Reason" optional defaultValue={own?.reason ?? ""} />
        </ActionForm>
      </Section>
      {own === null ? null : (
        <Section
          id="remove"
          title="Remove the target of its own"
          finding="Then that of its business processes counts again, else that of its tier."
        >
          <ActionForm
            action={removeTargetAction.bind(null, program)}
            hidden={hidden}
            submit="Remove"
            pending="Removing…"
            submitLook={{ variant: "default" }}
          />
        </Section>
      )}
    </>
  );
}

/** What would count without a target of its own. */
function inherited({ processTargets, tierTargets }: RecoveryWorkload) {
  return effectiveTargets(null, [processTargets], tierTargets);
}

function hint(target: EffectiveTarget): string {
  if (target === null) return "Neither its processes nor its tier state one.";
  const whose = target.from === "process" ? "Its processes ask for" : "Its tier states";
  return `${whose} ${formatMinutes(target.minutes)}.`;
}

function typed(minutes: Minutes | null): string {
  return minutes === null ? "" : formatMinutes(minutes).replaceAll("\u00a0", " ");
}
