import type { TrendChart, TrendSeries } from "@/components/charts/prepare-trend";
import { TrendHatch } from "@/components/charts/trend-hatch";

/** What the lines and fills of a chart mean. `id` is its own on the page. */
export function TrendKey({ chart, id }: { chart: TrendChart; id: string }) {
  return (
    <p className="key">
      {chart.series.map((series) => (
        <span key={series.key}>
          <svg className="trend-sign" viewBox="0 0 24 12" aria-hidden="true">
            <TrendHatch id={`${id}-key-${series.key}`} series={[series]} />
            <Sign series={series} id={`${id}-key-${series.key}`} />
          </svg>
          {series.name}
        </span>
      ))}
      <span>
        <svg className="trend-sign" viewBox="0 0 24 12" aria-hidden="true">
          <path d="M12 0V12" className="today" />
        </svg>
        today
      </span>
    </p>
  );
}

function Sign({ series: { key, look, colour, hatched }, id }: { series: TrendSeries; id: string }) {
  if (look === "area") {
    const fill = hatched ? `url(#${id}-${key})` : colour;
    return <rect x="1" y="1" width="22" height="10" fill={fill} stroke={colour} />;
  }
  return (
    <g className={look} style={{ color: colour }}>
      <path d="M0 6H24" />
    </g>
  );
}
