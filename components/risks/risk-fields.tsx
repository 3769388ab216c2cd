import { SelectField, TextArea, TextField } from "@/components/ui/fields";
import { namedOptions, optionsOf } from "@/components/ui/options";
import { TREATMENT_LABELS } from "@/lib/risks/labels";
import type { Rating } from "@/lib/risks/model/rating";
import type { RiskChoices, RiskView } from "@/lib/risks/model/register";
import type { RiskScale, ScaleStep } from "@/lib/risks/model/scale";

/** The facts of a risk as form fields; empty is unknown. */
export function RiskFields({ choices, risk }: { choices: RiskChoices; risk?: RiskView }) {
  const { domains, people } = choices;
  return (
    <>
      <TextField
        name="title"
        label="What may happen"
        hint="A short sentence that names the event and what it hits."
        defaultValue={risk?.title}
        required
        maxLength={200}
      />
      <TextArea name="description" label="Cause and effect" optional defaultValue={risk?.description} />
      <SelectField
        name="domainId"
        label="Domain"
        hint="Its appetite decides whether the score is too high."
        none="Unknown"
        options={namedOptions(domains)}
        defaultValue={risk?.domainId ?? ""}
      />
      <SelectField
        name="ownerId"
        label="Owner"
        none="Nobody yet"
        options={namedOptions(people)}
        defaultValue={risk?.ownerId ?? ""}
      />
      <SelectField
        name="treatment"
        label="Treatment"
        none="Not decided"
        options={optionsOf(TREATMENT_LABELS)}
        defaultValue={risk?.treatment ?? ""}
      />
      <TextField
        name="nextAction"
        label="Next action"
        optional
        defaultValue={risk?.nextAction}
        maxLength={300}
      />
      <TextField name="dueOn" label="Due" type="date" optional narrow defaultValue={risk?.dueOn ?? ""} />
      <TextField
        name="strikesOn"
        label="Possible from"
        hint="The first day on which it may happen. Leave empty when nobody knows."
        type="date"
        optional
        narrow
        defaultValue={risk?.strikesOn ?? ""}
      />
    </>
  );
}

/** Likelihood and impact as two lists; nothing chosen is unknown. */
export function RatingFields({
  names,
  rating,
  scale,
}: {
  names: { likelihood: string; impact: string };
  rating?: Rating;
  /** The one in use. */
  scale: RiskScale;
}) {
  return (
    <>
      <SelectField
        name={names.likelihood}
        label="Likelihood"
        none="Unknown"
        options={levelOptions(scale.likelihood)}
        defaultValue={rating?.likelihood?.toString() ?? ""}
      />
      <SelectField
        name={names.impact}
        label="Impact"
        none="Unknown"
        options={levelOptions(scale.impact)}
        defaultValue={rating?.impact?.toString() ?? ""}
      />
    </>
  );
}

function levelOptions(steps: readonly ScaleStep[]) {
  return steps.map(({ name, meaning }, at) => ({
    value: `${at + 1}`,
    label: `${at + 1} ${name}: ${meaning}`,
  }));
}
