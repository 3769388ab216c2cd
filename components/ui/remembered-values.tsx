"use client";
import type { ReactNode } from "react";
import { FormStateContext } from "@/components/ui/form-state";

/** Lets the fields inside stand at these values, by the names of the fields. */
export function RememberedValues({
  values,
  children,
}: {
  values: Record<string, string>;
  children: ReactNode;
}) {
  return <FormStateContext value={{ errors: {}, values }}>{children}</FormStateContext>;
}
