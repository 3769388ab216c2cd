import type { EventBody } from "@/lib/audit/model";
import { describeEvent } from "@/lib/audit/rules/describe-event";
import type { Json } from "@/lib/kernel/canonical-json";
import { WAVE_STATE_LABELS } from "../labels";
import { WAVE_STATES } from "../model/states";
import { windowSpan } from "./window-words";

/** An event of a wave, its gate or its checklist as its own page tells it: shorter than the audit trail. */
export function describeChange(event: EventBody, zone = "UTC"): string {
  const { name } = event.actor;
  switch (event.action) {
    case "wave.transitioned": {
      const step = `${stateWord(event.before?.state)} → ${stateWord(event.after?.state)}`;
      return `${name} moved the wave ${step}${because(event.after?.reason)}.`;
    }
    case "wave.window-moved":
      return `${name} ${event.before?.starts ? "moved the window to" : "set the window"} ${windowWords(event)}.`;
    case "wave.freeze-excepted":
      return `${name} let the window meet the freeze “${text(event.after?.freeze)}”${because(event.after?.reason)}.`;
    case "wave.rollback-recorded":
      return `${name} recorded what was rolled back of attempt ${event.after?.attempt ?? ""}: ${text(event.after?.extent).toLowerCase()}.`;
    case "wave.workloads-added":
      return `${name} added ${text(event.after?.workloads)}.`;
    case "wave.workloads-removed":
      return `${name} took out ${text(event.after?.workloads)}.`;
    case "checklist.item-settled":
      return `${name} settled “${event.subject.label}” as ${text(event.after?.state ?? event.before?.state).toLowerCase()}${because(event.after?.reason)}.`;
    case "checklist.item-added":
      return `${name} put “${event.subject.label}” on the checklist.`;
    default:
      return describeEvent(event, zone);
  }
}

function stateWord(state: Json | undefined): string {
  const known = WAVE_STATES.find((one) => one === state);
  return known === undefined ? text(state) : WAVE_STATE_LABELS[known];
}

function windowWords({ after }: EventBody): string {
  const [startsAt, endsAt] = [new Date(text(after?.startsAt)), new Date(text(after?.endsAt))];
  const zone = text(after?.starts ?? after?.ends).split(" ")[1] ?? "";
  if (Number.isNaN(startsAt.getTime()) || Number.isNaN(endsAt.getTime()) || zone === "") {
    return [after?.starts, after?.ends]
      .map(text)
      .filter((part) => part !== "")
      .join(" to ");
  }
  return windowSpan({ startAt: startsAt, endAt: endsAt }, zone);
}

function because(reason: Json | undefined): string {
  const said = text(reason).replace(/\.$/, "");
  return said === "" ? "" : `: ${said}`;
}

function text(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}
