"use client";
import { type ReactNode, useEffect, useRef } from "react";
import { useFormState } from "@/components/ui/form-state";

export type FormPartProps = {
  id: string;
  title: ReactNode;
  /** What is known of it while it is folded. */
  said?: ReactNode;
  /** The names of its fields: one that is refused opens the part. */
  fields: readonly string[];
  open?: boolean;
  children: ReactNode;
};

/** A part of a long form that folds; what is in it is sent either way. */
export function FormPart({ id, title, said, fields, open = false, children }: FormPartProps) {
  const { errors } = useFormState();
  const part = useRef<HTMLDetailsElement>(null);
  const refused = fields.some((field) => errors[field] !== undefined);
  useEffect(() => {
    // the system outside React is the fold, which people open and close themselves
    if (part.current !== null && fields.some((field) => errors[field] !== undefined))
      part.current.open = true;
  }, [errors, fields]);
  return (
    <details className="fold form-part" id={id} ref={part} open={open || refused}>
      <summary>
        <h2 className="grp">
          {title} {said === undefined ? null : <span>{said}</span>}
        </h2>
      </summary>
      <div className="form">{children}</div>
    </details>
  );
}
