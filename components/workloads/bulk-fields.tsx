import Form from "next/form";
import { SelectField, TextArea, TextField } from "@/components/ui/fields";
import type { FilterOption } from "@/lib/workloads/model/search";
import { BULK_FIELDS } from "@/lib/workloads/rules/bulk";
import { FACT_GROUP_LABELS, FACT_GROUPS, type FactField } from "@/lib/workloads/rules/fields";
import type { BulkAsked } from "@/lib/workloads/schema";

type Choices = { tiers: readonly FilterOption[]; people: readonly FilterOption[] };

/** First step: which fact. The address carries the selection and the choice. */
export function BulkFieldForm({
  path,
  keep,
  chosen,
}: {
  path: string;
  keep: readonly (readonly [string, string])[];
  chosen: FactField | null;
}) {
  return (
    <Form className="filterbar" action={path} scroll={false}>
      <Kept entries={keep} />
      <div className="field">
        <label htmlFor="field-set_field">Fact to change</label>
        <select
          id="field-set_field"
          name="set_field"
          className="select full"
          defaultValue={chosen?.key ?? ""}
          key={chosen?.key}
        >
          <option value="">Choose a fact</option>
          {FACT_GROUPS.map((group) => {
            const fields = BULK_FIELDS.filter((field) => field.group === group);
            return fields.length === 0 ? null : (
              <optgroup key={group} label={FACT_GROUP_LABELS[group]}>
                {fields.map(({ key, label }) => (
                  <option key={key} value={key}>
                    {label}
                  </option>
                ))}
              </optgroup>
            );
          })}
        </select>
      </div>
      <button className="btn" type="submit">
        {chosen ? "Take this fact" : "Next"}
      </button>
    </Form>
  );
}

/** Second step: the value, as the fact's own form asks for it; ends in the preview. */
export function BulkValueForm(props: {
  path: string;
  keep: readonly (readonly [string, string])[];
  field: FactField;
  asked: BulkAsked | null;
  problems: Readonly<Record<string, string>>;
  choices: Choices;
}) {
  const { path, keep, field, asked, problems, choices } = props;
  return (
    <Form className="form" action={path} scroll={false}>
      <Kept entries={[...keep, ["set_field", field.key]]} />
      {field.kind === "list" ? (
        <SelectField
          name="set_mode"
          label="What to do with the list"
          options={[
            { value: "add", label: "Add to what each holds" },
            { value: "remove", label: "Take out of what each holds" },
            { value: "set", label: "Replace what each holds" },
          ]}
          defaultValue={asked?.mode ?? "add"}
        />
      ) : null}
      <ValueField field={field} choices={choices} value={asked?.value} error={problems.value} />
      {field.reasonKey === undefined ? null : (
        <TextArea
          name="set_reason"
          label="Reason"
          hint="Kept with every one of them."
          defaultValue={asked?.reason}
          error={problems.reason}
        />
      )}
      <div className="acts-row">
        <button className="btn" type="submit">
          Preview
        </button>
      </div>
    </Form>
  );
}

function ValueField({
  field,
  choices,
  value,
  error,
}: {
  field: FactField;
  choices: Choices;
  value: string | undefined;
  error: string | undefined;
}) {
  const common = { name: "set_value", label: field.label, hint: field.hint, error, defaultValue: value };
  switch (field.kind) {
    case "choice":
      return <SelectField {...common} none="Unknown" options={field.options ?? []} />;
    case "tier":
      return <SelectField {...common} none="No tier" options={choices.tiers} />;
    case "person":
      return <SelectField {...common} none="Nobody" options={choices.people} />;
    case "yes_no":
      return (
        <SelectField
          {...common}
          none="Unknown"
          options={[
            { value: "yes", label: "Yes" },
            { value: "no", label: "No" },
          ]}
        />
      );
    case "long_text":
      return <TextArea {...common} />;
    case "list":
      return <TextField {...common} hint={field.hint ?? "Separated by commas."} />;
    default:
      return <TextField {...common} label={field.unit ? `${field.label}, ${field.unit}` : field.label} />;
  }
}

function Kept({ entries }: { entries: readonly (readonly [string, string])[] }) {
  return entries.map(([name, value]) => (
    <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
  ));
}
