import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RiskFields } from "@/components/risks/risk-fields";
import { Button } from "@/components/ui/button";
import { FormSection } from "@/components/ui/form-section";
import { PageHeader } from "@/components/ui/page";
import { Callout } from "@/components/ui/states";
import { can } from "@/lib/access/policy";
import { riskChoices } from "@/lib/risks/queries/risk-choices";
import { changeBlockers } from "@/lib/risks/rules/changes";
import { changeRiskAction } from "../../actions";
import { loadRisk } from "../load";

type Props = { params: Promise<{ program: string; code: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Change ${(await params).code}` };
}

export default async function EditRiskPage({ params }: Props) {
  const { program, code } = await params;
  const { actor, risk } = await loadRisk(program, code);
  if (!can(actor, "risk:write")) notFound();
  const back = `/p/${program}/risks/${risk.code}`;
  const [blocker] = changeBlockers(risk);
  return (
    <>
      <PageHeader eyebrow={risk.code} title={`Change ${risk.title}`} />
      {blocker ? (
        <Callout
          title={blocker.message}
          tone="unk"
          actions={<Button href={back}>Back to {risk.code}</Button>}
        />
      ) : (
        <FormSection
          id="risk"
          title="The risk"
          action={changeRiskAction.bind(null, program)}
          hidden={{ riskId: risk.id, version: risk.version }}
          submit="Save"
          pending="Saving…"
          backHref={back}
        >
          <RiskFields choices={await riskChoices(actor)} risk={risk} />
        </FormSection>
      )}
    </>
  );
}
