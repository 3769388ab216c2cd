"use client";
import { type ReactNode, useId } from "react";
import { useFormState } from "@/components/ui/form-state";
import { Shape } from "@/components/ui/status";

export type FieldProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Overrides the sentence the surrounding `ActionForm` knows for this name. */
  error?: string;
  optional?: boolean;
  /** 200 px control, for numbers and codes. */
  narrow?: boolean;
};

/** What a control needs so that label, hint and error belong to it. */
export type ControlProps = {
  id: string;
  name: string;
  className: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
};

/** Label, hint, control, error. The id of the control is `field-{name}`; the error summary links to it. */
export function Field({
  children,
  ...props
}: FieldProps & { children: (control: ControlProps) => ReactNode }) {
  const { name, label, hint, optional, narrow } = props;
  const form = useFormState();
  const error = props.error ?? form.errors[name];
  const base = useId();
  const described = [hint && `${base}-hint`, error && `${base}-err`].filter(Boolean).join(" ") || undefined;
  const control: ControlProps = {
    id: fieldId(name),
    name,
    className: error ? "bad" : "",
    "aria-describedby": described,
    "aria-invalid": error ? true : undefined,
  };
  return (
    <div className={narrow ? "field narrow" : "field"}>
      <label htmlFor={control.id}>
        {label}
        {optional ? <span className="opt"> (optional)</span> : null}
      </label>
      {hint ? (
        <p className="hint" id={`${base}-hint`}>
          {hint}
        </p>
      ) : null}
      {children(control)}
      {error ? <FieldError id={`${base}-err`}>{error}</FieldError> : null}
    </div>
  );
}

/** The sentence at the field, the same as in the summary. */
export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p className="err" id={id}>
      <Shape kind="off" />
      <span>{children}</span>
    </p>
  );
}

/** The id a control of that name carries. */
export function fieldId(name: string): string {
  return `field-${name}`;
}
