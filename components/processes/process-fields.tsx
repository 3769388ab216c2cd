import { SelectField, TextArea, TextField } from "@/components/ui/fields";
import { namedOptions, optionsOf } from "@/components/ui/options";
import { Group } from "@/components/ui/page";
import { formatMinutes } from "@/lib/kernel/minutes";
import { PROCESS_LABELS } from "@/lib/processes/labels";
import type { ProcessChoices, ProcessView } from "@/lib/processes/model";
import { CRITICALITY_LABELS } from "@/lib/workloads/labels";

/** Every fact of a process but its workloads; what is left empty is unknown. */
export function ProcessFields({ process, choices }: { process?: ProcessView; choices: ProcessChoices }) {
  const people = namedOptions(choices.people);
  return (
    <>
      <TextField
        name="name"
        label={PROCESS_LABELS.name}
        hint="Such as order intake or month-end close."
        required
        maxLength={200}
        defaultValue={process?.name}
      />
      <TextArea
        name="description"
        label={PROCESS_LABELS.description}
        optional
        defaultValue={process?.description}
      />
      <SelectField
        name="ownerId"
        label={PROCESS_LABELS.ownerId}
        hint="The business owner, who acknowledges the fallback."
        none="Nobody yet"
        defaultValue={process?.owner?.id ?? ""}
        options={people}
      />
      <SelectField
        name="criticality"
        label={PROCESS_LABELS.criticality}
        none="Unknown"
        defaultValue={process?.criticality ?? ""}
        options={optionsOf(CRITICALITY_LABELS)}
      />
      <Group title="Recovery" />
      <p className="soft dense">Its workloads take the strictest of their processes.</p>
      <div className="row items-end">
        <TextField
          name="rtoMinutes"
          label="RTO"
          hint="Longest time it may stand still, such as 4 h or 90 min."
          narrow
          optional
          defaultValue={typed(process?.rtoMinutes)}
        />
        <TextField
          name="rpoMinutes"
          label="RPO"
          hint="Most entries, in time, that may be lost. 0 is none."
          narrow
          optional
          defaultValue={typed(process?.rpoMinutes)}
        />
      </div>
      <Group title="Fallback" />
      <TextArea
        name="fallback"
        label="How people carry on by hand"
        hint={
          process?.acknowledged
            ? "Other words take the acknowledgement of the owner away: it was given for these."
            : "Steps, forms, phone numbers: what to do while the workloads are away."
        }
        rows={6}
        optional
        defaultValue={process?.fallback}
      />
      <SelectField
        name="fallbackOwnerId"
        label={PROCESS_LABELS.fallbackOwnerId}
        hint="Who keeps it up to date and calls the rehearsal."
        none="Nobody yet"
        defaultValue={process?.fallbackOwner?.id ?? ""}
        options={people}
      />
      <TextField
        name="fallbackRehearsedOn"
        label={PROCESS_LABELS.fallbackRehearsedOn}
        type="date"
        narrow
        optional
        defaultValue={process?.fallbackRehearsedOn ?? ""}
      />
    </>
  );
}

function typed(minutes: number | null | undefined): string {
  return minutes === null || minutes === undefined ? "" : formatMinutes(minutes).replaceAll("\u00a0", " ");
}
