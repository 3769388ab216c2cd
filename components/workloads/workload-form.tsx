import Link from "next/link";
import { ActionForm } from "@/components/ui/action-form";
import { SelectField, TextArea, TextField } from "@/components/ui/fields";
import { Section } from "@/components/ui/page";
import type { FormAction } from "@/lib/kernel/action-state";
import {
  CHANGE_TOLERANCE_LABELS,
  CRITICALITY_SENTENCES,
  DISPOSITION_LABELS,
  FACT_LABELS,
  KIND_LABELS,
} from "@/lib/workloads/labels";
import type { FormChoices, WorkloadView } from "@/lib/workloads/rules/view";

type Props = {
  action: FormAction;
  choices: FormChoices;
  /** The workload as it is; none for a new one. */
  workload?: WorkloadView;
  backHref: string;
  membersHref: string;
};

/** Every fact of a workload. What is left empty stays unknown, and the form says so. */
export function WorkloadForm({ action, choices, workload, backHref, membersHref }: Props) {
  return (
    <ActionForm
      action={action}
      submit={workload ? "Save changes" : "Add workload"}
      pending="Saving…"
      hidden={workload ? { version: workload.version } : {}}
      beside={
        <Link className="btn ghost" href={backHref}>
          Cancel
        </Link>
      }
    >
      <WhatItIs workload={workload} choices={choices} />
      <WhoCares workload={workload} choices={choices} membersHref={membersHref} />
      <Where workload={workload} choices={choices} />
      <HowItMoves workload={workload} />
      <Suggestions id="workload-sites" values={choices.sites} />
      <Suggestions id="workload-operators" values={choices.operators} />
      <Suggestions id="workload-places" values={choices.places} />
    </ActionForm>
  );
}

type Part = { workload: WorkloadView | undefined; choices: FormChoices };

function WhatItIs({ workload, choices }: Part) {
  return (
    <Section
      title="What it is"
      finding="Tier, criticality and owner must be known before a wave can be judged."
    >
      <div className="form">
        <TextField
          name="name"
          label={FACT_LABELS.name}
          defaultValue={workload?.name}
          required
          maxLength={200}
        />
        <div className="row">
          <SelectField
            name="kind"
            label={FACT_LABELS.kind}
            none="Unknown"
            options={optionsOf(KIND_LABELS)}
            defaultValue={workload?.kind ?? ""}
          />
          <SelectField
            name="tierId"
            label={FACT_LABELS.tierId}
            none="No tier yet"
            hint="Brings the recovery targets, unless the workload has its own."
            options={choices.tiers}
            defaultValue={workload?.tier?.id ?? ""}
          />
        </div>
        <SelectField
          name="criticality"
          label={FACT_LABELS.criticality}
          none="Unknown"
          options={optionsOf(CRITICALITY_SENTENCES)}
          defaultValue={workload?.criticality ?? ""}
        />
        <TextArea
          name="description"
          label={FACT_LABELS.description}
          optional
          defaultValue={workload?.description}
        />
        <TextField
          name="tags"
          label={FACT_LABELS.tags}
          optional
          hint="Parted by commas."
          defaultValue={workload?.tags.join(", ")}
        />
      </div>
    </Section>
  );
}

function WhoCares({ workload, choices, membersHref }: Part & { membersHref: string }) {
  return (
    <Section title="Who answers for it" finding="A name here grants no access; members are another page.">
      <div className="form">
        <div className="row">
          <SelectField
            name="businessOwnerId"
            label={FACT_LABELS.businessOwnerId}
            none="No owner yet"
            options={choices.people}
            defaultValue={workload?.businessOwner?.id ?? ""}
          />
          <SelectField
            name="technicalOwnerId"
            label={FACT_LABELS.technicalOwnerId}
            none="No owner yet"
            options={choices.people}
            defaultValue={workload?.technicalOwner?.id ?? ""}
          />
        </div>
        <p className="small soft">
          Somebody is missing? <Link href={membersHref}>Add the person</Link> first.
        </p>
        <TextField
          name="operatedBy"
          label={FACT_LABELS.operatedBy}
          hint="The hosting provider or team that runs it day by day."
          list="workload-operators"
          defaultValue={workload?.operatedBy ?? ""}
        />
      </div>
    </Section>
  );
}

function Where({ workload }: Part) {
  return (
    <Section title="Where it is and goes">
      <div className="form">
        <div className="row">
          <TextField
            name="site"
            label={FACT_LABELS.site}
            list="workload-sites"
            defaultValue={workload?.site ?? ""}
          />
          <TextField
            name="businessService"
            label={FACT_LABELS.businessService}
            defaultValue={workload?.businessService ?? ""}
          />
        </div>
        <div className="row">
          <TextField
            name="runsAt"
            label={FACT_LABELS.runsAt}
            hint="Where it runs today."
            list="workload-places"
            defaultValue={workload?.runsAt ?? ""}
          />
          <TextField
            name="target"
            label={FACT_LABELS.target}
            hint="Where it is to run."
            defaultValue={workload?.target ?? ""}
          />
        </div>
        <div className="row">
          <TextField
            name="source"
            label={FACT_LABELS.source}
            optional
            defaultValue={workload?.source ?? ""}
          />
          <TextField
            name="externalId"
            label={FACT_LABELS.externalId}
            optional
            defaultValue={workload?.externalId ?? ""}
          />
        </div>
      </div>
    </Section>
  );
}

function HowItMoves({ workload }: { workload: WorkloadView | undefined }) {
  const stateful = workload?.stateful ?? null;
  return (
    <Section title="How it moves">
      <div className="form">
        <div className="row">
          <SelectField
            name="disposition"
            label={FACT_LABELS.disposition}
            none="Undecided"
            options={optionsOf(DISPOSITION_LABELS)}
            defaultValue={workload?.disposition ?? ""}
          />
          <SelectField
            name="changeTolerance"
            label={FACT_LABELS.changeTolerance}
            none="Unknown"
            options={optionsOf(CHANGE_TOLERANCE_LABELS)}
            defaultValue={workload?.changeTolerance ?? ""}
          />
        </div>
        <TextField
          name="dispositionReason"
          label={FACT_LABELS.dispositionReason}
          optional
          maxLength={200}
          defaultValue={workload?.dispositionReason ?? ""}
        />
        <div className="row">
          <SelectField
            name="stateful"
            label={FACT_LABELS.stateful}
            none="Unknown"
            options={[
              { value: "yes", label: "Yes, it keeps data" },
              { value: "no", label: "No, it can be replaced at any time" },
            ]}
            defaultValue={stateful === null ? "" : stateful ? "yes" : "no"}
          />
          <TextField
            name="dataClassification"
            label={FACT_LABELS.dataClassification}
            hint="Such as internal, confidential, personal data."
            defaultValue={workload?.dataClassification ?? ""}
          />
        </div>
      </div>
    </Section>
  );
}

function Suggestions({ id, values }: { id: string; values: readonly string[] }) {
  return (
    <datalist id={id}>
      {values.map((value) => (
        <option key={value} value={value} />
      ))}
    </datalist>
  );
}

function optionsOf(labels: Readonly<Record<string, string>>) {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}
