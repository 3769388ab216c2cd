import { ActionForm, SubmitButton } from "@/components/ui/action-form";
import { SelectField } from "@/components/ui/fields";
import { FormFold } from "@/components/ui/form-fold";
import { Link } from "@/components/ui/link";
import { LookupField } from "@/components/ui/lookup-field";
import { Rows } from "@/components/ui/sheet-parts";
import type { FormAction } from "@/lib/kernel/action-state";

export type RiskLinksProps = {
  /** workloadIds or waveIds: the list this one form sends whole. */
  name: "workloadIds" | "waveIds";
  noun: "workload" | "wave";
  linked: readonly { id: string; label: string; href: string }[];
  /** What can be chosen; where it is too much for a list, the address that offers names. */
  choices: readonly { id: string; label: string }[] | { source: string };
  /** Absent for those who may not change it. */
  action?: FormAction;
  hidden: { riskId: string; version: number };
};

/** What the risk touches, each with its way off, and a list to add one. */
export function RiskLinks({ name, noun, linked, choices, action, hidden }: RiskLinksProps) {
  const rows = linked.map((one) => (
    <li key={one.id} className="split-line">
      <Link href={one.href}>{one.label}</Link>
      {action ? (
        <SubmitButton name="remove" value={one.id} size="sm" variant="ghost">
          Unlink<span className="vh"> {one.label}</span>
        </SubmitButton>
      ) : null}
    </li>
  ));
  const list = rows.length === 0 ? <p className="never">No {noun} is linked.</p> : <Rows dense>{rows}</Rows>;
  if (!action) return list;
  return (
    <ActionForm action={action} hidden={hidden} aria-label={`Linked ${noun}s`}>
      {linked.map((one) => (
        <input key={one.id} type="hidden" name={name} value={one.id} />
      ))}
      {list}
      <FormFold label={`Link a ${noun}`}>
        <div className="form">
          {"source" in choices ? (
            <LookupField
              key={linked.length}
              name={noun}
              label={`Link a ${noun}`}
              hint="Begin to type its name."
              source={choices.source}
            />
          ) : (
            <SelectField
              key={linked.length}
              name={name}
              label={`Link a ${noun}`}
              hint="It may touch several."
              none={`Choose a ${noun}`}
              options={choices
                .filter((choice) => !linked.some((one) => one.id === choice.id))
                .map((choice) => ({ value: choice.id, label: choice.label }))}
            />
          )}
          <div className="acts-row">
            <SubmitButton>Link</SubmitButton>
          </div>
        </div>
      </FormFold>
    </ActionForm>
  );
}
