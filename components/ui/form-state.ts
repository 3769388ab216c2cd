"use client";
import { createContext, useContext } from "react";

/** What the surrounding form knows about its fields after a refused attempt. */
export type FormState = { errors: Record<string, string>; values: Record<string, string> };

export const FormStateContext = createContext<FormState>({ errors: {}, values: {} });

/** Errors and typed values by field name; empty outside an `ActionForm`. */
export function useFormState(): FormState {
  return useContext(FormStateContext);
}
