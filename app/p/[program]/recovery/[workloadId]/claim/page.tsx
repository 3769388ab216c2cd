import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ClaimFields } from "@/components/recovery/claim-fields";
import { ActionForm } from "@/components/ui/action-form";
import { FormSection } from "@/components/ui/form-section";
import { PageHeader, Section } from "@/components/ui/page";
import { dateIn } from "@/lib/kernel/time";
import { removeClaimAction, setClaimAction } from "../../actions";
import { loadRecovery } from "../load";

export const metadata: Metadata = { title: "What is claimed" };

type Props = { params: Promise<{ program: string; workloadId: string }> };

export default async function ClaimPage({ params }: Props) {
  const { program, workloadId } = await params;
  const { actor, workload, writes, path } = await loadRecovery(program, workloadId);
  if (!writes) notFound();
  const { claim } = workload;
  const hidden = { workloadId: workload.id, version: claim?.version ?? 0 };
  return (
    <>
      <PageHeader
        place={workload}
        eyebrow={workload.name}
        title={claim === null ? "Record a claim" : "Change the claim"}
      />
      <FormSection
        id="claim"
        title="What is claimed"
        finding="What somebody says recovery takes, such as a provider in its contract. It proves nothing: only a drill does."
        action={setClaimAction.bind(null, program)}
        hidden={hidden}
        submit="Save the claim"
        pending="Saving…"
        backHref={path}
      >
        <ClaimFields claim={claim} today={dateIn(actor.programZone, new Date())} />
      </FormSection>
      {claim === null ? null : (
        <Section
          id="remove"
          title="Remove the claim"
          finding="When it is no longer made. The audit trail keeps it."
        >
          <ActionForm
            action={removeClaimAction.bind(null, program)}
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
