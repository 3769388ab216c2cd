import type { ReactNode } from "react";

/** A form at the end of a section: on a phone folded away under its name, on a wider screen it stands open. */
export function FormFold({ label, children }: { label: string; children: ReactNode }) {
  return (
    <details className="form-fold">
      <summary>{label}</summary>
      {children}
    </details>
  );
}
