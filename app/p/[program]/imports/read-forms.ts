import { FORMATS, type FormatName } from "@/lib/exchange/model";
import { AppError } from "@/lib/kernel/errors";

/** Format and mapping as the form sends them; with `by=heads` the heads of the columns decide anew. */
export function readMapping(form: FormData): {
  version: number;
  format: FormatName;
  mapping: (string | null)[] | null;
} {
  const format = FORMATS.find((one) => one === form.get("format"));
  if (format === undefined) {
    const message = "Choose the format of the file.";
    throw new AppError("INVALID", message, { fields: { format: message } });
  }
  const columns = Math.min(500, Math.max(0, Number(form.get("columns")) || 0));
  const chosen = Array.from({ length: columns }, (_, index) => textOf(form, `column-${index}`));
  return { version: readVersion(form), format, mapping: form.get("by") === "heads" ? null : chosen };
}

export function readCommit(form: FormData): { digest: string; leaveRefused: boolean } {
  return { digest: String(form.get("digest") ?? ""), leaveRefused: form.get("leaveRefused") === "on" };
}

export function readVersion(form: FormData): number {
  return Number(form.get("version"));
}

function textOf(form: FormData, name: string): string | null {
  const value = form.get(name);
  return typeof value === "string" && value !== "" ? value : null;
}
