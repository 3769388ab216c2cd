import { Heads, Tbl } from "@/components/ui/table";
import { SCORE_LEVEL_LABELS } from "@/lib/risks/labels";
import { LEVELS } from "@/lib/risks/model/rating";
import type { RiskScale, ScaleStep } from "@/lib/risks/model/scale";
import { levelIn, nameIn, stepOf } from "@/lib/risks/rules/scales";

/** The steps of one side with what each of them says, the highest first. */
export function StepTable({ side, steps }: { side: "Likelihood" | "Impact"; steps: readonly ScaleStep[] }) {
  return (
    <Tbl
      caption={
        <>
          {side}
          <span className="vh">, the highest level first</span>
        </>
      }
      className="steps"
      stack="lead"
    >
      <Heads of={[["Level", { width: 64 }], [side, { width: "30%" }], "What it says"]} />
      <tbody>
        {[...LEVELS].reverse().map((level) => (
          <tr key={level}>
            <td>{level}</td>
            <th scope="row">{nameIn(steps, level)}</th>
            <td>{steps[level - 1]?.meaning}</td>
          </tr>
        ))}
      </tbody>
    </Tbl>
  );
}

/** The word of each cell, impact rising upward as on the map. */
export function MatrixTable({ scale }: { scale: RiskScale }) {
  return (
    <table className="map">
      <caption className="vh">{`Matrix of scale ${scale.version}: the word of each likelihood by impact`}</caption>
      <colgroup>
        <col className="h" />
        <col span={5} />
      </colgroup>
      {/* biome-ignore lint/a11y/noRedundantRoles: its display is changed, which takes the role away in some browsers */}
      <thead role="rowgroup">
        <tr>
          <td className="ax">Likelihood →</td>
          {LEVELS.map((level) => (
            <th key={level} scope="col">
              <b>{level}</b>
              {nameIn(scale.likelihood, level)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...LEVELS].reverse().map((impact) => (
          <tr key={impact}>
            <th scope="row">
              <b>{impact === 5 ? "Impact 5" : impact}</b>
              {nameIn(scale.impact, impact)}
            </th>
            {LEVELS.map((likelihood) => {
              const level = levelIn(scale, { likelihood, impact });
              return (
                <td key={likelihood} className={`word k${stepOf(level) ?? 1}`}>
                  {level === null ? "" : SCORE_LEVEL_LABELS[level]} <small>{likelihood * impact}</small>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
