import { SeatRows } from "@/components/gates/seat-rows";
import { Checkbox, Choices } from "@/components/ui/choices";
import { SelectField, TextField } from "@/components/ui/fields";
import { Group } from "@/components/ui/page";
import type { CriterionTemplate, GateTemplate } from "@/lib/gates/model/template";
import { COMPUTED_CATALOGUE } from "@/lib/gates/rules/built-in-templates";
import { CRITERION_GROUPS } from "@/lib/gates/rules/criteria-catalogue";

const EMPTY_ROWS = 3;

/** What a template asks: whether the step waits for the gate, who signs, what the system checks and what people attest. */
export function TemplateFields({ template }: { template: GateTemplate }) {
  const attested = template.criteria.filter(({ source }) => source === "attested");
  const groups = [...new Set([...CRITERION_GROUPS, ...attested.map(({ group }) => group)])];
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
      <Group title="What people attest" />
      <p className="hint" style={{ marginTop: 8 }}>
        Empty a title to leave its criterion out; the place says in which order they stand.
      </p>
      {attested.map((row, at) => (
        <details className="fold asked" key={row.key}>
          <summary>
            <span className="grp">
              {row.title} <span>{row.group}</span>
            </span>
          </summary>
          <AttestedFields row={row} at={at} groups={groups} places={attested.length + EMPTY_ROWS} />
        </details>
      ))}
      <details className="fold asked">
        <summary>
          <span className="grp">Add criteria</span>
        </summary>
        {Array.from({ length: EMPTY_ROWS }, (_, spare) => attested.length + spare).map((at) => (
          <AttestedFields key={at} row={null} at={at} groups={groups} places={attested.length + EMPTY_ROWS} />
        ))}
      </details>
    </>
  );
}

type AttestedProps = {
  row: CriterionTemplate | null;
  at: number;
  groups: readonly string[];
  /** How many places there are. */
  places: number;
};

function AttestedFields({ row, at, groups, places }: AttestedProps) {
  const order = Array.from({ length: places }, (_, place) => String(place + 1));
  return (
    <fieldset className="condition">
      <legend className="vh">{row === null ? "A new criterion" : row.title}</legend>
      <input type="hidden" name={`key-${at}`} value={row?.key ?? ""} />
      <TextField name={`title-${at}`} label="What must be true" defaultValue={row?.title} />
      <TextField
        name={`meaning-${at}`}
        label="What it means when it is not met"
        optional
        defaultValue={row?.meaning}
      />
      <div className="condition-row two">
        <SelectField
          name={`group-${at}`}
          label="Group"
          options={groups.map((group) => ({ value: group, label: group }))}
          defaultValue={row?.group}
        />
        <SelectField
          name={`place-${at}`}
          label="Place"
          options={order.map((place) => ({ value: place, label: place }))}
          defaultValue={String(at + 1)}
        />
      </div>
    </fieldset>
  );
}
