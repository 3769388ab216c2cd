import { RatingFields } from "@/components/risks/risk-fields";
import { ActionForm } from "@/components/ui/action-form";
import { SelectField, TextArea } from "@/components/ui/fields";
import { Group } from "@/components/ui/page";
import type { FormAction } from "@/lib/kernel/action-state";
import { ASPECT_LABELS, ASPECT_MEANINGS } from "@/lib/risks/labels";
import { ASPECTS } from "@/lib/risks/model/rating";
import type { RiskView } from "@/lib/risks/model/register";
import type { RiskScale } from "@/lib/risks/model/scale";

export type RiskSideProps = {
  risk: RiskView;
  /** The one in use. */
  scale: RiskScale;
  actions: { assess: FormAction; close: FormAction; reopen: FormAction };
};

/** The acts on a risk: assess and close while it is open, reopen when it is closed. */
export function RiskSide({ risk, scale, actions }: RiskSideProps) {
  const hidden = { riskId: risk.id, version: risk.version };
  if (risk.status === "closed") {
    return (
      <>
        <Group title="Reopen" />
        <ActionForm key="reopen" action={actions.reopen} hidden={hidden} submit={`Reopen ${risk.code}`}>
          <TextArea name="reason" label="Why it is open again" required />
        </ActionForm>
      </>
    );
  }
  return (
    <>
      <Group id="assess" title="Assess" />
      <ActionForm key="assess" action={actions.assess} hidden={hidden} submit="Record the assessment">
        <SelectField
          name="aspect"
          label="Which score"
          defaultValue="current"
          options={ASPECTS.map((value) => ({
            value,
            label: `${ASPECT_LABELS[value]}: ${ASPECT_MEANINGS[value]}`,
          }))}
        />
        <RatingFields
          names={{ likelihood: "likelihood", impact: "impact" }}
          rating={risk.current}
          scale={scale}
        />
      </ActionForm>
      <Group title="Close" />
      <ActionForm
        key="close"
        action={actions.close}
        hidden={hidden}
        submit={`Close ${risk.code}`}
        submitLook={{ variant: "default" }}
      >
        <TextArea name="reason" label="Why it is no more" hint="Its history stays." required />
      </ActionForm>
    </>
  );
}
