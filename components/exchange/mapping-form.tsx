import { ActionForm, SubmitButton } from "@/components/ui/action-form";
import { SelectField, TextField } from "@/components/ui/fields";
import { optionsOf, plainOptions } from "@/components/ui/options";
import { Heads, Tbl } from "@/components/ui/table";
import { FORMAT_LABELS } from "@/lib/exchange/labels";
import type { FormatName } from "@/lib/exchange/model/formats";
import type { ColumnView } from "@/lib/exchange/model/view";
import { FIELDS } from "@/lib/exchange/rules/fields";
import type { FormAction } from "@/lib/kernel/action-state";
import { counted } from "@/lib/kernel/text";

type Props = {
  action: FormAction;
  version: number;
  /** As understood or chosen; where neither, what it most looks like. */
  format: FormatName | null;
  columns: readonly ColumnView[];
  sourceName: string | null;
  /** The sheet that is mapped, and those that could be read instead; none for a file of one table. */
  sheet: string;
  sheets: readonly string[];
  /** Words of likelihood or impact that need a level. */
  levels: readonly string[];
};

/** Step 1: the format, whose word the file is, and which column fills which field. */
export function MappingForm({ action, version, format, columns, sourceName, sheet, sheets, levels }: Props) {
  return (
    <ActionForm
      key={`${format} ${version}`}
      action={action}
      hidden={{ version, columns: columns.length }}
      className="grid max-w-[880px] gap-5"
      aria-label="Format and columns"
    >
      <div className="acts-row" style={{ alignItems: "end", flexWrap: "wrap" }}>
        <SelectField
          name="format"
          label="Format"
          none={format === null ? "Choose a format" : undefined}
          defaultValue={format ?? ""}
          options={optionsOf(FORMAT_LABELS)}
        />
        {sheets.length > 1 ? (
          <SelectField
            name="table"
            label="Sheet"
            none="Every sheet that is recognised"
            defaultValue={sheet}
            options={plainOptions(sheets)}
          />
        ) : null}
        <SubmitButton name="by" value="heads" variant={format === null ? "pri" : "default"}>
          Use this format
        </SubmitButton>
      </div>
      <TextField
        name="sourceName"
        label="Source"
        hint="The tool or list whose word the file is, such as CMDB. Left empty, the tool’s own name stands, or for a table of your own: a person’s word, which counts most."
        defaultValue={sourceName ?? ""}
        maxLength={100}
        optional
      />
      {levels.length === 0 ? null : <LevelFields levels={levels} />}
      {format === null ? null : (
        <>
          <ColumnTable columns={columns} format={format} />
          <div className="acts-row">
            <SubmitButton name="by" value="columns">
              Use these columns
            </SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}

const STEPS = [1, 2, 3, 4, 5].map((level) => ({ value: String(level), label: String(level) }));

/** Words of the file for likelihood and impact that nobody knows: which of the five levels each means. */
function LevelFields({ levels }: { levels: readonly string[] }) {
  return (
    <fieldset className="grid gap-3">
      <legend>Which level do these words mean?</legend>
      {levels.map((word, at) => (
        <div key={word}>
          <input type="hidden" name={`level-word-${at}`} value={word} />
          <SelectField name={`level-${at}`} label={`“${word}”`} none="Not known" options={STEPS} narrow />
        </div>
      ))}
    </fieldset>
  );
}

/** Columns that hold nothing keep their field and are not listed: there is nothing to decide about them. */
function ColumnTable({ columns, format }: { columns: readonly ColumnView[]; format: FormatName }) {
  const empty = columns.filter((column) => column.samples.length === 0);
  const filled = columns.filter((column) => column.samples.length > 0);
  return (
    <>
      <FilledColumns columns={filled} format={format} />
      {empty.map((column) => (
        <input key={column.index} type="hidden" name={`column-${column.index}`} value={column.field ?? ""} />
      ))}
      {empty.length > 0 ? (
        <p className="soft dense">
          {counted(empty.length, "column")} hold{empty.length === 1 ? "s" : ""} nothing and{" "}
          {empty.length === 1 ? "is" : "are"} not listed.
        </p>
      ) : null}
    </>
  );
}

function FilledColumns({ columns, format }: { columns: readonly ColumnView[]; format: FormatName }) {
  return (
    <Tbl caption="Columns of the file and the fields they fill" stack="plain">
      <Heads of={["Column in the file", "For example", ["Fills", { width: 240 }]]} />
      <tbody>
        {columns.map((column) => (
          <tr key={column.index}>
            <th scope="row">{headOf(column)}</th>
            <td className="soft">{column.samples.join(" · ")}</td>
            <td>
              <select
                className="select full"
                name={`column-${column.index}`}
                defaultValue={column.field ?? ""}
                aria-label={`Field that ${headOf(column)} fills`}
              >
                <option value="">Leave out</option>
                {FIELDS[format].map((field) => (
                  <option key={field.name} value={field.name}>
                    {field.label}
                  </option>
                ))}
              </select>
            </td>
          </tr>
        ))}
      </tbody>
    </Tbl>
  );
}

function headOf({ head, index }: ColumnView): string {
  return head === "" ? `column ${index + 1}` : head;
}
