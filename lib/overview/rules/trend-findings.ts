import { formatDate } from "@/lib/kernel/moments";
import { counted, formatCount } from "@/lib/kernel/text";
import { addDays, type CalendarDate, daysBetween } from "@/lib/kernel/time";
import type { CoveragePoint, LiveForecast, LivePoint, RiskPoint, Trends } from "../model";

/** So far back the present is compared with. */
const BACK_DAYS = 28;

/** What a chart of the program says, in one sentence made from its numbers. */
export function trendFinding(name: "live" | "risks" | "recovery", trends: Trends): string {
  switch (name) {
    case "live":
      return liveFinding(trends);
    case "risks":
      return risksFinding(trends);
    case "recovery":
      return recoveryFinding(trends);
    default:
      return name satisfies never;
  }
}

/** Live against plan today and when the last one follows, in one sentence. */
function liveFinding({ live: points, today, forecast, planEnd }: Trends): string {
  const now = points.find((point) => point.on === today);
  if (now === undefined || now.live === null || now.total === null || now.total === 0)
    return "No workload is recorded yet, so nothing can be said.";
  return `${formatCount(now.live)} of ${counted(now.total, "workload")} ${now.live === 1 ? "is" : "are"} live, ${againstPlan(now)}; ${finishWords(forecast, planEnd)}.`;
}

/** Risks above appetite today against four weeks ago, in one sentence. */
function risksFinding({ risks: points, today }: Trends): string {
  const now = points.find((point) => point.on === today)?.counts ?? null;
  if (now === null) return "No risk is recorded yet, so nothing can be said.";
  const before = pointBefore(points, today);
  const what = `${now.above === 0 ? "No open risk stands" : risks(now.above)} above appetite`;
  const change = before?.counts ? `, ${moved(now.above - before.counts.above, before.on)}` : "";
  const accepted =
    now.accepted === 0
      ? ""
      : `; ${formatCount(now.accepted)} more ${now.accepted === 1 ? "is" : "are"} accepted`;
  const unknown = now.unknown === 0 ? "" : `; ${formatCount(now.unknown)} cannot be judged`;
  return `${what}${change}${accepted}${unknown}.`;
}

/** Workloads proven recoverable today against four weeks ago, in one sentence. */
function recoveryFinding({ recovery: points, today }: Trends): string {
  const now = points.find((point) => point.on === today)?.counts ?? null;
  if (now === null) return "No drill is recorded yet, so nothing is proven.";
  const total = now.met + now.missed + now.stale + now.never_tested + now.unknown;
  const before = pointBefore(points, today);
  const change = before?.counts ? `, ${moved(now.met - before.counts.met, before.on)}` : "";
  const open = now.never_tested + now.unknown;
  return `${formatCount(now.met)} of ${counted(total, "workload")} ${now.met === 1 ? "is" : "are"} proven recoverable${change}; ${formatCount(now.missed)} missed, ${formatCount(now.stale)} stale, ${formatCount(open)} not known.`;
}

function risks(count: number): string {
  return `${counted(count, "open risk")} ${count === 1 ? "stands" : "stand"}`;
}

function againstPlan({ live, planned }: LivePoint): string {
  if (live === null || planned === null) return "the plan is not known";
  if (live === planned) return "as planned";
  const apart = Math.abs(planned - live);
  return `${formatCount(apart)} ${live < planned ? "fewer" : "more"} than planned by now`;
}

function finishWords(forecast: LiveForecast, planEnd: CalendarDate | null): string {
  if (forecast.kind === "done") return "everything that is in a wave is live";
  if (forecast.kind === "unknown") return `when the last one follows is not known: ${forecast.why}`;
  const words = `the last of the waves follows on ${formatDate(forecast.finishOn)}`;
  if (planEnd === null) return words;
  const days = daysBetween(planEnd, forecast.finishOn);
  if (days === 0) return `${words}, as planned`;
  return `${words}, ${counted(Math.abs(days), "day")} ${days > 0 ? "after" : "before"} the plan`;
}

function pointBefore<Point extends RiskPoint | CoveragePoint>(
  points: readonly Point[],
  today: CalendarDate,
): Point | null {
  const until = addDays(today, -BACK_DAYS);
  return points.findLast((point) => point.on <= until) ?? null;
}

function moved(by: number, since: CalendarDate): string {
  const then = `on ${formatDate(since)}`;
  if (by === 0) return `as many as ${then}`;
  return `${formatCount(Math.abs(by))} ${by > 0 ? "more" : "fewer"} than ${then}`;
}
