import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ControlFields } from "@/components/controls/control-fields";
import { FormSection } from "@/components/ui/form-section";
import { PageHeader } from "@/components/ui/page";
import { can } from "@/lib/access/policy";
import { riskChoices } from "@/lib/risks/queries/risk-choices";
import { changeControlAction } from "../../actions";
import { loadControl } from "../load";

export const metadata: Metadata = { title: "Change a control" };

type Props = { params: Promise<{ program: string; control: string }> };

export default async function EditControlPage({ params }: Props) {
  const { program, control: id } = await params;
  const { actor, control } = await loadControl(program, id);
  if (!can(actor, "risk:write")) notFound();
  return (
    <>
      <PageHeader
        eyebrow="Control"
        title={`Change ${control.title}`}
        place={{ id: control.id, name: control.title }}
      />
      <FormSection
        id="control"
        title="The control"
        finding="What was verified stays recorded as it was. If the response changes, verify it again."
        action={changeControlAction.bind(null, program)}
        hidden={{ controlId: control.id, version: control.version }}
        submit="Save"
        pending="Saving…"
        backHref={`/p/${program}/controls/${control.id}`}
      >
        <ControlFields choices={await riskChoices(actor)} control={control} />
      </FormSection>
    </>
  );
}
