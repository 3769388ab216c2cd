import type { Json, JsonRecord } from "@/lib/kernel/canonical-json";
import { formatMinutes } from "@/lib/kernel/minutes";
import { formatDate, formatMoment } from "@/lib/kernel/moments";
import { formatCount, listed } from "@/lib/kernel/text";
import { EVENTS, type EventBody } from "../model";

/** "Priya Raman changed workload Tilbury WMS: criticality from support to revenue." Moments stand in the zone. */
export function describeEvent(event: EventBody, zone = "UTC"): string {
  const does = Object.hasOwn(EVENTS, event.action) ? knownAction(event.action) : event.action;
  const sentence = `${event.actor.name} ${onto(does, event.subject.label)}`;
  const told = event.before === null ? figureTold(event) : describeChanges(event.before, event.after, zone);
  return ended(told.length > 0 ? `${sentence}: ${told.join("; ")}` : sentence);
}

/** One full stop, also after prose that brought its own. */
function ended(sentence: string): string {
  return /[.!?]”$/u.test(sentence) ? sentence : `${sentence}.`;
}

/** What was measured and how much, or how a drill ended; nothing where the event tells of neither. */
function figureTold({ action, after }: EventBody): string[] {
  const { metric, value, kind } = after ?? {};
  if (action === "drill.recorded" && typeof kind === "string") return [drillTold(kind, after ?? {})];
  return typeof metric === "string" && typeof value === "string" ? [`${metric.toLowerCase()} ${value}`] : [];
}

/** "changed wave" and "Wave 3, EDI" name the wave once. */
function onto(does: string, label: string): string {
  const last = does.slice(does.lastIndexOf(" ") + 1);
  const named = label.toLowerCase().startsWith(`${last.toLowerCase()} `);
  return named ? `${does.slice(0, -last.length)}${last}${label.slice(last.length)}` : `${does} ${label}`;
}

/** "restore, back in 52 min, 4 min lost"; what was not measured stays unsaid. */
function drillTold(kind: string, { provenRtoMinutes: back, provenRpoMinutes: lost }: JsonRecord): string {
  return [
    kind.replaceAll("_", " "),
    ...(typeof back === "number" ? [`back in ${formatMinutes(back)}`] : []),
    ...(typeof lost === "number" ? [`${formatMinutes(lost)} lost`] : []),
  ].join(", ");
}

/** The fields that differ, in words: "criticality from support to revenue". An identity beside its name stays unsaid. */
export function describeChanges(before: JsonRecord | null, after: JsonRecord | null, zone = "UTC"): string[] {
  if (before === null || after === null) return [];
  return Object.keys(after).flatMap((field) => {
    if (field.endsWith("Id") && Object.hasOwn(after, field.slice(0, -2))) return [];
    const [was, is] = [before, after].map((side) => shown(side[field] ?? null, field, zone));
    if (was === is) return [];
    const name = field === "withdrawnReason" ? "reason" : inWords(field);
    const isNewProse = was === "nothing" && is?.startsWith("“") === true;
    return [isNewProse ? `${name} ${is}` : `${name} from ${was} to ${is}`];
  });
}

function knownAction(action: string): string {
  for (const [name, event] of Object.entries(EVENTS)) if (name === action) return event.does;
  return action;
}

/** What the end of a field's name says in words: its unit, or nothing where the value says it. */
const ENDINGS = [
  ["Id", ""],
  ["Minutes", ""],
  ["Gb", " in GB"],
  ["Ms", " in ms"],
] as const;

function inWords(field: string): string {
  const [ending, words] = ENDINGS.find(([end]) => field.endsWith(end)) ?? ["", ""];
  const name = field
    .slice(0, field.length - ending.length)
    .replace(/([A-Z])/gu, (letter) => ` ${letter.toLowerCase()}`)
    .replaceAll("_", " ")
    .replace(/\b(rto|rpo)\b/gu, (short) => short.toUpperCase())
    .trim();
  return `${name}${words}`;
}

function shown(value: Json, field: string, zone: string): string {
  if (value === null || value === "") return "nothing";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return textShown(value, zone);
  if (typeof value === "number") return field.endsWith("Minutes") ? formatMinutes(value) : formatCount(value);
  if (Array.isArray(value))
    return value.length === 0 ? "nothing" : listed(value.map((one) => shown(one, field, zone)));
  const parts = Object.entries(value);
  if (parts.length === 0) return "nothing";
  return parts.map(([part, held]) => `${inWords(part)} ${shown(held ?? null, part, zone)}`).join(", ");
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z$/u;
const DATE = /^\d{4}-\d{2}-\d{2}$/u;

/** A moment and a day as people write them, prose in quotes, a word of a list without underscores. */
function textShown(value: string, zone: string): string {
  if (INSTANT.test(value)) return formatMoment(new Date(value), zone);
  if (DATE.test(value)) return formatDate(value);
  return isProse(value) ? `“${value}”` : value.replaceAll("_", " ");
}

/** What somebody wrote, other than a name or a word of a list: it stands in quotes and as it is. */
function isProse(value: string): boolean {
  return /[.!?]$|\n/u.test(value);
}
