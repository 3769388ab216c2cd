import { type TrendChart, trendCell } from "@/components/charts/prepare-trend";
import { TrendDoor } from "@/components/charts/trend-door";
import { TrendKey } from "@/components/charts/trend-key";
import { TrendStill } from "@/components/charts/trend-still";
import { Section } from "@/components/ui/page";
import { Heads, Tbl } from "@/components/ui/table";
import { formatDate } from "@/lib/kernel/moments";
import { formatCount } from "@/lib/kernel/text";

type Props = {
  id: string;
  title: string;
  /** One sentence that says what the chart shows. */
  finding: string;
  chart: TrendChart;
  csvHref: string;
  /** How the numbers are made. */
  made: string;
};

/** A chart with its sentence, its key, its table and its file; drawn on the server, and again by Recharts where script runs. */
export function TrendFigure({ id, title, finding, chart, csvHref, made }: Props) {
  return (
    <Section
      id={id}
      title={title}
      finding={finding}
      actions={
        <a className="go not-print" href={csvHref} download aria-label={`${title} as CSV`}>
          CSV
        </a>
      }
    >
      <div className="trend-with">
        {chart.rows.length === 0 ? (
          <p className="soft">There is nothing to draw yet.</p>
        ) : (
          <figure className="trend-fig">
            <TrendStill chart={chart} label={`${title}. ${finding}`} id={`${id}-still`} />
            <TrendDoor chart={chart} label={title} />
            <figcaption>
              <TrendKey chart={chart} id={id} />
            </figcaption>
          </figure>
        )}
        <div>
          {chart.rows.length === 0 ? null : (
            <details className="not-print trend-twin">
              <summary>{`${title} as a table`}</summary>
              <Twin title={title} chart={chart} />
            </details>
          )}
          <p className="soft dense trend-made">{made}</p>
        </div>
      </div>
    </Section>
  );
}

function Twin({ title, chart }: { title: string; chart: TrendChart }) {
  return (
    <Tbl caption={`${title}, day by day`} stack="plain">
      <Heads of={["Day", ...chart.series.map(({ name }) => name)]} />
      <tbody>
        {chart.rows.map((row) => (
          <tr key={row.on}>
            <th scope="row">
              {row.on === chart.today ? `${formatDate(row.on)}, today` : formatDate(row.on)}
            </th>
            {chart.series.map((series) => {
              const cell = trendCell(series, row, chart.today);
              return (
                <td key={series.key} data-l={`${series.name}:`}>
                  {typeof cell === "number" ? formatCount(cell) : <span className="mute">{cell}</span>}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </Tbl>
  );
}
