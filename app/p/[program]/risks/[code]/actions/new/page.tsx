import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionFields } from "@/components/risks/action-fields";
import { Button } from "@/components/ui/button";
import { FormSection } from "@/components/ui/form-section";
import { PageHeader } from "@/components/ui/page";
import { Callout } from "@/components/ui/states";
import { can } from "@/lib/access/policy";
import { riskChoices } from "@/lib/risks/queries/risk-choices";
import { riskScales } from "@/lib/risks/queries/risk-scales";
import { changeBlockers } from "@/lib/risks/rules/changes";
import { scaleInUse } from "@/lib/risks/rules/scales";
import { planActionAction } from "../../../actions";
import { loadRisk } from "../../load";

type Props = { params: Promise<{ program: string; code: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Plan an action against ${(await params).code}` };
}

export default async function NewActionPage({ params }: Props) {
  const { program, code } = await params;
  const { actor, risk } = await loadRisk(program, code);
  if (!can(actor, "risk:write")) notFound();
  const back = `/p/${program}/risks/${risk.code}`;
  const [blocker] = changeBlockers(risk);
  const [choices, scales] = await Promise.all([riskChoices(actor), riskScales(actor)]);
  return (
    <>
      <PageHeader
        eyebrow={`${risk.code}, ${risk.title}`}
        title="Plan an action"
        why={<span>One step that makes the risk less likely or less bad, with an owner and a day.</span>}
      />
      {blocker ? (
        <Callout
          title={blocker.message}
          tone="unk"
          actions={<Button href={back}>Back to {risk.code}</Button>}
        />
      ) : (
        <FormSection
          id="action"
          title="The action"
          action={planActionAction.bind(null, program)}
          hidden={{ riskId: risk.id }}
          submit="Plan the action"
          pending="Saving…"
          backHref={back}
        >
          <ActionFields people={choices.people} scale={scaleInUse(scales)} />
        </FormSection>
      )}
    </>
  );
}
