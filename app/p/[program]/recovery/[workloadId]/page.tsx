import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { TargetWords } from "@/components/recovery/target-words";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { TextArea, TextField } from "@/components/ui/fields";
import { Duration } from "@/components/ui/moment";
import { Facts, PageHeader, Section } from "@/components/ui/page";
import { Verdict } from "@/components/ui/status";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import { AppError } from "@/lib/kernel/errors";
import { formatMinutes, type Minutes } from "@/lib/kernel/minutes";
import type { RecoveryWorkload } from "@/lib/recovery/model";
import { getRecovery } from "@/lib/recovery/queries/recovery-overview";
import { removeTargetAction, setTargetAction } from "../actions";

type Props = { params: Promise<{ program: string; workloadId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { program, workloadId } = await params;
  const { workload } = await load(program, workloadId);
  return { title: `Recovery target of ${workload.name}` };
}

export default async function RecoveryTargetPage({ params }: Props) {
  const { program, workloadId } = await params;
  const { actor, workload } = await load(program, workloadId);
  const writes = can(actor, "recovery:write");
  return (
    <>
      <PageHeader
        eyebrow="Recovery target"
        title={workload.name}
        why={<Link href={`/p/${program}/workloads/${workload.id}`}>The workload</Link>}
      />
      <TargetFacts workload={workload} />
      {writes ? <TargetForms workload={workload} program={program} /> : null}
    </>
  );
}

const load = cache(async (program: string, workloadId: string) => {
  const actor = await requireActor(program);
  if (!can(actor, "recovery:read")) notFound();
  try {
    return { actor, workload: await getRecovery(actor, workloadId) };
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
});

function TargetFacts({ workload }: { workload: RecoveryWorkload }) {
  const { effective, tierTargets, tier, own } = workload;
  return (
    <Facts
      facts={[
        { label: "RTO target", value: <TargetWords target={effective.rto} /> },
        { label: "RPO target", value: <TargetWords target={effective.rpo} /> },
        {
          label: tier ?? "Tier",
          value:
            tierTargets === null ? (
              <span className="never">no tier to inherit from</span>
            ) : (
              <>
                RTO <Duration minutes={tierTargets.rto} missing="not stated" />, RPO{" "}
                <Duration minutes={tierTargets.rpo} missing="not stated" />
              </>
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

function TargetForms({ workload, program }: { workload: RecoveryWorkload; program: string }) {
  const { own, tierTargets } = workload;
  const hidden = { workloadId: workload.id, version: own?.version ?? 0 };
  return (
    <>
      <Section
        id="own"
        title="Target of its own"
        finding="Leave a time empty and that of the tier counts. Looser than the tier needs a reason."
      >
        <ActionForm
          key={hidden.version}
          action={setTargetAction.bind(null, program)}
          hidden={hidden}
          submit="Save the target"
          pending="Saving…"
          beside={<Button href={`/p/${program}/recovery`}>Cancel</Button>}
        >
          <TextField
            name="rtoMinutes"
            label="RTO"
            hint={`Longest time to be back, such as 4 h or 90 min. ${tierHint(tierTargets?.rto ?? null)}`}
            narrow
            optional
            defaultValue={typed(own?.rto ?? null)}
          />
          <TextField
            name="rpoMinutes"
            label="RPO"
            hint={`Most data in time that may be lost. 0 is none. ${tierHint(tierTargets?.rpo ?? null)}`}
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
          finding="Then that of the tier counts again."
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

function tierHint(minutes: Minutes | null): string {
  return minutes === null ? "The tier states none." : `The tier states ${formatMinutes(minutes)}.`;
}

function typed(minutes: Minutes | null): string {
  return minutes === null ? "" : formatMinutes(minutes).replaceAll("\u00a0", " ");
}
