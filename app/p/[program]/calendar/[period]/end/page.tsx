import type { Metadata } from "next";
import { TextArea } from "@/components/ui/fields";
import { FormSection } from "@/components/ui/form-section";
import { PageHeader } from "@/components/ui/page";
import { endPeriodAction } from "../../actions";
import { loadPeriodToChange } from "../../load-period";

export const metadata: Metadata = { title: "Take a period out of the calendar" };

type Props = { params: Promise<{ program: string; period: string }> };

export default async function EndPeriodPage({ params }: Props) {
  const { program, period: id } = await params;
  const { period } = await loadPeriodToChange(program, id);
  return (
    <>
      <PageHeader eyebrow={period.title} title="Take it out of the calendar" />
      <FormSection
        id="end"
        title="What this means"
        finding="From now on it does not count: windows may be set there. What was before stays in the history."
        action={endPeriodAction.bind(null, program)}
        hidden={{ periodId: period.id, version: period.version }}
        submit="Take it out"
        pending="Saving…"
        backHref={`/p/${program}/calendar/${period.id}`}
      >
        <TextArea name="reason" label="Why it does not count any more" required />
      </FormSection>
    </>
  );
}
