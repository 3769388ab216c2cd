import { describeEvent } from "@/lib/audit/rules/describe-event";
import { formatDate, formatMoment } from "@/lib/kernel/moments";
import { counted } from "@/lib/kernel/text";
import { KIND_LABELS } from "../labels";
import type { ChangedGroup, MailContent, WaitingItem } from "../model";
import { headerText } from "./read-settings";

export type Reader = { name: string; zone: string; program: { name: string; slug: string }; base: URL };
export type WrittenMail = { subject: string; text: string; html: string };

/** One thing told: what, more of it, and where it is. */
type Entry = { title: string; lines: readonly string[]; link: string };
type Part = { title: string; entries: readonly Entry[] };

/** So many changes of one subject are written out; the inbox has the others. */
const MOST_CHANGES = 5;
/** So many entries of one part; the inbox has the others. */
const MOST_ENTRIES = 25;

/**
 * A mail as plain text and as simple HTML that says the same: no picture, no style sheet, nothing that tells whether it was
 * read. Every link leads to the product's own address.
 */
export function writeMail(content: MailContent, reader: Reader): WrittenMail {
  const link = linkFor(reader);
  const parts: Part[] = [
    { title: KIND_LABELS.late, entries: content.late.map((item) => entryOf(item, reader, link)) },
    { title: KIND_LABELS.action, entries: content.action.map((item) => entryOf(item, reader, link)) },
    { title: KIND_LABELS.changed, entries: content.changed.map((group) => changesOf(group, reader, link)) },
  ].filter(({ entries }) => entries.length > 0);
  const foot = {
    inbox: link("/inbox"),
    why: `You get this as a member of ${reader.program.name}. Choose when mail is sent to you, or never:`,
    settings: link("/inbox/settings"),
  };
  return {
    subject: headerText(`${reader.program.name}: ${summary(content)}`),
    text: asText(parts, foot, reader.name),
    html: asHtml(parts, foot, reader.name),
  };
}

/** Where a person's mail may be chosen; also for the header of the mail. */
export function settingsLink(reader: Pick<Reader, "base" | "program">): string {
  return linkFor(reader)("/inbox/settings");
}

function summary({ action, late, changed }: MailContent): string {
  const changes = changed.reduce((sum, group) => sum + group.changes.length, 0);
  const words = [
    late.length > 0 ? `${late.length} late` : null,
    action.length > 0 ? `${action.length} for you to do` : null,
    changes > 0 ? counted(changes, "change") : null,
  ];
  return words.filter((word) => word !== null).join(", ");
}

function linkFor({ base, program }: Pick<Reader, "base" | "program">): (path: string) => string {
  const prefix = base.pathname.replace(/\/$/, "");
  return (path) => {
    const url = new URL(`${prefix}/p/${encodeURIComponent(program.slug)}${path}`, base.origin);
    if (url.origin !== base.origin) throw new Error("a mail links to the product alone");
    return url.href;
  };
}

function entryOf(item: WaitingItem, { zone }: Reader, link: (path: string) => string): Entry {
  const due = item.dueAt === null ? null : formatMoment(item.dueAt, zone);
  const when = due ?? (item.dueOn === null ? null : formatDate(item.dueOn));
  return {
    title: item.title,
    lines: [item.detail, ...(when === null ? [] : [`${item.ended ? "Ended" : "Due"} ${when}`])],
    link: link(item.href),
  };
}

function changesOf(group: ChangedGroup, { zone }: Reader, link: (path: string) => string): Entry {
  const shown = group.changes.slice(0, MOST_CHANGES);
  const more = group.changes.length - shown.length;
  return {
    title: `${group.label} (${group.why})`,
    lines: [
      ...shown.map(
        ({ event }) => `${describeEvent(event.body, zone)} ${formatMoment(event.occurredAt, zone)}`,
      ),
      ...(more > 0 ? [`And ${counted(more, "earlier change")}.`] : []),
    ],
    link: link(group.href),
  };
}

type Foot = { inbox: string; why: string; settings: string };

function asText(parts: readonly Part[], foot: Foot, name: string): string {
  const written = parts.map(({ title, entries }) => {
    const shown = entries
      .slice(0, MOST_ENTRIES)
      .map(({ title, lines, link }) =>
        [`* ${oneLine(title)}`, ...lines.map((line) => `  ${oneLine(line)}`), `  ${link}`].join("\n"),
      );
    return [title, "", ...shown, ...moreOf(entries)].join("\n");
  });
  return `${[`Hello ${oneLine(name)},`, ...written, `Your inbox: ${foot.inbox}`, `${oneLine(foot.why)}\n${foot.settings}`].join("\n\n")}\n`;
}

function asHtml(parts: readonly Part[], foot: Foot, name: string): string {
  const written = parts.map(({ title, entries }) => {
    const shown = entries.slice(0, MOST_ENTRIES).map(({ title, lines, link }) => {
      const below = lines.map((line) => `<br>${escaped(line)}`).join("");
      return `<li><p><a href="${escaped(link)}">${escaped(title)}</a>${below}</p></li>`;
    });
    const more = moreOf(entries).map((line) => `<p>${escaped(line)}</p>`);
    return `<h2>${escaped(title)}</h2><ul>${shown.join("")}</ul>${more.join("")}`;
  });
  const end = `<p><a href="${escaped(foot.inbox)}">Your inbox</a></p><p>${escaped(foot.why)} <a href="${escaped(foot.settings)}">when you get mail</a></p>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Wavegate</title></head><body><p>Hello ${escaped(name)},</p>${written.join("")}${end}</body></html>`;
}

function moreOf(entries: readonly Entry[]): string[] {
  const more = entries.length - MOST_ENTRIES;
  return more > 0 ? [`And ${more} more in your inbox.`] : [];
}

/** What people wrote stays within its line: no text of theirs looks like a part of the mail. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
}

function escaped(text: string): string {
  const signs: Record<string, string> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return oneLine(text).replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}
