import "server-only";
import { mailSettings } from "../adapters/mail-settings";
import { prepareMail } from "./prepare-mail";

const held = globalThis as typeof globalThis & { wavegateMail?: NodeJS.Timeout };

/** Something that ends at an instant is told so many milliseconds later at most. */
const EVERY_MS = 20_000;

/** Looks again and again for mail to be written, once for each server process; without settings for mail it does nothing. */
export function startMail(): void {
  let busy = false;
  let told = "";
  held.wavegateMail ??= setInterval(() => {
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
      .catch((error) => note("mail.not-prepared", error instanceof Error ? error.message : String(error)))
      .finally(() => {
        busy = false;
      });
  }, EVERY_MS).unref();
}

function note(event: string, message: string): void {
  const line = { level: "error", event, at: new Date().toISOString(), message };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}
