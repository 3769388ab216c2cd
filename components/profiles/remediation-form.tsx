import { ActionForm } from "@/components/ui/action-form";
import { Cancel } from "@/components/ui/button";
import { SelectField, TextArea, TextField } from "@/components/ui/fields";
import { optionsOf } from "@/components/ui/options";
import type { FormAction } from "@/lib/kernel/action-state";
import { REMEDIATION_KIND_LABELS, REMEDIATION_STATE_LABELS } from "@/lib/profiles/labels";
import type { RemediationChoices, RemediationView } from "@/lib/profiles/model";

type Props = {
  action: FormAction;
  choices: RemediationChoices;
  /** The item as it is; none for a new one. */
  item?: RemediationView;
  backHref: string;
};

/** One thing that will hurt in the move, and what is done about it. */
export function RemediationForm({ action, choices, item, backHref }: Props) {
  return (
    <ActionForm
      action={action}
      submit={item ? "Save changes" : "Record it"}
      pending="Saving…"
      hidden={item ? { version: item.version } : {}}
      beside={<Cancel href={backHref} />}
    >
      <TextField
        name="title"
        label="What will hurt"
        hint="In a few words, such as: label printers are reached by a fixed address."
        defaultValue={item?.title}
        maxLength={200}
        required
      />
      <SelectField
        name="kind"
        label="Kind"
        options={optionsOf(REMEDIATION_KIND_LABELS)}
        defaultValue={item?.kind}
      />
      <TextArea
        name="remedy"
        label="Remedy"
        optional
        hint="What has to be done so that it does not hurt."
        defaultValue={item?.remedy}
      />
      <div className="row items-end">
        <SelectField
          name="ownerId"
          label="Owner"
          none="No owner yet"
          options={choices.people}
          defaultValue={item?.ownerId ?? ""}
        />
        <TextField name="dueOn" label="Due" type="date" defaultValue={item?.dueOn ?? ""} />
      </div>
      <SelectField
        name="state"
        label="State"
        options={optionsOf(REMEDIATION_STATE_LABELS)}
        defaultValue={item?.state ?? "open"}
      />
      <TextArea
        name="reason"
        label="Reason"
        rows={2}
        hint="Needed once it is done or accepted: what was done, or why it may stay and who agreed."
        defaultValue={item?.reason}
      />
    </ActionForm>
  );
}
