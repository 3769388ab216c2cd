import { SeatRows } from "@/components/gates/seat-rows";
import { Checkbox, Choices } from "@/components/ui/choices";
import { SelectField, TextField } from "@/components/ui/fields";
import type { GateTemplate } from "@/lib/gates/model";
import { COMPUTED_CATALOGUE } from "@/lib/gates/rules/built-in-templates";
import { CRITERION_GROUPS } from "@/lib/gates/rules/criteria-catalogue";

const EMPTY_ROWS = 3;

/** What a template asks: whether the step waits for the gate, who signs, what the system checks and what people attest. */
export function TemplateFields({ template }: { template: GateTemplate }) {
  const attested = template.criteria.filter(({ source }) => source === "attested");
  const groups = [...new Set([...CRITERION_GROUPS, ...attested.map(({ group }) => group)])];
  const rows = [...attested, ...Array.from({ length: EMPTY_ROWS }, () => null)];
  return (
    <>
      {template.kind === "go_no_go" ? (
        <p className="soft">Nothing cuts over without a go/no-go gate: it is always demanded.</p>
      ) : (
        <Checkbox
          name="demanded"
          label="The step waits for this gate even where nobody has opened one"
          hint="It counts at once, for every wave of this kind."
          defaultChecked={template.demanded}
        />
      )}
      <SeatRows members={null} seats={template.seats} />
      <TextField
        name="quorum"
        label="How many of them must approve"
        inputMode="numeric"
        narrow
        defaultValue={String(template.quorum)}
      />
      <Choices
        name="computed"
        legend="What Wavegate checks from live data"
        many
        options={COMPUTED_CATALOGUE.map(({ key, title, group }) => ({
          value: key,
          label: title,
          hint: group,
        }))}
        defaultValues={template.criteria.filter(({ source }) => source === "computed").map(({ key }) => key)}
      />
      <p className="soft">What people attest. Empty a title to leave its row out.</p>
      {rows.map((row, at) => (
        <fieldset className="condition" key={row?.key ?? `new ${at}`}>
          <legend className="b">{row === null ? "Another criterion" : `Criterion ${at + 1}`}</legend>
          <input type="hidden" name={`key-${at}`} value={row?.key ?? ""} />
          <TextField name={`title-${at}`} label="What must be true" defaultValue={row?.title} />
          <TextField
            name={`meaning-${at}`}
            label="What it means when it is not met"
            optional
            defaultValue={row?.meaning}
          />
          <SelectField
            name={`group-${at}`}
            label="Group"
            narrow
            options={groups.map((group) => ({ value: group, label: group }))}
            defaultValue={row?.group}
          />
        </fieldset>
      ))}
    </>
  );
}
