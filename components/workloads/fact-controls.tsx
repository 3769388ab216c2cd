import { SelectField, TextArea, TextField } from "@/components/ui/fields";
import { optionsOf } from "@/components/ui/options";
import {
  CRITICALITY_SENTENCES,
  CUTOVER_SENTENCES,
  DISPOSITION_SENTENCES,
  HOSTING_SENTENCES,
  TENANCY_SENTENCES,
} from "@/lib/workloads/labels";
import type { FactKey } from "@/lib/workloads/model/workload";
import type { FactGroup } from "@/lib/workloads/rules/fields";
import { type FactField, fieldsOf } from "@/lib/workloads/rules/fields";
import { type FormChoices, factsOf, type WorkloadView } from "@/lib/workloads/rules/view";

type Props = { group: FactGroup; workload: WorkloadView | undefined; choices: FormChoices };

/** The controls of one group of facts: short ones two in a row, long ones over the whole width. */
export function FactControls({ group, workload, choices }: Props) {
  const facts = workload === undefined ? undefined : factsOf(workload);
  return rowsOf(fieldsOf(group)).map((fields) => {
    const controls = fields.map((field) => (
      <FactControl key={field.key} field={field} value={typedValue(facts?.[field.key])} choices={choices} />
    ));
    const key = fields.map((field) => field.key).join(" ");
    return controls.length > 1 ? (
      <div className="row items-end" key={key}>
        {controls}
      </div>
    ) : (
      controls
    );
  });
}

function FactControl({ field, value, choices }: { field: FactField; value: string; choices: FormChoices }) {
  const { key, kind, hint } = field;
  const label = field.unit === undefined ? field.label : `${field.label} (${field.unit})`;
  const common = { name: key, label, hint, defaultValue: value };
  switch (kind) {
    case "long_text":
      return <TextArea {...common} rows={key === "description" ? 3 : 2} />;
    case "choice":
      return <SelectField {...common} none={NONE[key] ?? "Unknown"} options={choicesOf(field)} />;
    case "yes_no":
      return <SelectField {...common} none="Unknown" options={YES_NO} />;
    case "person":
      return <SelectField {...common} none="No owner yet" options={choices.people} />;
    case "tier":
      return <SelectField {...common} none="No tier yet" options={choices.tiers} />;
    case "list":
      return <TextField {...common} hint={hint === undefined ? COMMAS : `${hint} ${COMMAS}`} />;
    case "number":
      return <TextField {...common} inputMode="numeric" autoComplete="off" />;
    case "text":
      return (
        <TextField
          {...common}
          list={SUGGESTED.includes(key) ? `workload-${key}` : undefined}
          required={key === "name"}
          maxLength={200}
        />
      );
  }
}

const COMMAS = "Separated by commas.";
const YES_NO = [
  { value: "yes", label: "Yes" },
  { value: "no", label: "No" },
];
const NONE: Partial<Record<FactKey, string>> = {
  disposition: "Undecided",
  hosting: "Undecided",
  tenancy: "Undecided",
  cutoverPattern: "Undecided",
};
const SUGGESTED: readonly FactKey[] = ["site", "operatedBy", "runsAt"];
/** Choices that are told with what they mean. */
const SENTENCES: Partial<Record<FactKey, Readonly<Record<string, string>>>> = {
  disposition: DISPOSITION_SENTENCES,
  hosting: HOSTING_SENTENCES,
  tenancy: TENANCY_SENTENCES,
  cutoverPattern: CUTOVER_SENTENCES,
};

function choicesOf({ key, options = [] }: FactField) {
  if (key === "criticality") return optionsOf(CRITICALITY_SENTENCES);
  const sentences = SENTENCES[key];
  if (sentences === undefined) return options;
  return options.map(({ value, label }) => ({ value, label: `${label}: ${sentences[value] ?? ""}` }));
}

function typedValue(value: string | number | boolean | readonly string[] | null | undefined): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "object" ? value.join(", ") : String(value);
}

/** Two short fields share a row; a field with a long text, a long choice or a list stands alone. */
function rowsOf(fields: readonly FactField[]): readonly (readonly FactField[])[] {
  const rows: FactField[][] = [];
  for (const field of fields) {
    const last = rows.at(-1);
    const [first] = last ?? [];
    if (last !== undefined && last.length === 1 && first !== undefined && isShort(first) && isShort(field))
      last.push(field);
    else rows.push([field]);
  }
  return rows;
}

function isShort({ key, kind }: FactField): boolean {
  if (key === "name" || key === "criticality" || SENTENCES[key] !== undefined) return false;
  return kind !== "long_text" && kind !== "list";
}
