import { type MapNames, prepareRiskMap, type RiskCell } from "@/components/charts/prepare-risk-map";
import { Link } from "@/components/ui/link";
import { Shape } from "@/components/ui/status";

export type RiskMapProps = MapNames & {
  cells: readonly RiskCell[];
  /** "Tue 12 Jan 2027, 14:40 GMT" */
  asOf: string;
  /** "Current risk" */
  caption?: string;
  /** Risks without a score: counted apart, never in a cell. */
  unknown?: { count: number; href: string };
  /** Risks whose score is of an older scale than the one in use: counted apart, never in a cell. */
  older?: { count: number; href: string; scale: number };
  /** The date movement is counted from: "5 Jan". */
  since?: string;
};

/** Likelihood by impact as a table; every cell is a link to its risks. */
export function RiskMap({
  cells,
  likelihoods,
  impacts,
  asOf,
  caption = "Risk",
  unknown,
  older,
  since,
}: RiskMapProps) {
  const moved = since ? `, movement since ${since}` : "";
  return (
    <div>
      <table className="map">
        <caption className="vh">{`${caption} by likelihood and impact, as of ${asOf}${moved}`}</caption>
        <colgroup>
          <col className="h" />
          <col span={5} />
        </colgroup>
        <LikelihoodHead names={likelihoods} />
        <tbody>
          {prepareRiskMap(cells, { likelihoods, impacts }).map((row) => (
            <tr key={row.impact}>
              <th scope="row">
                <b>{row.impact === 5 ? "Impact 5" : row.impact}</b>
                {row.name}
              </th>
              {row.cells.map((cell) => (
                <td key={cell.key} className={cell.className}>
                  <Link href={cell.href} aria-label={cell.sentence}>
                    <b>{cell.count}</b>
                    <em>{cell.movement}</em>
                    <span>{cell.levelWord}</span>
                  </Link>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="maplegend">
        <span>
          <i />
          Appetite: above and right of this line needs treatment or a signed acceptance
        </span>
        {since ? <span>+1 moved in, −1 moved out since {since}</span> : null}
        {unknown ? (
          <Unscored
            {...unknown}
            shown={cells.reduce((sum, cell) => sum + cell.count, older?.count ?? 0)}
            older={older?.count ?? 0}
          />
        ) : null}
        {older && older.count > 0 ? <Older {...older} /> : null}
      </p>
    </div>
  );
}

function LikelihoodHead({ names }: { names: readonly string[] }) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: its display is changed, which takes the role away in some browsers
    <thead role="rowgroup">
      <tr>
        <td className="ax">Likelihood →</td>
        {names.map((name, at) => (
          <th key={name} scope="col">
            <b>{at + 1}</b>
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Older({ count, href, scale }: { count: number; href: string; scale: number }) {
  return (
    <span>
      <Shape kind="unknown" />{" "}
      <Link href={href}>
        {count} {count === 1 ? "score is" : "scores are"} older than scale {scale}
      </Link>
    </span>
  );
}

type UnscoredProps = { count: number; href: string; shown: number; older: number };

function Unscored({ count, href, shown, older }: UnscoredProps) {
  if (count + shown === 0) return <span>No risk is recorded</span>;
  if (count === 0 && older > 0) return null;
  if (count === 0) return <span>Every risk has a score</span>;
  return (
    <span>
      <Shape kind="unknown" />{" "}
      <Link href={href}>
        {count} {count === 1 ? "risk is" : "risks are"} not scored
      </Link>
    </span>
  );
}
