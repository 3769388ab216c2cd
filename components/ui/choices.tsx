"use client";
import { type ReactNode, useId } from "react";
import { FieldError, fieldId } from "@/components/ui/field";
import { useFormState } from "@/components/ui/form-state";
import type { Option } from "@/components/ui/options";

export type CheckboxProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  value?: string;
  defaultChecked?: boolean;
  error?: string;
};

/** One yes or no. */
export function Checkbox({ name, label, hint, value = "on", defaultChecked, error }: CheckboxProps) {
  const id = useId();
  const form = useFormState();
  const found = error ?? form.errors[name];
  const typed = form.values[name];
  return (
    <div className="field">
      <label className="check">
        <input
          className="cb"
          type="checkbox"
          id={fieldId(name)}
          name={name}
          value={value}
          defaultChecked={typed === undefined ? defaultChecked : typed === value}
          aria-invalid={found ? true : undefined}
          aria-describedby={found ? `${id}-err` : undefined}
        />
        <span>{label}</span>
        {hint ? <span className="hint">{hint}</span> : null}
      </label>
      {found ? <FieldError id={`${id}-err`}>{found}</FieldError> : null}
    </div>
  );
}

export type ChoicesProps = {
  name: string;
  legend: ReactNode;
  hint?: ReactNode;
  options: readonly (Option & { hint?: ReactNode })[];
  defaultValue?: string;
  /** Several may be chosen: checkboxes instead of radio buttons. */
  many?: boolean;
  defaultValues?: readonly string[];
  error?: string;
};

/** A group of radio buttons, or of checkboxes with `many`. */
export function Choices({
  name,
  legend,
  hint,
  options,
  defaultValue,
  many,
  defaultValues,
  error,
}: ChoicesProps) {
  const id = useId();
  const form = useFormState();
  const found = error ?? form.errors[name];
  const chosen = many ? (defaultValues ?? []) : [form.values[name] ?? defaultValue];
  return (
    <fieldset className="field" aria-describedby={found ? `${id}-err` : undefined}>
      <legend>{legend}</legend>
      {hint ? <p className="hint">{hint}</p> : null}
      {options.map((option, at) => (
        <label className="check" key={option.value}>
          <input
            className={many ? "cb" : "rb"}
            type={many ? "checkbox" : "radio"}
            id={at === 0 ? fieldId(name) : undefined}
            name={name}
            value={option.value}
            defaultChecked={chosen.includes(option.value)}
          />
          <span>{option.label}</span>
          {option.hint ? <span className="hint">{option.hint}</span> : null}
        </label>
      ))}
      {found ? <FieldError id={`${id}-err`}>{found}</FieldError> : null}
    </fieldset>
  );
}
