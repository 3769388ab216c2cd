import { prepareRiskMap } from "@/components/charts/prepare-risk-map";
import type { PackContent } from "@/lib/packs/schema";

/** The heatmap of a pack: the same table as the live one, without ways into a register that has moved on. */
export function PackMap({ map }: { map: PackContent["map"] }) {
  const { likelihoods, impacts, line, unknown } = map;
  const cells = map.cells.map(({ word, above, ...cell }) => ({
    ...cell,
    levelWord: word,
    aboveAppetite: above,
    href: "",
  }));
  return (
    <div className="pack-map">
      <table className="map">
        <caption className="vh">Current risk by likelihood and impact</caption>
        <colgroup>
          <col className="h" />
          <col span={5} />
        </colgroup>
        {/* biome-ignore lint/a11y/noRedundantRoles: its display is changed, which takes the role away in some browsers */}
        <thead role="rowgroup">
          <tr>
            <td className="ax">Likelihood →</td>
            {likelihoods.map((name, at) => (
              <th key={name} scope="col">
                <b>{at + 1}</b>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {prepareRiskMap(cells, { likelihoods, impacts }).map((row) => (
            <tr key={row.impact}>
              <th scope="row">
                <b>{row.impact === 5 ? "Impact 5" : row.impact}</b>
                {row.name}
              </th>
              {row.cells.map((cell) => (
                <td key={cell.key} className={cell.className}>
                  <b>{cell.count}</b> <span>{cell.levelWord}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small soft">
        {line} {unknown === 0 ? "Every risk has a score." : `${unknown} without a score stand in no cell.`}
      </p>
    </div>
  );
}
