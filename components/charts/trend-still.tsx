import {
  prepareTrend,
  TREND_FRAME,
  TREND_HEIGHT,
  TREND_WIDTH,
  type TrendChart,
} from "@/components/charts/prepare-trend";
import { TrendHatch } from "@/components/charts/trend-hatch";

/** The chart as it stands on paper and where no script runs. `label` says what it shows, `id` is its own on the page. */
export function TrendStill({ chart, label, id }: { chart: TrendChart; label: string; id: string }) {
  const drawn = prepareTrend(chart);
  return (
    <svg className="trend" viewBox={`0 0 ${TREND_WIDTH} ${TREND_HEIGHT}`} role="img" aria-label={label}>
      <TrendHatch id={id} series={chart.series} />
      {drawn.levels.map(({ y, value }) => (
        <g key={value}>
          <path d={`M${TREND_FRAME.left} ${y}H${TREND_WIDTH - TREND_FRAME.right}`} className="hair" />
          <text x={TREND_FRAME.left - 8} y={y + 4} textAnchor="end">
            {value}
          </text>
        </g>
      ))}
      {drawn.months.map(({ x, name }) => (
        <g key={x}>
          <path d={`M${x} ${drawn.foot}v4`} className="hair" />
          <text x={x} y={drawn.foot + 18} textAnchor={x > TREND_WIDTH - 60 ? "end" : "start"}>
            {name}
          </text>
        </g>
      ))}
      {drawn.areas.map(({ series, path }) => (
        <path
          key={series.key}
          d={path}
          fill={series.hatched ? `url(#${id}-${series.key})` : series.colour}
          stroke={series.colour}
        />
      ))}
      {drawn.unknown.map(({ x, width }) => (
        <g key={x}>
          <rect
            x={x}
            y={TREND_FRAME.top}
            width={width}
            height={drawn.foot - TREND_FRAME.top}
            fill={`url(#${id}-gap)`}
          />
          {width > 60 ? (
            <text x={x + width / 2} y={TREND_FRAME.top + 20} textAnchor="middle" className="halo">
              not known
            </text>
          ) : null}
        </g>
      ))}
      {drawn.lines.map(({ series, path, dots }) => (
        <g key={series.key} className={series.look} style={{ color: series.colour }}>
          <path d={path} />
          {dots.map((dot) => (
            <circle key={dot.x} cx={dot.x} cy={dot.y} r="3" />
          ))}
        </g>
      ))}
      <path d={`M${drawn.todayX} ${TREND_FRAME.top}V${drawn.foot}`} className="today" />
    </svg>
  );
}
