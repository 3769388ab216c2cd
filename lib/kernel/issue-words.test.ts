import { expect, it } from "vitest";
import * as z from "zod";
import { issueWords } from "./issue-words";

function said(schema: z.ZodType, value: unknown): string | undefined {
  return schema.safeParse(value, { error: issueWords }).error?.issues[0]?.message;
}

it.each([
  [z.coerce.number().max(25), "99", "Enter at most 25."],
  [z.coerce.number().min(1), "0", "Enter at least 1."],
  [z.coerce.number(), "soon", "Enter a number."],
  [z.coerce.number().int(), "1.5", "Enter a whole number."],
  [z.string().max(3), "four", "Use at most 3 characters."],
  [z.string().min(1), "", "Fill this in."],
  [z.string(), undefined, "Fill this in."],
  [z.enum(["a", "b"]), "c", "Choose one of those offered."],
  [z.email(), "nobody", "Enter an e-mail address, such as name@example.com."],
  [z.url(), "here", "Enter a whole address, such as https://example.com/page."],
  [z.array(z.string()).min(1), [], "Choose at least one."],
])("says in plain words what does not fit", (schema, value, words) => {
  expect(said(schema, value)).toBe(words);
});

it("leaves a schema its own words", () => {
  expect(said(z.string().min(1, "Say what may happen."), "")).toBe("Say what may happen.");
});
