"use client";

import { useId } from "react";
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceArea,
  ReferenceLine,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import {
  TREND_FRAME,
  type TrendChart,
  type TrendSeries,
  trendScales,
  unknownSpans,
} from "@/components/charts/prepare-trend";
import { dayNumber, monthStarts } from "@/components/charts/time-scale";
import { TrendHatch } from "@/components/charts/trend-hatch";

/** The chart drawn by Recharts: the numbers of a day under the pointer or the arrow keys. Decides nothing. */
export default function TrendDrawn({ chart, label }: { chart: TrendChart; label: string }) {
  const id = useId();
  const { first, last, ticks, top } = trendScales(chart);
  const months = monthStarts(first, last).filter(({ on }) => dayNumber(on) >= first);
  const names = new Map(months.map(({ on, name }) => [dayNumber(on), name]));
  const isWide = (from: string, to: string) => (dayNumber(to) - dayNumber(from)) / (last - first) > 0.2;
  const { left, ...margin } = TREND_FRAME;
  return (
    <div className="trend-drawn not-print">
      <ComposedChart
        responsive
        data={chart.rows.map(({ on, values }) => ({ day: dayNumber(on), ...values }))}
        margin={{ ...margin, bottom: 0, left: 0 }}
        style={{ width: "100%", aspectRatio: "3 / 1" }}
        title={label}
      >
        <TrendHatch id={id} series={chart.series} />
        <CartesianGrid vertical={false} stroke="var(--hair)" />
        <XAxis
          dataKey="day"
          type="number"
          domain={[first, last]}
          ticks={[...names.keys()]}
          tickFormatter={(day: number) => names.get(day) ?? ""}
          height={26}
        />
        <YAxis domain={[0, top]} ticks={ticks} width={left} allowDecimals={false} />
        <Tooltip labelFormatter={(day) => wordOf(Number(day))} isAnimationActive={false} />
        {unknownSpans(chart).map(({ from, to }) => (
          <ReferenceArea
            key={from}
            x1={dayNumber(from)}
            x2={dayNumber(to)}
            fill={`url(#${id}-gap)`}
            label={isWide(from, to) ? { value: "not known", position: "insideTop" } : undefined}
          />
        ))}
        {chart.series.map((series) => drawnSeries(series, id))}
        <ReferenceLine x={dayNumber(chart.today)} stroke="var(--ink)" />
      </ComposedChart>
    </div>
  );
}

const DASHES: Partial<Record<TrendSeries["look"], string>> = { plan: "2 3", dashed: "7 4" };

function drawnSeries({ key, name, look, colour, hatched }: TrendSeries, id: string) {
  const shared = { dataKey: key, name, stroke: colour, type: "linear" as const, isAnimationActive: false };
  if (look === "area") {
    const fill = hatched ? `url(#${id}-${key})` : colour;
    return <Area key={key} {...shared} stackId="all" fill={fill} fillOpacity={1} activeDot={false} />;
  }
  return (
    <Line
      key={key}
      {...shared}
      dot={false}
      strokeWidth={look === "plan" ? 1.5 : 2.5}
      strokeDasharray={DASHES[look]}
    />
  );
}

function wordOf(day: number): string {
  return new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  }).format(day * 86_400_000);
}
