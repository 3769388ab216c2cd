import { TREND_NAMES, TREND_TITLES } from "@/components/charts/program-trends";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/page";
import { Rows } from "@/components/ui/sheet-parts";
import type { Trends } from "@/lib/overview/model";
import { trendFinding } from "@/lib/overview/rules/trend-findings";

/** What the charts say, one sentence each, with the way to them. */
export function TrendLines({ trends, base }: { trends: Trends; base: string }) {
  return (
    <Section
      title="Over time"
      id="trends"
      actions={
        <Link className="go" href={`${base}/trends`}>
          All charts
        </Link>
      }
    >
      <Rows dense>
        {TREND_NAMES.map((name) => (
          <li key={name}>
            <Link className="b" href={`${base}/trends#${name}`}>
              {TREND_TITLES[name]}
            </Link>
            <p className="soft">{trendFinding(name, trends)}</p>
          </li>
        ))}
      </Rows>
    </Section>
  );
}
