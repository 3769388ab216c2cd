"use client";
import { SelectField, TextField, type TextFieldProps } from "@/components/ui/fields";
import { useFormState } from "@/components/ui/form-state";

const FOLDS = [
  { value: "earlier", label: "The first, before the clocks go back" },
  { value: "later", label: "The second, after the clocks went back" },
];

/** A date and time as a clock shows it, `{of}Local`; where the clocks show it twice, `{of}Fold` asks which is meant. */
export function LocalTimeField({ of, ...field }: { of: string } & Omit<TextFieldProps, "name" | "type">) {
  const { errors, values } = useFormState();
  const isTwice = /comes twice/.test(errors[`${of}Local`] ?? "") || Boolean(values[`${of}Fold`]);
  return (
    <>
      <TextField {...field} name={`${of}Local`} type="datetime-local" narrow />
      {isTwice ? (
        <SelectField name={`${of}Fold`} label="Which of the two" none="Choose" options={FOLDS} />
      ) : null}
    </>
  );
}
