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
    <div className="max-w-[640px]">
      <PageHeader
        place={workload}
        eyebrow={workload.name}
        title="Who does what"
        why={
          <>
            <span>
              {workload.operatedBy === null
                ? "The provider hosts and runs it; the customer is the company that uses it."
                : `The provider is ${workload.operatedBy}; the customer is the company that uses it.`}
            </span>
            <span>A note says until when, or who exactly.</span>
          </>
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
