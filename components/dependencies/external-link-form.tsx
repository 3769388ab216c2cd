import Link from "next/link";
import { ActionForm } from "@/components/ui/action-form";
import { Choices } from "@/components/ui/choices";
import { type Option, SelectField, TextArea, TextField } from "@/components/ui/fields";
import { DEPENDENCY_KIND_LABELS, HARDNESS_SENTENCES } from "@/lib/dependencies/labels";
import type { FormAction } from "@/lib/kernel/action-state";

type NewProps = { action: FormAction; workloads: readonly Option[]; backHref: string };

/** Records a link between a workload and something outside the portfolio. */
export function NewExternalLinkForm({ action, workloads, backHref }: NewProps) {
  return (
    <ActionForm
      action={action}
      submit="Record link"
      pending="Saving…"
      beside={
        <Link className="btn ghost" href={backHref}>
          Cancel
        </Link>
      }
    >
      <SelectField name="workloadId" label="Workload" none="Choose a workload" options={workloads} required />
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

type ResolveProps = { action: FormAction; version: number; workloads: readonly Option[] };

/** Says which workload of the program the other end is after all. */
export function ResolveExternalLinkForm({ action, version, workloads }: ResolveProps) {
  return (
    <ActionForm action={action} submit="It is this workload" pending="Linking…" hidden={{ version }}>
      <SelectField
        name="otherId"
        label="Workload"
        none="Choose a workload"
        options={workloads}
        hint="The link out of the portfolio becomes a dependency between the two."
        required
      />
    </ActionForm>
  );
}

function optionsOf(labels: Readonly<Record<string, string>>): readonly Option[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}
