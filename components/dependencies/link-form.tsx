import { ActionForm } from "@/components/ui/action-form";
import { Cancel } from "@/components/ui/button";
import { Choices } from "@/components/ui/choices";
import { SelectField, TextArea, TextField } from "@/components/ui/fields";
import { LookupField } from "@/components/ui/lookup-field";
import { optionsOf } from "@/components/ui/options";
import { DATA_DIRECTION_LABELS, DEPENDENCY_KIND_LABELS, HARDNESS_SENTENCES } from "@/lib/dependencies/labels";
import type { DependencyDetails } from "@/lib/dependencies/model";
import type { FormAction } from "@/lib/kernel/action-state";

type NewProps = { action: FormAction; workload: string; namesSource: string; backHref: string };

/** Records a link of a workload, upstream or downstream. */
export function NewLinkForm({ action, workload, namesSource, backHref }: NewProps) {
  return (
    <ActionForm action={action} submit="Record link" pending="Saving…" beside={<Cancel href={backHref} />}>
      <Choices
        name="direction"
        legend="Which way"
        defaultValue="depends-on"
        options={[
          { value: "depends-on", label: `${workload} depends on the other` },
          { value: "needed-by", label: `The other depends on ${workload}` },
        ]}
      />
      <LookupField
        name="other"
        label="The other workload"
        hint="Begin to type its name; those that fit are offered."
        source={namesSource}
        required
      />
      <Details />
    </ActionForm>
  );
}

type ChangeProps = { action: FormAction; link: DependencyDetails & { version: number }; backHref: string };

/** Changes what is known of a link; its ends stay. */
export function ChangeLinkForm({ action, link, backHref }: ChangeProps) {
  return (
    <ActionForm
      action={action}
      submit="Save changes"
      pending="Saving…"
      hidden={{ version: link.version }}
      beside={<Cancel href={backHref} />}
    >
      <Details link={link} />
    </ActionForm>
  );
}

/** Removes a link; what it said stays in the history. */
export function RemoveLinkForm({ action, version }: { action: FormAction; version: number }) {
  return (
    <ActionForm
      action={action}
      submit="Remove this link"
      pending="Removing…"
      submitLook={{}}
      hidden={{ version }}
      aria-label="Remove this link"
    />
  );
}

function Details({ link }: { link?: DependencyDetails }) {
  return (
    <>
      <div className="row">
        <SelectField
          name="kind"
          label="Kind"
          none="Unknown"
          options={optionsOf(DEPENDENCY_KIND_LABELS)}
          defaultValue={link?.kind ?? ""}
        />
        <SelectField
          name="hardness"
          label="Hardness"
          none="Unknown"
          options={optionsOf(HARDNESS_SENTENCES)}
          defaultValue={link?.hardness ?? ""}
        />
      </div>
      <div className="row">
        <SelectField
          name="dataDirection"
          label="Data"
          hint="Seen from the one that depends."
          none="Unknown"
          options={optionsOf(DATA_DIRECTION_LABELS)}
          defaultValue={link?.dataDirection ?? ""}
        />
        <TextField
          name="latencyBudgetMs"
          label="Latency budget"
          hint="Milliseconds; empty when nobody has said."
          inputMode="numeric"
          defaultValue={link?.latencyBudgetMs ?? ""}
        />
      </div>
      <SelectField
        name="documented"
        label="How it is known"
        options={[
          { value: "yes", label: "Documented" },
          { value: "no", label: "Discovered, not documented" },
        ]}
        defaultValue={link?.documented === false ? "no" : "yes"}
      />
      <TextArea name="note" label="Note" optional defaultValue={link?.note} />
    </>
  );
}
