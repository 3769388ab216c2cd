import { RatingFields } from "@/components/risks/risk-fields";
import { SelectField, TextField } from "@/components/ui/fields";
import { namedOptions } from "@/components/ui/options";
import { Group } from "@/components/ui/page";
import type { Choice } from "@/lib/risks/model/register";
import type { RiskActionView } from "@/lib/risks/model/risk";
import type { RiskScale } from "@/lib/risks/model/scale";

export type ActionFieldsProps = {
  people: readonly Choice[];
  /** The one in use. */
  scale: RiskScale;
  action?: RiskActionView;
};

/** The facts of a treatment action as form fields; empty is unknown. */
export function ActionFields({ people, scale, action }: ActionFieldsProps) {
  return (
    <>
      <TextField
        name="what"
        label="What is to be done"
        defaultValue={action?.what}
        required
        maxLength={300}
      />
      <SelectField
        name="ownerId"
        label="Owner"
        none="Nobody yet"
        options={namedOptions(people)}
        defaultValue={action?.ownerId ?? ""}
      />
      <TextField name="dueOn" label="Due" type="date" optional narrow defaultValue={action?.dueOn ?? ""} />
      <Group title="Current score it should bring" />
      <RatingFields
        names={{ likelihood: "expectedLikelihood", impact: "expectedImpact" }}
        rating={action?.expected}
        scale={scale}
      />
    </>
  );
}
