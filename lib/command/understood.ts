import type * as z from "zod";
import { AppError } from "@/lib/kernel/errors";
import { issueWords } from "@/lib/kernel/issue-words";
import { unstorableTexts } from "@/lib/kernel/storable";
import { fieldMessages } from "./rules";

/** A command's input as its schema understands it. @throws INVALID with a sentence for each field that does not fit. */
export function understood<Input extends z.ZodType>(schema: Input, raw: z.input<Input>): z.output<Input> {
  refuse(unstorableTexts(raw));
  const parsed = schema.safeParse(raw, { error: issueWords });
  if (parsed.success) return parsed.data;
  throw invalid(fieldMessages(parsed.error.issues));
}

function refuse(fields: Record<string, string>): void {
  if (Object.keys(fields).length > 0) throw invalid(fields);
}

function invalid(fields: Record<string, string>): AppError {
  return new AppError("INVALID", [...new Set(Object.values(fields))].join(" "), { fields });
}
