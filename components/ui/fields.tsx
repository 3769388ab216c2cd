"use client";
import type { InputHTMLAttributes, SelectHTMLAttributes, TextareaHTMLAttributes } from "react";
import { Field, type FieldProps } from "@/components/ui/field";
import { useFormState } from "@/components/ui/form-state";
import type { Option } from "@/components/ui/options";

type Without<T> = Omit<T, "name" | "id" | "className" | "children">;

export type TextFieldProps = FieldProps & Without<InputHTMLAttributes<HTMLInputElement>>;

/** One line of text, a number, a date (`type="date"`), a date and time, an e-mail address, a file. */
export function TextField({
  name,
  label,
  hint,
  error,
  optional,
  narrow,
  defaultValue,
  ...input
}: TextFieldProps) {
  const typed = useFormState().values[name];
  return (
    <Field {...{ name, label, hint, error, optional, narrow }}>
      {(control) => (
        <input
          {...input}
          {...control}
          className={`input ${control.className}`}
          defaultValue={typed ?? defaultValue}
          required={undefined}
          aria-required={input.required}
        />
      )}
    </Field>
  );
}

export type TextAreaProps = FieldProps & Without<TextareaHTMLAttributes<HTMLTextAreaElement>>;

/** Several lines of text. */
export function TextArea({
  name,
  label,
  hint,
  error,
  optional,
  narrow,
  defaultValue,
  rows = 3,
  ...area
}: TextAreaProps) {
  const typed = useFormState().values[name];
  return (
    <Field {...{ name, label, hint, error, optional, narrow }}>
      {(control) => (
        <textarea
          {...area}
          {...control}
          rows={rows}
          className={`input ${control.className}`}
          defaultValue={typed ?? defaultValue}
          required={undefined}
          aria-required={area.required}
        />
      )}
    </Field>
  );
}

export type SelectFieldProps = FieldProps & {
  options: readonly Option[] /** First, empty choice. */;
  none?: string;
} & Without<SelectHTMLAttributes<HTMLSelectElement>>;

/** One of several, as the platform draws it: works by keyboard, on phones and without script. */
export function SelectField(props: SelectFieldProps) {
  const { name, label, hint, error, optional, narrow, options, none, defaultValue, ...select } = props;
  const typed = useFormState().values[name];
  return (
    <Field {...{ name, label, hint, error, optional, narrow }}>
      {(control) => (
        <select
          key={typed}
          {...select}
          {...control}
          className={`select full ${control.className}`}
          defaultValue={typed ?? defaultValue}
          required={undefined}
          aria-required={select.required}
        >
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
