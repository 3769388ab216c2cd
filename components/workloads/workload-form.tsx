import { ActionForm } from "@/components/ui/action-form";
import { Cancel } from "@/components/ui/button";
import { FormPart } from "@/components/ui/form-part";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/page";
import { FactControls } from "@/components/workloads/fact-controls";
import type { FormAction } from "@/lib/kernel/action-state";
import {
  FACT_GROUP_FINDINGS,
  FACT_GROUP_LABELS,
  FACT_GROUPS,
  type FactGroup,
  fieldsOf,
} from "@/lib/workloads/rules/fields";
import { type FormChoices, factsOf, type WorkloadView } from "@/lib/workloads/rules/view";

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
  return (
    <ActionForm
      action={action}
      submit={workload ? "Save changes" : "Add workload"}
      pending="Saving…"
      hidden={workload ? { version: workload.version } : {}}
      beside={<Cancel href={backHref} />}
      className={only === undefined ? "form long" : undefined}
    >
      {only === undefined ? (
        FACT_GROUPS.map((group) => (
          <FormPart
            key={group}
            id={`form-${group}`}
            title={FACT_GROUP_LABELS[group]}
            said={workload && knownOf(group, workload)}
            fields={fieldsOf(group).map(({ key }) => key)}
            open={group === "identity" || (workload === undefined && group === "ownership")}
          >
            {FACT_GROUP_FINDINGS[group] === undefined ? null : (
              <p className="soft">{FACT_GROUP_FINDINGS[group]}</p>
            )}
            <GroupControls {...{ group, workload, choices, peopleHref }} />
          </FormPart>
        ))
      ) : (
        <Section title={FACT_GROUP_LABELS[only]} finding={FACT_GROUP_FINDINGS[only]} id={`form-${only}`}>
          <div className="form">
            <GroupControls {...{ group: only, workload, choices, peopleHref }} />
          </div>
        </Section>
      )}
      <Suggestions id="workload-site" values={choices.sites} />
      <Suggestions id="workload-operatedBy" values={choices.operators} />
      <Suggestions id="workload-runsAt" values={choices.places} />
    </ActionForm>
  );
}

type GroupProps = Pick<Props, "workload" | "choices" | "peopleHref"> & { group: FactGroup };

function GroupControls({ group, workload, choices, peopleHref }: GroupProps) {
  return (
    <>
      <FactControls group={group} workload={workload} choices={choices} />
      {group === "ownership" ? (
        <p className="small soft">
          Somebody is missing? <Link href={peopleHref}>Add the person</Link> first.
        </p>
      ) : null}
    </>
  );
}

/** "7 of 8 known": what a folded part of the form holds. */
function knownOf(group: FactGroup, workload: WorkloadView): string {
  const facts = factsOf(workload);
  const fields = fieldsOf(group);
  const known = fields.filter(({ key }) => {
    const value = facts[key];
    return value !== null && value !== "" && !(typeof value === "object" && value.length === 0);
  });
  return `${known.length} of ${fields.length} known`;
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
