import type { Metadata } from "next";
import { MeasurementForm } from "@/components/profiles/measurement-form";
import { PageHeader } from "@/components/ui/page";
import { dateIn } from "@/lib/kernel/time";
import { tabHref } from "@/lib/workloads/rules/tabs";
import { loadWorkload } from "../../load-workload";
import { recordMeasurementsAction } from "../../profile-actions";

export const metadata: Metadata = { title: "Record figures" };

export default async function NewMeasurementPage({
  params,
}: {
  params: Promise<{ program: string; id: string }>;
}) {
  const { actor, workload, place, path } = await loadWorkload(params);
  return (
    <div className="max-w-[640px]">
      <PageHeader
        place={workload}
        eyebrow={workload.name}
        title="Record figures"
        why={<span>Figures are added and never changed; a wrong one is put right by a newer one.</span>}
      />
      <MeasurementForm
        action={recordMeasurementsAction.bind(null, place)}
        today={dateIn(actor.programZone, new Date())}
        backHref={tabHref(path, "measurements")}
      />
    </div>
  );
}
