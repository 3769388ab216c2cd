import "server-only";
import { createTransport } from "nodemailer";
import type { MailSettings, SmtpServer } from "../model";
import { isMailAddress } from "../rules/read-settings";

export type Letter = {
  /** The same on every try: a server that took a mail twice lets readers see it once. */
  messageId: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Where the reader chooses when mail is sent. */
  settings: string;
};

/** `later`: the server or the way to it failed, try again. `refused`: the server will never take this mail. */
export type Sending = { kind: "sent" } | { kind: "later" | "refused"; problem: string };

/** Whatever a server does, a try ends within so many milliseconds. */
const TRY_MS = 60_000;

/** Hands one mail to the SMTP server; `sent` means that it answered 250 to the whole of it. */
export async function sendBySmtp(
  { smtp, from }: Extract<MailSettings, { state: "ready" }>,
  letter: Letter,
): Promise<Sending> {
  if (!isMailAddress(letter.to))
    return { kind: "refused", problem: "The account's address is no mail address." };
  const transport = createTransport({ ...optionsOf(smtp), disableFileAccess: true, disableUrlAccess: true });
  let limit: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    limit = setTimeout(() => reject(new Error("the mail server took too long")), TRY_MS);
  });
  try {
    await Promise.race([transport.sendMail({ from, ...mailOf(letter) }), tooLong]);
    return { kind: "sent" };
  } catch (error) {
    return sendingOf(error);
  } finally {
    clearTimeout(limit);
    transport.close();
  }
}

function mailOf({ to, subject, text, html, messageId, settings }: Letter) {
  const headers = { "Auto-Submitted": "auto-generated", "List-Unsubscribe": `<${settings}>` };
  return { to: { name: "", address: to }, subject, text, html, messageId, headers };
}

function optionsOf({ host, port, secure, auth, requireTls }: SmtpServer) {
  return {
    host,
    port,
    secure,
    requireTLS: requireTls,
    ...(auth === null ? {} : { auth }),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    dnsTimeout: 10_000,
    logger: false,
  };
}

type SmtpError = { code?: unknown; responseCode?: unknown; response?: unknown };

/** A server's own words are kept, never what was sent to it: a login's failure holds no password. */
function sendingOf(error: unknown): Sending {
  const { code, responseCode, response }: SmtpError =
    typeof error === "object" && error !== null ? error : {};
  const said = typeof response === "string" ? `The mail server answered: ${tidy(response)}` : wayFailed(code);
  const permanent = typeof responseCode === "number" && responseCode >= 500 && code !== "EAUTH";
  return { kind: permanent ? "refused" : "later", problem: said };
}

function wayFailed(code: unknown): string {
  return `The mail server could not be reached${typeof code === "string" ? ` (${code})` : ""}.`;
}

function tidy(response: string): string {
  return response.replace(/[\p{Cc}]+/gu, " ").slice(0, 200);
}
