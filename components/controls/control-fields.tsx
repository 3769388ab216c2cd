import { SelectField, TextArea, TextField } from "@/components/ui/fields";
import { namedOptions, optionsOf } from "@/components/ui/options";
import { STAGE_LABELS } from "@/lib/controls/labels";
import type { ControlView } from "@/lib/controls/model";
import type { RiskChoices } from "@/lib/risks/model/register";

/** The facts of a control as form fields. */
export function ControlFields({
  choices,
  control,
}: {
  choices: Pick<RiskChoices, "domains" | "people">;
  control?: ControlView;
}) {
  return (
    <>
      <TextField name="title" label="Control" defaultValue={control?.title} required maxLength={200} />
      <SelectField
        name="domainId"
        label="Domain"
        none="Unknown"
        options={namedOptions(choices.domains)}
        defaultValue={control?.domainId ?? ""}
      />
      <TextArea
        name="failure"
        label="Typical failure"
        hint="How it usually goes wrong."
        defaultValue={control?.failure}
      />
      <TextArea name="impact" label="Business impact" defaultValue={control?.impact} />
      <TextArea
        name="response"
        label="Control response"
        hint="What is done so that it does not happen, or does not hurt."
        defaultValue={control?.response}
      />
      <SelectField
        name="stage"
        label="State"
        hint="It is verified by recording a verification."
        options={optionsOf(STAGE_LABELS)}
        defaultValue={control?.stage ?? "planned"}
      />
      <SelectField
        name="ownerId"
        label="Owner"
        none="Nobody yet"
        options={namedOptions(choices.people)}
        defaultValue={control?.ownerId ?? ""}
      />
      <TextArea
        name="howVerified"
        label="How it is verified"
        hint="What somebody looks at to find out that it holds."
        defaultValue={control?.howVerified}
        rows={2}
      />
      <TextField
        name="everyDays"
        label="Verify every (days)"
        hint="A verification holds for so long."
        type="number"
        min={1}
        max={1095}
        narrow
        defaultValue={control?.everyDays ?? 90}
      />
    </>
  );
}
