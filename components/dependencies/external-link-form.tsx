import { ActionForm } from "@/components/ui/action-form";
import { Cancel } from "@/components/ui/button";
import { Choices } from "@/components/ui/choices";
import { SelectField, TextArea, TextField } from "@/components/ui/fields";
import { LookupField } from "@/components/ui/lookup-field";
import { optionsOf } from "@/components/ui/options";
import { DEPENDENCY_KIND_LABELS, HARDNESS_SENTENCES } from "@/lib/dependencies/labels";
import type { FormAction } from "@/lib/kernel/action-state";

type NewProps = { action: FormAction; namesSource: string; backHref: string };

/** Records a link between a workload and something outside the portfolio. */
export function NewExternalLinkForm({ action, namesSource, backHref }: NewProps) {
  return (
    <ActionForm action={action} submit="Record link" pending="Saving…" beside={<Cancel href={backHref} />}>
      <LookupField
        name="workload"
        label="Workload"
        source={namesSource}
        hint="Begin to type its name; those that fit are offered."
        required
      />
      <Choices
        name="side"
        legend="Which way"
        defaultValue="needs"
        options={[
          { value: "needs", label: "The workload needs what lies outside" },
          { value: "needed_by", label: "What lies outside needs the workload" },
        ]}
      />
      <TextField
        name="name"
        label="What lies outside"
        hint="A partner, a host name, a service; as people call it."
        required
      />
      <div className="row">
        <SelectField name="kind" label="Kind" none="Unknown" options={optionsOf(DEPENDENCY_KIND_LABELS)} />
        <SelectField
          name="hardness"
          label="Hardness"
          none="Unknown"
          options={optionsOf(HARDNESS_SENTENCES)}
        />
      </div>
      <TextArea name="note" label="Note" optional />
    </ActionForm>
  );
}

type ResolveProps = { action: FormAction; version: number; namesSource: string };

/** Says which workload of the program the other end is after all. */
export function ResolveExternalLinkForm({ action, version, namesSource }: ResolveProps) {
  return (
    <ActionForm action={action} submit="It is this workload" pending="Linking…" hidden={{ version }}>
      <LookupField
        name="other"
        label="Workload"
        source={namesSource}
        hint="The link out of the portfolio becomes a dependency between the two."
        required
      />
    </ActionForm>
  );
}
