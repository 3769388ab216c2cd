import type { RecordedEvent } from "@/lib/audit/model";
import type { CalendarDate } from "@/lib/kernel/time";
import type { MailWhen } from "@/prisma/generated/client/enums";

export const INBOX_KINDS = ["action", "changed", "late"] as const;
/** The three parts of an inbox: what asks for an act, what changed on what one owns, what should have been done. */
export type InboxKind = (typeof INBOX_KINDS)[number];

/**
 * Something that waits for a person, derived and never stored. `key` stays the same as long as it is the same thing to do;
 * `href` begins below the address of the program. Due at an instant, on a day of the program, or neither.
 */
export type WaitingItem = {
  key: string;
  title: string;
  detail: string;
  href: string;
  /** What one does there: "Read and decide". */
  verb: string;
  dueAt: Date | null;
  dueOn: CalendarDate | null;
  /** It ended by itself at `dueAt` or `dueOn`, rather than being due then. */
  ended: boolean;
};

export type Waiting = { action: readonly WaitingItem[]; late: readonly WaitingItem[] };

export const CHANGED_TYPES = ["workload", "risk", "wave", "gate"] as const;
export type ChangedType = (typeof CHANGED_TYPES)[number];

/** One recorded change of something that a person owns, leads or signs. */
export type OwnedChange = {
  event: RecordedEvent;
  unread: boolean;
  type: ChangedType;
  id: string;
  /** What it is called now, and where it stands below the address of the program. */
  label: string;
  href: string;
  /** Why it concerns the person: "you own it". */
  why: string;
};

/** The changes of one subject, the newest first. */
export type ChangedGroup = Pick<OwnedChange, "type" | "id" | "label" | "href" | "why"> & {
  changes: readonly OwnedChange[];
  unread: number;
  /** Up to which event of the chain this group reads. */
  upTo: number;
};

export type { MailWhen };
export const MAIL_WHENS = ["immediately", "daily", "never"] as const satisfies readonly MailWhen[];

/** When a person gets mail about each part of the inbox; `hour` (0 to 23) of their own zone is the digest's. */
export type MailPreferences = Record<InboxKind, MailWhen> & { hour: number };

export const DEFAULT_PREFERENCES: MailPreferences = {
  action: "immediately",
  changed: "daily",
  late: "daily",
  hour: 8,
};

/** What a mail tells. */
export type MailContent = Waiting & { changed: readonly ChangedGroup[] };

/** How mail leaves this installation; otherwise which settings are missing, or what is wrong with one. */
export type MailSettings =
  | { state: "ready"; smtp: SmtpServer; from: string; base: URL }
  | { state: "missing"; missing: readonly string[] }
  | { state: "wrong"; problem: string };

export type SmtpServer = {
  host: string;
  port: number;
  /** TLS from the first byte, as on port 465. */
  secure: boolean;
  auth: { user: string; pass: string } | null;
  /** Refuse to go on without STARTTLS. */
  requireTls: boolean;
};

/** A mail that was given up. */
export type UndeliveredMail = {
  id: string;
  to: string;
  subject: string;
  attempts: number;
  problem: string;
  createdAt: Date;
  /** What it said is not kept any more, so it cannot be sent again. */
  cleared: boolean;
};

/** A member to whom mail could not be written, how often in a row, and when it is tried again. */
export type UnwrittenMail = { userId: string; to: string; failures: number; problem: string; retryAt: Date };
