import "server-only";
import { AppError } from "@/lib/kernel/errors";

/** Turns what the database refuses into the product's errors; anything else stays what it is. */
export function translated(error: unknown): unknown {
  if (error instanceof AppError) return error;
  if (carriesCode(error, "WG001")) {
    return new AppError(
      "BLOCKED",
      "Whoever attested a criterion of this gate cannot sign it, and nobody signs twice.",
      {
        cause: error,
      },
    );
  }
  // Text with a zero character, and what should be an id and is none: nothing like it is stored.
  if (carriesCode(error, "22021")) {
    return new AppError("INVALID", "A text holds a character that cannot be kept. Write it again.", {
      cause: error,
    });
  }
  if (OUT_OF_RANGE.some((code) => carriesCode(error, code))) {
    return new AppError("INVALID", "A date or a number is out of range. Correct it and try again.", {
      cause: error,
    });
  }
  if (carriesCode(error, "22P02")) return absent(error);
  if (BUSY.some((code) => carriesCode(error, code)) || isSilent(error)) {
    return new AppError("UNAVAILABLE", "The database is busy. Nothing was changed; try again.", {
      cause: error,
    });
  }
  const [, conflict] = CONFLICTS.find(([codes]) => codes.some((code) => carriesCode(error, code))) ?? [];
  if (conflict !== undefined) return new AppError("CONFLICT", conflict, { cause: error });
  if (carriesCode(error, "P2023")) return absent(error);
  if (SILENT_CODES.some((code) => carriesCode(error, code))) {
    return new AppError("UNAVAILABLE", "The database does not answer. Nothing was changed; try again.", {
      cause: error,
    });
  }
  return error;
}

/** What another writer was faster with, by the codes of Prisma and of PostgreSQL: plain statements bear the latter. */
const CONFLICTS: readonly (readonly [codes: readonly string[], message: string])[] = [
  [["P2002", "23505"], "Somebody else has just written the same thing. Look at it and try again."],
  [["P2003", "23503"], "Something this refers to is no longer there. Load the page again."],
  [["P2034", "40001", "40P01"], "Somebody else was writing at the same moment. Try again."],
];

const SILENT_CODES = ["P2024", "P1001", "P1002", "P1008"];

/** A transaction that could not start in time, a lock or statement that waited too long, no connection left. */
const BUSY = ["P2028", "55P03", "57014", "53300", "25P03"];

const SILENT =
  /^(?:Query read timeout|timeout exceeded when trying to connect|Connection terminated due to connection timeout)$/u;

/** `pg` gave up waiting for an answer or a connection; it has no code for that. */
function isSilent(error: unknown): boolean {
  return error instanceof Error && (SILENT.test(error.message) || isSilent(error.cause));
}

/** A date of year 0 or beyond the calendar, a number beyond the column. */
const OUT_OF_RANGE = ["22008", "22007", "22003", "P2020", "P2033"];

function absent(cause: unknown): AppError {
  return new AppError("NOT_FOUND", "There is no such thing, or you have no access to it.", { cause });
}

function carriesCode(error: unknown, code: string): boolean {
  if (typeof error !== "object" || error === null) return false;
  if ("code" in error && error.code === code) return true;
  if ("originalCode" in error && error.originalCode === code) return true;
  if ("meta" in error && carriesCode(error.meta, code)) return true;
  if ("driverAdapterError" in error && carriesCode(error.driverAdapterError, code)) return true;
  return "cause" in error && carriesCode(error.cause, code);
}
