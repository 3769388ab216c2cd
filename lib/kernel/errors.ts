import type { Violation } from "./violations";

export type ErrorCode =
  | "UNAUTHENTICATED"
  | "FORBIDDEN"
  | "NOT_FOUND"
  | "INVALID"
  | "BLOCKED"
  | "CONFLICT"
  | "UNAVAILABLE";

/** One field that somebody else changed meanwhile, in words ready to show. */
export type ConflictingChange = { label: string; yours: string; theirs: string };

type Details = {
  violations?: readonly Violation[];
  fields?: Readonly<Record<string, string>>;
  changes?: readonly ConflictingChange[];
  version?: number;
  cause?: unknown;
};

/** The only error that is meant for people: its message is a sentence that may be shown to the one who asked. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly violations: readonly Violation[];
  readonly fields: Readonly<Record<string, string>>;
  readonly changes: readonly ConflictingChange[];
  /** The version the row has now, where a conflict names one. */
  readonly version: number | undefined;

  constructor(code: ErrorCode, message: string, details: Details = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = "AppError";
    this.code = code;
    this.violations = details.violations ?? [];
    this.fields = details.fields ?? {};
    this.changes = details.changes ?? [];
    this.version = details.version;
  }
}

/** Throws BLOCKED with every reason in one message when there is any. */
export function refuseIfAny(violations: readonly Violation[]): void {
  if (violations.length === 0) return;
  throw new AppError("BLOCKED", violations.map((violation) => violation.message).join(" "), { violations });
}

/** The answer for what is absent and for what one may not see: the same words. */
export function notFound(what: string): AppError {
  return new AppError("NOT_FOUND", `There is no such ${what}, or you have no access to it.`);
}
