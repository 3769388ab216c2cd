import { ActionForm } from "@/components/ui/action-form";
import { Cancel } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/fields";
import { optionsOf } from "@/components/ui/options";
import type { FormAction } from "@/lib/kernel/action-state";
import { DUTY_LABELS, PARTY_LABELS } from "@/lib/profiles/labels";
import { DUTIES, type DutyWords } from "@/lib/profiles/model";
import { dutyStamp, USUAL_PARTY } from "@/lib/profiles/rules/duties";

type Props = { action: FormAction; duties: DutyWords; backHref: string };

/** Every duty in one form. The usual party stands as a hint; it is never filled in for anybody. */
export function DutyForm({ action, duties, backHref }: Props) {
  return (
    <ActionForm
      action={action}
      submit="Save duties"
      pending="Saving…"
      hidden={{ version: dutyStamp(duties) }}
      beside={<Cancel href={backHref} />}
    >
      {DUTIES.map((duty) => (
        <div className="row items-end" key={duty}>
          <SelectField
            name={`duties.${duty}.party`}
            label={DUTY_LABELS[duty]}
            none="Unknown"
            hint={`Usually the ${PARTY_LABELS[USUAL_PARTY[duty]].toLowerCase()}.`}
            options={PARTIES}
            defaultValue={duties[duty].party ?? ""}
          />
          <TextField
            name={`duties.${duty}.note`}
            label={`Note on ${DUTY_LABELS[duty].toLowerCase()}`}
            maxLength={300}
            defaultValue={duties[duty].note}
          />
        </div>
      ))}
    </ActionForm>
  );
}

const PARTIES = optionsOf(PARTY_LABELS);
