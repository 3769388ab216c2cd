import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DrillFields } from "@/components/recovery/drill-fields";
import { FormSection } from "@/components/ui/form-section";
import { PageHeader } from "@/components/ui/page";
import { recordDrillAction } from "../../../actions";
import { loadRecovery } from "../../load";

export const metadata: Metadata = { title: "Record a drill" };

type Props = { params: Promise<{ program: string; workloadId: string }> };

export default async function NewDrillPage({ params }: Props) {
  const { program, workloadId } = await params;
  const { actor, workload, writes, path } = await loadRecovery(program, workloadId);
  if (!writes) notFound();
  return (
    <>
      <PageHeader place={workload} eyebrow={workload.name} title="Record a drill" />
      <FormSection
        id="drill"
        title="What was measured"
        finding="Recovery time runs from declared to usable, lost data from the last good transaction to declared; both are rounded up to whole minutes."
        action={recordDrillAction.bind(null, program)}
        hidden={{ workloadId: workload.id }}
        submit="Record the drill"
        pending="Recording…"
        backHref={path}
      >
        <DrillFields zone={actor.programZone} zones={Intl.supportedValuesOf("timeZone")} />
      </FormSection>
    </>
  );
}
