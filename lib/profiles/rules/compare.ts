import type { CalendarDate } from "@/lib/kernel/time";
import { METRICS, type MeasurementView, type Metric } from "../model";

/** The targets there are, as text in the unit of the metric; null where none is set. */
export type MetricTargets = Readonly<Partial<Record<Metric, string | null>>>;

export type Against = "meets" | "misses" | "unknown" | "no_target";
export type Course = "better" | "worse" | "same" | "unknown";

/** One metric: as it was before the move, as it is after it, and what both come to. Null is unknown, never zero. */
export type MetricLine = {
  metric: Metric;
  before: MeasurementView | null;
  after: MeasurementView | null;
  target: string | null;
  against: Against;
  course: Course;
};

const HIGHER_IS_BETTER: readonly Metric[] = ["availability_percent", "throughput_per_minute"];

/**
 * Each metric before and after the move. `movedOn` is the day from which on a figure counts as after; null while nothing
 * has moved, and then every figure is one from before. The newest of each side counts.
 */
export function compareMetrics(
  measurements: readonly MeasurementView[],
  targets: MetricTargets,
  movedOn: CalendarDate | null,
): readonly MetricLine[] {
  return METRICS.map((metric) => {
    const own = measurements.filter((one) => one.metric === metric);
    const isAfter = (one: MeasurementView) => movedOn !== null && one.measuredOn >= movedOn;
    const before = newest(own.filter((one) => !isAfter(one)));
    const after = newest(own.filter(isAfter));
    const target = targets[metric] ?? null;
    const counts = after ?? before;
    return {
      metric,
      before,
      after,
      target,
      against: standing(metric, counts, target),
      course: courseOf(metric, before, after),
    };
  });
}

function newest(list: readonly MeasurementView[]): MeasurementView | null {
  return list.reduce<MeasurementView | null>(
    (best, one) => (best === null || isNewer(one, best) ? one : best),
    null,
  );
}

function isNewer(one: MeasurementView, other: MeasurementView): boolean {
  if (one.measuredOn !== other.measuredOn) return one.measuredOn > other.measuredOn;
  return one.recordedAt > other.recordedAt;
}

function standing(metric: Metric, measured: MeasurementView | null, target: string | null): Against {
  if (target === null) return "no_target";
  if (measured === null) return "unknown";
  const [is, wanted] = [Number(measured.value), Number(target)];
  return (HIGHER_IS_BETTER.includes(metric) ? is >= wanted : is <= wanted) ? "meets" : "misses";
}

function courseOf(metric: Metric, before: MeasurementView | null, after: MeasurementView | null): Course {
  if (before === null || after === null || before.unit !== after.unit) return "unknown";
  const [was, is] = [Number(before.value), Number(after.value)];
  if (was === is) return "same";
  return HIGHER_IS_BETTER.includes(metric) === is > was ? "better" : "worse";
}
