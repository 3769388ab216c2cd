import type { Metadata } from "next";
import { PeriodFields } from "@/components/calendar/period-fields";
import { FormSection } from "@/components/ui/form-section";
import { PageHeader } from "@/components/ui/page";
import { scopeChoices } from "@/lib/calendar/queries/periods";
import { changePeriodAction } from "../../actions";
import { loadPeriodToChange } from "../../load-period";

export const metadata: Metadata = { title: "Change a period" };

type Props = { params: Promise<{ program: string; period: string }> };

export default async function EditPeriodPage({ params }: Props) {
  const { program, period: id } = await params;
  const { actor, period } = await loadPeriodToChange(program, id);
  return (
    <>
      <PageHeader title={`Change ${period.title}`} />
      <FormSection
        id="period"
        title="The period"
        finding="An exception that an executive recorded covers the time it has now, and no other."
        action={changePeriodAction.bind(null, program)}
        hidden={{ periodId: period.id, version: period.version }}
        submit="Save"
        pending="Saving…"
        backHref={`/p/${program}/calendar/${period.id}`}
      >
        <PeriodFields
          period={period}
          choices={await scopeChoices(actor)}
          zone={actor.programZone}
          zones={Intl.supportedValuesOf("timeZone")}
          namesSource={`/api/p/${program}/workloads/names`}
        />
      </FormSection>
    </>
  );
}
