import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ControlFields } from "@/components/controls/control-fields";
import { FormSection } from "@/components/ui/form-section";
import { PageHeader } from "@/components/ui/page";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import { riskChoices } from "@/lib/risks/queries/risk-choices";
import { createControlAction } from "../actions";

export const metadata: Metadata = { title: "Add a control" };

export default async function NewControlPage({ params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  const actor = await requireActor(program);
  if (!can(actor, "risk:write")) notFound();
  return (
    <>
      <PageHeader title="Add a control" />
      <FormSection
        id="control"
        title="The control"
        action={createControlAction.bind(null, program)}
        submit="Add the control"
        pending="Adding…"
        backHref={`/p/${program}/controls`}
      >
        <ControlFields choices={await riskChoices(actor)} />
      </FormSection>
    </>
  );
}
