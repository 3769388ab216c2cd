import { formatMoment } from "@/lib/kernel/moments";
import { counted, listed } from "@/lib/kernel/text";
import type { Subject, Violation } from "@/lib/kernel/violations";
import { GATE_KIND_LABELS, WAVE_STATE_LABELS } from "../labels";
import {
  BEFORE_CUTOVER,
  TRANSITIONS,
  type Transition,
  WAVE_STATES,
  type WaveBlocker,
  type WaveState,
} from "../model/states";
import type { NamedCount, StepOption, WaveTransitionFacts } from "../model/step";
import { cutoverFreezes } from "./freezes";
import { guardOf } from "./guards";

/** `now` is the instant of the step; `reason` what the person gives for it (blank counts as none). */
export type Step = { to: WaveState; now: Date; reason: string };

/** Why the wave may not take this step now; empty when it may. */
export function transitionBlockers(facts: WaveTransitionFacts, step: Step): Violation[] {
  const transition = findTransition(facts.state, step.to);
  if (transition === null) return [violation("illegal-step", illegalStep(facts.state, step.to), facts)];
  return transition.blockers.flatMap((code) => judge(code, facts, step));
}

/** What a step changes besides the state. */
export function transitionEffects(
  from: WaveState,
  to: WaveState,
): { attemptsMore: 0 | 1; clearsWindow: boolean } {
  const nextAttempt = from === "rolled_back" && to === "preparing";
  return { attemptsMore: nextAttempt ? 1 : 0, clearsWindow: nextAttempt };
}

/** The steps that the present state allows: forward first, then back, then out. A missing reason is not counted yet. */
export function stepOptions(facts: WaveTransitionFacts, now: Date): StepOption[] {
  const order = { forward: 0, back: 1, out: 2 };
  return TRANSITIONS.filter((transition) => transition.from === facts.state)
    .map((transition) => ({
      to: transition.to,
      direction: directionOf(transition),
      needsReason: needsReason(transition.from, transition.to),
      blockers: transition.blockers
        .filter((code) => code !== "no-reason")
        .flatMap((code) => judge(code, facts, { to: transition.to, now, reason: "" })),
    }))
    .sort((a, b) => order[a.direction] - order[b.direction]);
}

/** Whether a step is refused without words of the person. */
export function needsReason(from: WaveState, to: WaveState): boolean {
  return findTransition(from, to)?.blockers.includes("no-reason") ?? false;
}

/** The step of the table, or null when there is none. */
export function findTransition(from: WaveState, to: WaveState): Transition | null {
  return TRANSITIONS.find((transition) => transition.from === from && transition.to === to) ?? null;
}

function directionOf({ from, to }: Transition): StepOption["direction"] {
  if (to === "cancelled" || to === "rolled_back") return "out";
  if (from === "rolled_back") return "forward";
  return WAVE_STATES.indexOf(to) > WAVE_STATES.indexOf(from) ? "forward" : "back";
}

function judge(code: WaveBlocker, facts: WaveTransitionFacts, step: Step): Violation[] {
  const sentence = sentenceFor(code, facts, step);
  return sentence === null ? [] : [violation(code, sentence, facts)];
}

function sentenceFor(code: WaveBlocker, facts: WaveTransitionFacts, step: Step): string | null {
  switch (code) {
    case "no-workloads":
      return facts.workloads === 0 ? "The wave has no workloads yet." : null;
    case "no-lead":
      return facts.lead === null ? "Nobody leads the wave yet." : null;
    case "no-window":
      return facts.window === null ? "The wave has no window yet." : null;
    case "no-owner":
      return missing(
        facts.withoutOwner,
        "workload has",
        "workloads have",
        "no business or no technical owner",
      );
    case "no-target":
      return missing(facts.withoutTarget, "workload has", "workloads have", "no complete recovery target");
    case "open-items":
      return missing(facts.openItems, "checklist item is", "checklist items are", "open or failed");
    case "gate":
      return gateSentence(facts);
    case "outside-window":
      return windowSentence(facts, step.now);
    case "freeze":
      return cutoverFreezes(facts.window, facts.calendar, step.now);
    case "no-reason":
      return step.reason.trim() === "" ? reasonSentence(step.to) : null;
    case "illegal-step":
      return illegalStep(facts.state, step.to);
  }
}

function gateSentence({ state, gate, gateDemanded, attempt }: WaveTransitionFacts): string | null {
  const kind = guardOf(state);
  if (kind === null || (gate === null && !gateDemanded && kind !== "go_no_go")) return null;
  if (gate === null)
    return `There is no ${GATE_KIND_LABELS[kind].toLowerCase()} gate for attempt ${attempt} yet.`;
  if (gate.holds) return null;
  const why = gate.reasons.length === 0 ? "" : ` ${gate.reasons.join(" ")}`;
  return `The gate “${gate.name}” does not hold.${why}`;
}

function windowSentence(facts: WaveTransitionFacts, now: Date): string | null {
  const { window, exception } = facts;
  if (window === null || exception !== null) return null;
  const asks = "An executive must record an exception with a reason to cut over outside it.";
  if (now < window.startAt) {
    return `The window starts only on ${formatMoment(window.startAt, window.zone)}. ${asks}`;
  }
  return now < window.endAt
    ? null
    : `The window ended on ${formatMoment(window.endAt, window.zone)}. ${asks}`;
}

function reasonSentence(to: WaveState): string {
  if (to === "closed") return "Say in a sentence or two what hypercare found.";
  if (to === "rolled_back") return "Say why the wave is rolled back.";
  if (to === "cancelled") return "Say why the wave is cancelled.";
  return "Say why the wave goes a step back.";
}

function illegalStep(from: WaveState, to: WaveState): string {
  const was = WAVE_STATE_LABELS[from].toLowerCase();
  const is = WAVE_STATE_LABELS[to].toLowerCase();
  const out = to === "cancelled" && !BEFORE_CUTOVER.includes(from);
  return out
    ? `A wave is cancelled only before it cuts over; this one is ${was}.`
    : `A wave that is ${was} cannot become ${is}.`;
}

function missing(found: NamedCount, one: string, many: string, what: string): string | null {
  if (found.count === 0) return null;
  const more = found.count - Math.min(found.names.length, 3);
  const names = [...found.names.slice(0, 3), ...(more > 0 ? [`${more} more`] : [])];
  return `${counted(found.count, one, many)} ${what}: ${listed(names)}.`;
}

function violation(code: WaveBlocker, message: string, facts: WaveTransitionFacts): Violation {
  return { code, message, subject: waveSubject(facts) };
}

/** A wave as the subject of events and refusals. */
export function waveSubject(wave: { waveId: string; number: number; name: string }): Subject {
  return { type: "wave", id: wave.waveId, label: `Wave ${wave.number}, ${wave.name}` };
}
