import "server-only";
import { database } from "@/lib/db/client";
import { mailSettings } from "../adapters/mail-settings";
import { prepareMail } from "./prepare-mail";

const held = globalThis as typeof globalThis & { wavegateMail?: NodeJS.Timeout };

/** Something that ends at an instant is told so many milliseconds later at most. */
const EVERY_MS = 20_000;

/** How often what mails said longer ago than they are kept is cleared. */
const CLEARED_EVERY_MS = 3_600_000;

/**
 * Looks again and again for mail to be written, once for each server process; without settings for mail none is written. What
 * old mails said is cleared in any case.
 */
export function startMail(): void {
  let busy = false;
  let told = "";
  let clearedAt = 0;
  held.wavegateMail ??= setInterval(() => {
    if (Date.now() - clearedAt >= CLEARED_EVERY_MS) {
      clearedAt = Date.now();
      clearMail().catch((error) => note("mail.not-cleared", reasonOf(error)));
    }
    const settings = mailSettings();
    if (settings.state !== "ready") {
      if (settings.state === "wrong" && told !== settings.problem)
        note("mail.not-configured", settings.problem);
      told = settings.state === "wrong" ? settings.problem : "";
      return;
    }
    if (busy) return;
    busy = true;
    prepareMail(new Date(), settings.base)
      .catch((error) => note("mail.not-prepared", reasonOf(error)))
      .finally(() => {
        busy = false;
      });
  }, EVERY_MS).unref();
}

/** At once; the rest an hour later. */
const CLEARED_AT_ONCE = 5000;

/**
 * Clears what mails said that were written 30 days ago or earlier and wait for nobody; that they were written stays.
 * @returns how many were cleared
 */
export async function clearMail(): Promise<number> {
  const [row] = await database().$queryRaw<{ count: number }[]>`
    SELECT wavegate_mail_clear(${CLEARED_AT_ONCE}::int) AS count`;
  return row?.count ?? 0;
}

/** With what was the matter for each person whose mail could not be written. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError)
    return [error.message, ...new Set(error.errors.map(reasonOf))].slice(0, 6).join("; ");
  return error instanceof Error ? error.message : String(error);
}

function note(event: string, message: string): void {
  const line = { level: "error", event, at: new Date().toISOString(), message };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}
