import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PeriodFields } from "@/components/calendar/period-fields";
import { FormSection } from "@/components/ui/form-section";
import { PageHeader } from "@/components/ui/page";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import { scopeChoices } from "@/lib/calendar/queries/periods";
import { addPeriodAction } from "../actions";

export const metadata: Metadata = { title: "Add a period" };

export default async function NewPeriodPage({ params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  const actor = await requireActor(program);
  if (!can(actor, "calendar:write")) notFound();
  return (
    <>
      <PageHeader
        title="Add a period"
        why={
          <span>
            Windows that meet it are shown as conflicts from then on, and a freeze keeps them from cutting
            over.
          </span>
        }
      />
      <FormSection
        id="period"
        title="The period"
        action={addPeriodAction.bind(null, program)}
        submit="Add to the calendar"
        pending="Adding…"
        backHref={`/p/${program}/calendar`}
      >
        <PeriodFields
          choices={await scopeChoices(actor)}
          zone={actor.programZone}
          zones={Intl.supportedValuesOf("timeZone")}
          namesSource={`/api/p/${program}/workloads/names`}
        />
      </FormSection>
    </>
  );
}
