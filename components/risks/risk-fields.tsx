import { SelectField, TextArea, TextField } from "@/components/ui/fields";
import { namedOptions, optionsOf } from "@/components/ui/options";
import { IMPACT_LABELS, LIKELIHOOD_LABELS, TREATMENT_LABELS } from "@/lib/risks/labels";
import type { RiskChoices, RiskView } from "@/lib/risks/model";
import { LEVELS, type Level, type Rating } from "@/lib/risks/model";

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
    </>
  );
}

/** Likelihood and impact as two lists; nothing chosen is unknown. */
export function RatingFields({
  names,
  rating,
}: {
  names: { likelihood: string; impact: string };
  rating?: Rating;
}) {
  return (
    <>
      <SelectField
        name={names.likelihood}
        label="Likelihood"
        none="Unknown"
        options={levelOptions(LIKELIHOOD_LABELS)}
        defaultValue={rating?.likelihood?.toString() ?? ""}
      />
      <SelectField
        name={names.impact}
        label="Impact"
        none="Unknown"
        options={levelOptions(IMPACT_LABELS)}
        defaultValue={rating?.impact?.toString() ?? ""}
      />
    </>
  );
}

function levelOptions(labels: Readonly<Record<Level, string>>) {
  return LEVELS.map((level) => ({ value: `${level}`, label: `${level} ${labels[level]}` }));
}
