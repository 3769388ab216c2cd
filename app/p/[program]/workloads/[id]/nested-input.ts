import type * as z from "zod";
import type { Command } from "@/lib/command/define-command";

type Nested = { [name: string]: FormDataEntryValue | FormDataEntryValue[] | Nested };

/**
 * The fields of a form as the raw input of a command, which parses and judges them itself: "duties.patching.party" is a
 * field inside of `duties`, and names that end in `Ids` are lists. `fixed` comes from the address and cannot be sent by the form.
 */
export function nestedInput<Input extends z.ZodType, Value>(
  _of: Command<Input, Value>,
  form: FormData,
  fixed: Record<string, string> = {},
): z.input<Input> {
  const input: Nested = Object.create(null);
  for (const [name, value] of form.entries()) {
    if (!name.startsWith("$ACTION")) put(input, name.split("."), value);
  }
  return { ...input, ...fixed } as z.input<Input>;
}

function put(into: Nested, [first = "", ...rest]: readonly string[], value: FormDataEntryValue): void {
  const inner = into[first];
  if (rest.length === 0) {
    into[first] = first.endsWith("Ids") ? [...(Array.isArray(inner) ? inner : []), value] : value;
    return;
  }
  const next: Nested = isPart(inner) ? inner : Object.create(null);
  into[first] = next;
  put(next, rest, value);
}

function isPart(value: Nested[string] | undefined): value is Nested {
  return typeof value === "object" && !(value instanceof File) && !Array.isArray(value);
}
