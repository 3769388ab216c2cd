import type { TrendChart } from "@/components/charts/prepare-trend";
import type { Trends } from "@/lib/overview/model";

export const TREND_NAMES = ["live", "risks", "recovery"] as const;
export type TrendName = (typeof TREND_NAMES)[number];

export const TREND_TITLES: Record<TrendName, string> = {
  live: "Workloads live",
  risks: "Risks above appetite",
  recovery: "Recovery coverage",
};

/** What each chart of a program draws, in which order and colour. */
export function trendChart(name: TrendName, trends: Trends): TrendChart {
  switch (name) {
    case "live":
      return liveChart(trends);
    case "risks":
      return risksChart(trends);
    case "recovery":
      return recoveryChart(trends);
    default:
      return name satisfies never;
  }
}

function liveChart({ live, today }: Trends): TrendChart {
  return {
    today,
    series: [
      { key: "planned", name: "Planned", look: "plan", colour: "var(--ink-3)" },
      { key: "live", name: "Live", look: "line", colour: "var(--accent)", missing: { ahead: "not yet" } },
      {
        key: "forecast",
        name: "Forecast",
        look: "dashed",
        colour: "var(--accent)",
        missing: { past: "in the past" },
      },
    ],
    rows: live.map(({ on, live: now, planned, forecast }) => ({
      on,
      values: { planned, live: now, forecast },
    })),
  };
}

function risksChart({ risks, today }: Trends): TrendChart {
  return {
    today,
    series: [
      { key: "above", name: "Above appetite", look: "area", colour: "var(--off-track)" },
      { key: "accepted", name: "Accepted until a date", look: "area", colour: "var(--at-risk)" },
      { key: "unknown", name: "Cannot be judged", look: "area", colour: "var(--unknown)", hatched: true },
    ],
    rows: risks.map(({ on, counts }) => ({
      on,
      values: {
        above: counts?.above ?? null,
        accepted: counts?.accepted ?? null,
        unknown: counts?.unknown ?? null,
      },
    })),
  };
}

function recoveryChart({ recovery, today }: Trends): TrendChart {
  return {
    today,
    series: [
      { key: "met", name: "Proven", look: "area", colour: "var(--on-track)" },
      { key: "stale", name: "Stale", look: "area", colour: "var(--at-risk)" },
      { key: "missed", name: "Missed", look: "area", colour: "var(--off-track)" },
      {
        key: "open",
        name: "Never tested or unknown",
        look: "area",
        colour: "var(--unknown)",
        hatched: true,
      },
    ],
    rows: recovery.map(({ on, counts }) => ({
      on,
      values: {
        met: counts?.met ?? null,
        stale: counts?.stale ?? null,
        missed: counts?.missed ?? null,
        open: counts === null ? null : counts.never_tested + counts.unknown,
      },
    })),
  };
}
