import { PERIOD_KIND_LABELS, scopeWord } from "../labels";
import type { Occurrence, Period, PeriodScope } from "../model";
import { meets, occurrencesIn } from "./meetings";

/** What freezes leave of a preferred time: `whole` when nothing of it is left for anybody it is about. */
export type Overruling = { whole: boolean; by: readonly Occurrence[] };

/** The freezes that overrule a preferred time; null for one that stands, and for what is no preferred period. */
export function overruling(one: Occurrence, freezes: readonly Occurrence[]): Overruling | null {
  if (one.period.kind !== "preferred") return null;
  const by = freezes.filter(
    (freeze) =>
      freeze.period.kind === "freeze" &&
      meets(freeze, one) &&
      concerns(freeze.period.scope, one.period.scope),
  );
  if (by.length === 0) return null;
  const whole = by.some(
    (freeze) =>
      freeze.startAt <= one.startAt &&
      one.endAt <= freeze.endAt &&
      covers(freeze.period.scope, one.period.scope),
  );
  return { whole, by };
}

/** The freezes that may overrule what is listed from `from` on. */
export function freezesBeside(
  periods: readonly Period[],
  listed: readonly Occurrence[],
  from: Date,
): Occurrence[] {
  const last = Math.max(from.getTime(), ...listed.map(({ endAt }) => endAt.getTime()));
  const freezes = periods.filter(({ kind }) => kind === "freeze");
  return occurrencesIn(freezes, { startAt: from, endAt: new Date(last) });
}

/** "overruled" and "by the freeze Christmas peak", "partly overruled" and "by the freeze Stock count (Venlo)" */
export function overrulingWords({ whole, by }: Overruling): { word: string; by: string } {
  const names = by.map(({ period }) =>
    period.scope.of === "program" ? period.title : `${period.title} (${scopeWord(period.scope)})`,
  );
  const told = [...new Set(names)];
  const freezes = told.length === 1 ? "the freeze" : "the freezes";
  return { word: whole ? "overruled" : "partly overruled", by: `by ${freezes} ${told.join(", ")}` };
}

/** "Freeze", "Preferred", "Preferred, overruled by the freeze Christmas peak": what it is, in one cell. */
export function kindWords(one: Occurrence, freezes: readonly Occurrence[]): string {
  const overruled = overruling(one, freezes);
  const word = PERIOD_KIND_LABELS[one.period.kind];
  if (overruled === null) return word;
  const { word: how, by } = overrulingWords(overruled);
  return `${word}, ${how} ${by}`;
}

/** A site's or a workload's freeze takes a part of what is preferred for the whole program; others have nothing in common. */
function concerns(freeze: PeriodScope, preferred: PeriodScope): boolean {
  return preferred.of === "program" || covers(freeze, preferred);
}

function covers(freeze: PeriodScope, preferred: PeriodScope): boolean {
  if (freeze.of === "program") return true;
  return preferred.of !== "program" && freeze.of === preferred.of && freeze.id === preferred.id;
}
