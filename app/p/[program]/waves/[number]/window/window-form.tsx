import Form from "next/form";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SelectField, TextField } from "@/components/ui/fields";
import type { TypedWindow } from "@/lib/replanning/rules/search";

type Props = {
  typed: TypedWindow;
  base: string;
  errors: Readonly<Record<string, string>>;
  /** Workloads that come and go with the window. */
  carried: { add: readonly string[]; remove: readonly string[] };
};

const FOLDS = [
  { value: "earlier", label: "The first, before the clocks go back" },
  { value: "later", label: "The second, after the clocks went back" },
];

/** Asks when the wave cuts over; sent as an address, so that what it means is looked at before anything is saved. */
export function WindowForm({ typed, base, errors, carried }: Props) {
  return (
    <Form action={`${base}/window`} className="form">
      {Object.keys(errors).length > 0 ? <ErrorSummary fields={errors} /> : null}
      {carried.add.map((id) => (
        <input key={id} type="hidden" name="w" value={id} />
      ))}
      {carried.remove.map((id) => (
        <input key={id} type="hidden" name="x" value={id} />
      ))}
      <Local name="startLocal" label="Starts" value={typed.startLocal} error={errors.startLocal} />
      <Which name="fold" label="Which start" value={typed.fold} error={errors.startLocal} />
      <Local name="endLocal" label="Ends" value={typed.endLocal} error={errors.endLocal} />
      <Which name="endFold" label="Which end" value={typed.endFold} error={errors.endLocal} />
      <TextField
        name="zone"
        label="Time zone"
        list="zones"
        defaultValue={typed.zone}
        error={errors.zone}
        hint="The clocks these times are read from, such as Europe/London."
      />
      <datalist id="zones">
        {Intl.supportedValuesOf("timeZone").map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <div className="acts-row">
        <button className="btn" type="submit">
          Check this window
        </button>
        <Button variant="ghost" href={base}>
          Leave it as it is
        </Button>
      </div>
    </Form>
  );
}

type FieldProps = { name: string; label: string; value: string; error: string | undefined };

function Local({ name, label, value, error }: FieldProps) {
  return (
    <TextField name={name} label={label} type="datetime-local" narrow defaultValue={value} error={error} />
  );
}

/** Which of two equal clock times is meant; asked only where there are two. */
function Which({ name, label, value, error }: FieldProps) {
  if (value === "" && !/twice/.test(error ?? "")) return null;
  return <SelectField name={name} label={label} none="Choose" options={FOLDS} defaultValue={value} />;
}
