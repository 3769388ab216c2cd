import type { Metadata } from "next";
import { DutyForm } from "@/components/profiles/duty-form";
import { PageHeader } from "@/components/ui/page";
import { getDuties } from "@/lib/profiles/queries/profile";
import { tabHref } from "@/lib/workloads/rules/tabs";
import { loadWorkload } from "../load-workload";
import { setDutiesAction } from "../profile-actions";

export const metadata: Metadata = { title: "Who does what" };

export default async function DutiesPage({ params }: { params: Promise<{ program: string; id: string }> }) {
  const { actor, workload, place, path } = await loadWorkload(params);
  const duties = await getDuties(actor, workload.id);
  return (
    <div className="max-w-[720px]">
      <PageHeader
        eyebrow={workload.name}
        title="Who does what"
        why={
          <span>
            {workload.operatedBy === null
              ? "Provider is who hosts and runs it; customer is the company that uses it."
              : `Provider is ${workload.operatedBy}; customer is the company that uses it.`}
          </span>
        }
      />
      <DutyForm
        action={setDutiesAction.bind(null, place)}
        duties={duties}
        backHref={tabHref(path, "people")}
      />
    </div>
  );
}
