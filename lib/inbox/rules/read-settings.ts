import type { MailSettings, SmtpServer } from "../model";

type Given = { SMTP_URL: string; MAIL_FROM: string; WAVEGATE_URL: string };

/** What the environment says of mail. No sentence repeats a value: an address of a server may hold a password. */
export function readMailSettings(given: Given): MailSettings {
  const names = ["SMTP_URL", "MAIL_FROM", "WAVEGATE_URL"] as const;
  const missing = names.filter((name) => given[name].trim() === "");
  if (missing.length > 0) return { state: "missing", missing };
  const smtp = smtpServer(given.SMTP_URL);
  if (smtp === null)
    return wrong("SMTP_URL is no address such as smtps://user:password@mail.example.com:465.");
  if (!isSender(given.MAIL_FROM))
    return wrong("MAIL_FROM is no sender such as Wavegate <wavegate@example.com>.");
  const base = webAddress(given.WAVEGATE_URL);
  if (base === null) return wrong("WAVEGATE_URL is no address such as https://wavegate.example.com.");
  return { state: "ready", smtp, from: given.MAIL_FROM.trim(), base };
}

/** Whether a text is one bare address, safe to stand in a header and in an envelope. */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && ADDRESS.test(text);
}

/** A text as one line of a header: control characters and line ends become blanks; at most 200 characters. */
export function headerText(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
  return line.length <= 200 ? line : `${line.slice(0, 199)}…`;
}

const ADDRESS = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9-]*\.)*[a-z0-9-]*[a-z0-9]$/i;

function isSender(text: string): boolean {
  const named = /^[^\p{Cc}<>",;:@\\]{1,80} <([^<>\s]+)>$/u.exec(text.trim());
  return isMailAddress(named?.[1] ?? text.trim());
}

function smtpServer(text: string): SmtpServer | null {
  const url = parsed(text);
  if (url === null || !["smtp:", "smtps:"].includes(url.protocol) || url.hostname === "") return null;
  const secure = url.protocol === "smtps:";
  const auth = credentials(url);
  const local = ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
  return {
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: url.port === "" ? (secure ? 465 : 587) : Number(url.port),
    secure,
    auth: auth === "none" ? null : auth,
    // a password and what a program decides do not cross a network in the clear
    requireTls: !secure && !local,
  };
}

function credentials({ username, password }: URL): { user: string; pass: string } | "none" {
  if (username === "") return "none";
  return { user: decoded(username), pass: decoded(password) };
}

function webAddress(text: string): URL | null {
  const url = parsed(text);
  if (url === null || !["http:", "https:"].includes(url.protocol)) return null;
  return url.username === "" && url.search === "" && url.hash === "" ? url : null;
}

function parsed(text: string): URL | null {
  return URL.canParse(text.trim()) ? new URL(text.trim()) : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function wrong(problem: string): MailSettings {
  return { state: "wrong", problem };
}
