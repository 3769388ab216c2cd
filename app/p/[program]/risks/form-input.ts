import type * as z from "zod";
import type { Command } from "@/lib/command/define-command";

/**
 * The fields of a form as the raw input of a command, which parses and judges them itself. Names that end in `Ids` are
 * lists; empty entries of a list are none.
 */
export function formInput<Input extends z.ZodType, Value>(
  _of: Command<Input, Value>,
  form: FormData,
): z.input<Input> {
  const names = [...new Set(form.keys())].filter((name) => !name.startsWith("$ACTION"));
  const fields = names.map((name) => [
    name,
    name.endsWith("Ids") ? filled(form.getAll(name)) : form.get(name),
  ]);
  return Object.fromEntries(fields) as z.input<Input>;
}

function filled(values: readonly FormDataEntryValue[]): FormDataEntryValue[] {
  return values.filter((value) => value !== "");
}
