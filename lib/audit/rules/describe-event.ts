import type { Json, JsonRecord } from "@/lib/kernel/canonical-json";
import { EVENTS, type EventBody } from "../model";

/** "Priya Raman changed workload Tilbury WMS: criticality from support to revenue." */
export function describeEvent(event: EventBody): string {
  const does = Object.hasOwn(EVENTS, event.action) ? knownAction(event.action) : event.action;
  const sentence = `${event.actor.name} ${does} ${event.subject.label}`;
  const changes = describeChanges(event.before, event.after);
  return changes.length > 0 && event.before !== null ? `${sentence}: ${changes.join("; ")}.` : `${sentence}.`;
}

/** The fields that differ, in words: "criticality from support to revenue". */
export function describeChanges(before: JsonRecord | null, after: JsonRecord | null): string[] {
  if (before === null || after === null) return [];
  return Object.keys(after).flatMap((field) => {
    const [was, is] = [shown(before[field] ?? null), shown(after[field] ?? null)];
    return was === is ? [] : [`${inWords(field)} from ${was} to ${is}`];
  });
}

function knownAction(action: string): string {
  for (const [name, event] of Object.entries(EVENTS)) if (name === action) return event.does;
  return action;
}

function inWords(field: string): string {
  return field
    .replace(/(Id|Minutes)$/u, (suffix) => (suffix === "Id" ? "" : " minutes"))
    .replace(/([A-Z])/gu, (letter) => ` ${letter.toLowerCase()}`)
    .replaceAll("_", " ")
    .trim();
}

function shown(value: Json): string {
  if (value === null || value === "") return "nothing";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return value.replaceAll("_", " ");
  return typeof value === "number" ? String(value) : JSON.stringify(value);
}
