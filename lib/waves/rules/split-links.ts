import type { SplitEnd, SplitLink, SplitPlanWave, SplitSpan, SplitStep } from "../model/split";

/** The waves in the order in which they cut over: by their windows; those without one last, by number. Cancelled ones not. */
export function cutoverOrder(waves: readonly SplitPlanWave[]): SplitPlanWave[] {
  return waves
    .filter(({ state }) => state !== "cancelled")
    .sort((a, b) => instant(a) - instant(b) || a.number - b.number);
}

/**
 * For every link whose ends move at different times: from which wave on it leads from the new place to the old, until which
 * wave it does, and for how long. An end in no wave never moves; a link between two such ends, or inside a wave, never splits.
 */
export function splitSpans(waves: readonly SplitPlanWave[], links: readonly SplitLink[]): SplitSpan[] {
  const order = cutoverOrder(waves);
  const places = new Map(order.map((wave, at) => [wave.id, at]));
  const placeOf = ({ waveId }: SplitEnd) =>
    (waveId === null ? undefined : places.get(waveId)) ?? Number.POSITIVE_INFINITY;
  return links.flatMap((link) => {
    const [one, other] = [placeOf(link.dependent), placeOf(link.needed)];
    const from = order[Math.min(one, other)];
    if (one === other || from === undefined) return [];
    const until = order[Math.max(one, other)] ?? null;
    return [{ link, from, until, days: daysBetween(from, until) }];
  });
}

/** What is split right after each wave, in their order. */
export function splitSteps(waves: readonly SplitPlanWave[], spans: readonly SplitSpan[]): SplitStep[] {
  const order = cutoverOrder(waves);
  const places = new Map(order.map((wave, at) => [wave.id, at]));
  return order.map((wave, at) => {
    const across = spans.filter(({ from, until }) => {
      const begins = places.get(from.id) ?? 0;
      const ends = until === null ? Number.POSITIVE_INFINITY : (places.get(until.id) ?? 0);
      return begins <= at && at < ends;
    });
    return {
      wave,
      across,
      synchronous: across.filter(({ link }) => link.kind === "synchronous").length,
      kindUnknown: across.filter(({ link }) => link.kind === null).length,
      forGood: across.filter(({ until }) => until === null).length,
    };
  });
}

function instant({ window }: SplitPlanWave): number {
  return window?.startAt.getTime() ?? Number.MAX_SAFE_INTEGER;
}

/** Days from one cutover to the other; null where one has no date, or never comes. */
function daysBetween(from: SplitPlanWave, until: SplitPlanWave | null): number | null {
  if (from.window === null || until === null || until.window === null) return null;
  return Math.round((until.window.endAt.getTime() - from.window.endAt.getTime()) / 86_400_000);
}
