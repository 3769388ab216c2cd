import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RatingFields, RiskFields } from "@/components/risks/risk-fields";
import { SelectField } from "@/components/ui/fields";
import { FormSection } from "@/components/ui/form-section";
import { LookupField } from "@/components/ui/lookup-field";
import { Group, PageHeader } from "@/components/ui/page";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import { riskChoices } from "@/lib/risks/queries/risk-choices";
import { riskScales } from "@/lib/risks/queries/risk-scales";
import { scaleInUse } from "@/lib/risks/rules/scales";
import { raiseRiskAction } from "../actions";

export const metadata: Metadata = { title: "Raise a risk" };

export default async function NewRiskPage({ params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  const actor = await requireActor(program);
  if (!can(actor, "risk:write")) notFound();
  const [choices, scales] = await Promise.all([riskChoices(actor), riskScales(actor)]);
  const path = `/p/${program}/risks`;
  return (
    <>
      <PageHeader title="Raise a risk" why={<span>It gets the next free code of the program.</span>} />
      <FormSection
        id="risk"
        title="The risk"
        action={raiseRiskAction.bind(null, program)}
        submit="Raise the risk"
        pending="Raising…"
        backHref={path}
      >
        <RiskFields choices={choices} />
        <Group title="Score today" />
        <RatingFields
          names={{ likelihood: "currentLikelihood", impact: "currentImpact" }}
          scale={scaleInUse(scales)}
        />
        <Group title="What it touches" />
        <LookupField
          name="workload"
          label="Workload"
          hint="Begin to type its name. More can be linked afterwards."
          optional
          source={`/api/p/${program}/workloads/names`}
        />
        <SelectField
          name="waveIds"
          label="Wave"
          none="None"
          options={choices.waves.map((one) => ({ value: one.id, label: `${one.number} ${one.name}` }))}
        />
      </FormSection>
    </>
  );
}
