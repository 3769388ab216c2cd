import Link from "next/link";
import { ActionForm } from "@/components/ui/action-form";
import { Cancel } from "@/components/ui/button";
import { Section } from "@/components/ui/page";
import { FactControls } from "@/components/workloads/fact-controls";
import type { FormAction } from "@/lib/kernel/action-state";
import {
  FACT_GROUP_FINDINGS,
  FACT_GROUP_LABELS,
  FACT_GROUPS,
  type FactGroup,
} from "@/lib/workloads/rules/fields";
import type { FormChoices, WorkloadView } from "@/lib/workloads/rules/view";

type Props = {
  action: FormAction;
  choices: FormChoices;
  /** The workload as it is; none for a new one. */
  workload?: WorkloadView;
  /** Only one group of facts; every group without. */
  only?: FactGroup | undefined;
  backHref: string;
  peopleHref: string;
};

/** The facts of a workload in their groups. What is left empty stays unknown, and the form says so. */
export function WorkloadForm({ action, choices, workload, only, backHref, peopleHref }: Props) {
  const groups = FACT_GROUPS.filter((group) => only === undefined || group === only);
  return (
    <ActionForm
      action={action}
      submit={workload ? "Save changes" : "Add workload"}
      pending="Saving…"
      hidden={workload ? { version: workload.version } : {}}
      beside={<Cancel href={backHref} />}
      className={groups.length > 1 ? "form long" : undefined}
    >
      {groups.length > 1 ? <Parts groups={groups} /> : null}
      {groups.map((group) => (
        <Section
          key={group}
          title={FACT_GROUP_LABELS[group]}
          finding={FACT_GROUP_FINDINGS[group]}
          id={`form-${group}`}
        >
          <div className="form">
            <FactControls group={group} workload={workload} choices={choices} />
            {group === "ownership" ? (
              <p className="small soft">
                Somebody is missing? <Link href={peopleHref}>Add the person</Link> first.
              </p>
            ) : null}
          </div>
        </Section>
      ))}
      <Suggestions id="workload-site" values={choices.sites} />
      <Suggestions id="workload-operatedBy" values={choices.operators} />
      <Suggestions id="workload-runsAt" values={choices.places} />
    </ActionForm>
  );
}

/** The parts of the form, each one press away. */
function Parts({ groups }: { groups: readonly FactGroup[] }) {
  return (
    <nav className="why parts" aria-label="Parts of this form">
      {groups.map((group) => (
        <a key={group} href={`#form-${group}`}>
          {FACT_GROUP_LABELS[group]}
        </a>
      ))}
    </nav>
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
