import type { Json, JsonRecord } from "@/lib/kernel/canonical-json";
import { formatCount } from "@/lib/kernel/text";
import { EVENTS, type EventBody } from "../model";

/** "Priya Raman changed workload Tilbury WMS: criticality from support to revenue." */
export function describeEvent(event: EventBody): string {
  const does = Object.hasOwn(EVENTS, event.action) ? knownAction(event.action) : event.action;
  const sentence = `${event.actor.name} ${onto(does, event.subject.label)}`;
  const changes = describeChanges(event.before, event.after);
  return changes.length > 0 && event.before !== null ? `${sentence}: ${changes.join("; ")}.` : `${sentence}.`;
}

/** "changed wave" and "Wave 3, EDI" name the wave once. */
function onto(does: string, label: string): string {
  const last = does.slice(does.lastIndexOf(" ") + 1);
  const named = label.toLowerCase().startsWith(`${last.toLowerCase()} `);
  return named ? `${does.slice(0, -last.length)}${last}${label.slice(last.length)}` : `${does} ${label}`;
}

/** The fields that differ, in words: "criticality from support to revenue". An identity beside its name stays unsaid. */
export function describeChanges(before: JsonRecord | null, after: JsonRecord | null): string[] {
  if (before === null || after === null) return [];
  return Object.keys(after).flatMap((field) => {
    if (field.endsWith("Id") && Object.hasOwn(after, field.slice(0, -2))) return [];
    const [was, is] = [shown(before[field] ?? null), shown(after[field] ?? null)];
    return was === is ? [] : [`${inWords(field)} from ${was} to ${is}`];
  });
}

function knownAction(action: string): string {
  for (const [name, event] of Object.entries(EVENTS)) if (name === action) return event.does;
  return action;
}

/** What the end of a field's name says in words: its unit, or nothing. */
const ENDINGS = [
  ["Id", ""],
  ["Minutes", " minutes"],
  ["Gb", " in GB"],
  ["Ms", " in ms"],
] as const;

function inWords(field: string): string {
  const [ending, words] = ENDINGS.find(([end]) => field.endsWith(end)) ?? ["", ""];
  const name = field
    .slice(0, field.length - ending.length)
    .replace(/([A-Z])/gu, (letter) => ` ${letter.toLowerCase()}`)
    .replaceAll("_", " ")
    .trim();
  return `${name}${words}`;
}

function shown(value: Json): string {
  if (value === null || value === "") return "nothing";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return isProse(value) ? `“${value}”` : value.replaceAll("_", " ");
  return typeof value === "number" ? formatCount(value) : JSON.stringify(value);
}

/** What somebody wrote, other than a name or a word of a list: it stands in quotes and as it is. */
function isProse(value: string): boolean {
  return /[.!?]$|\n/u.test(value);
}
