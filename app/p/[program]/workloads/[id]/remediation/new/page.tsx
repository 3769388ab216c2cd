import type { Metadata } from "next";
import { RemediationForm } from "@/components/profiles/remediation-form";
import { PageHeader } from "@/components/ui/page";
import { remediationChoices } from "@/lib/profiles/queries/remediation";
import { tabHref } from "@/lib/workloads/rules/tabs";
import { loadWorkload } from "../../load-workload";
import { recordRemediationAction } from "../../profile-actions";

export const metadata: Metadata = { title: "Record what will hurt" };

export default async function NewRemediationPage({
  params,
}: {
  params: Promise<{ program: string; id: string }>;
}) {
  const { actor, workload, place, path } = await loadWorkload(params);
  return (
    <div className="max-w-[640px]">
      <PageHeader place={workload} eyebrow={workload.name} title="Record what will hurt in the move" />
      <RemediationForm
        action={recordRemediationAction.bind(null, place)}
        choices={await remediationChoices(actor)}
        backHref={tabHref(path, "remediation")}
      />
    </div>
  );
}
