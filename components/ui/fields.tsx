"use client";
import type { InputHTMLAttributes, SelectHTMLAttributes, TextareaHTMLAttributes } from "react";
import { Field, type FieldProps } from "@/components/ui/field";
import { useFormState } from "@/components/ui/form-state";
import type { Option } from "@/components/ui/options";

type Without<T> = Omit<T, "name" | "id" | "className" | "children">;

export type TextFieldProps = FieldProps & Without<InputHTMLAttributes<HTMLInputElement>>;

/** One line of text, a number, a date (`type="date"`), a date and time, an e-mail address, a file. */
export function TextField(props: TextFieldProps) {
  const { field, input } = useParts(props);
  return (
    <Field {...field}>
      {(control) => <input {...input} {...control} className={`input ${control.className}`} />}
    </Field>
  );
}

export type TextAreaProps = FieldProps & Without<TextareaHTMLAttributes<HTMLTextAreaElement>>;

/** Several lines of text. */
export function TextArea({ rows = 3, ...props }: TextAreaProps) {
  const { field, input } = useParts(props);
  return (
    <Field {...field}>
      {(control) => <textarea {...input} {...control} rows={rows} className={`input ${control.className}`} />}
    </Field>
  );
}

export type SelectFieldProps = FieldProps & {
  options: readonly Option[];
  /** First, empty choice. */
  none?: string;
} & Without<SelectHTMLAttributes<HTMLSelectElement>>;

/** One of several, as the platform draws it: works by keyboard, on phones and without script. */
export function SelectField({ options, none, ...props }: SelectFieldProps) {
  const { field, typed, input } = useParts(props);
  return (
    <Field {...field}>
      {(control) => (
        <select key={typed} {...input} {...control} className={`select full ${control.className}`}>
          {none === undefined ? null : <option value="">{none}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

type Asked = { defaultValue?: string | number | readonly string[]; required?: boolean };

/** Parts what belongs to the label and its sentences from what belongs to the input; what was typed before stands in it again. */
function useParts<Props extends FieldProps & Asked>(props: Props) {
  const { name, label, hint, error, optional, narrow, defaultValue, required, ...input } = props;
  const typed = useFormState().values[name];
  return {
    field: { name, label, hint, error, optional, narrow },
    typed,
    // the server refuses in its own words: the browser's are not asked for
    input: { ...input, defaultValue: typed ?? defaultValue, "aria-required": required },
  };
}
