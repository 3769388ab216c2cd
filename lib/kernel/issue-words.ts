import type * as z from "zod";

type Issue = Parameters<z.core.$ZodErrorMap>[0];

/** What does not fit, in words for people. A schema's own words come before these; null leaves it to zod. */
export const issueWords: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case "too_big":
      return tooBig(issue.origin, issue.maximum);
    case "too_small":
      return tooSmall(issue.origin, issue.minimum);
    case "invalid_type":
      return wrongType(issue);
    case "invalid_format":
      return FORMATS[issue.format] ?? "This is not written as it has to be.";
    case "invalid_value":
      return "Choose one of those offered.";
    case "not_multiple_of":
      return `Enter a multiple of ${issue.divisor}.`;
    default:
      return null;
  }
};

const FORMATS: Partial<Record<string, string>> = {
  email: "Enter an e-mail address, such as name@example.com.",
  url: "Enter a whole address, such as https://example.com/page.",
  date: "Enter a date.",
  datetime: "Enter a date and a time.",
  uuid: "Choose one of those offered.",
};

function tooBig(origin: string, most: number | bigint): string {
  if (origin === "string") return `Use at most ${most} characters.`;
  if (origin === "array" || origin === "set") return `Choose at most ${most}.`;
  return `Enter at most ${most}.`;
}

function tooSmall(origin: string, least: number | bigint): string {
  if (origin === "string") return Number(least) <= 1 ? "Fill this in." : `Use at least ${least} characters.`;
  if (origin === "array" || origin === "set")
    return Number(least) <= 1 ? "Choose at least one." : `Choose at least ${least}.`;
  return `Enter at least ${least}.`;
}

function wrongType({ expected, input }: Issue): string {
  if (input === undefined || input === null || input === "") return "Fill this in.";
  if (expected === "int") return "Enter a whole number.";
  return expected === "number" ? "Enter a number." : "This does not fit here.";
}
