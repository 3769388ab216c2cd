import { SelectField, TextField } from "@/components/ui/fields";
import { optionsOf } from "@/components/ui/options";
import { Group } from "@/components/ui/page";
import { SCORE_LEVEL_LABELS } from "@/lib/risks/labels";
import { LEVELS, type Level } from "@/lib/risks/model/rating";
import type { RiskScale } from "@/lib/risks/model/scale";
import { levelIn, nameIn } from "@/lib/risks/rules/scales";

/** A scale as form fields, filled with the one in use: names, meanings, and the word of every cell. */
export function ScaleFields({ scale }: { scale: RiskScale }) {
  return (
    <>
      {(["likelihood", "impact"] as const).map((side) => (
        <div key={side}>
          <Group title={side === "likelihood" ? "Likelihood" : "Impact"} />
          {LEVELS.map((level) => (
            <div key={level} className="scale-step" data-level={level}>
              <TextField
                name={`${side}-${level}-name`}
                label={`${side === "likelihood" ? "Likelihood" : "Impact"} ${level}`}
                defaultValue={scale[side][level - 1]?.name}
                maxLength={40}
                required
              />
              <TextField
                name={`${side}-${level}-meaning`}
                label={`What ${side} ${level} says`}
                defaultValue={scale[side][level - 1]?.meaning}
                maxLength={200}
                required
              />
            </div>
          ))}
        </div>
      ))}
      <Group title="Matrix" />
      <p className="hint">
        A cell that is more likely, or worse, never has a better word than its neighbour.
      </p>
      {[...LEVELS].reverse().map((impact) => (
        <details key={impact} className="fold asked" open={impact === LEVELS.length}>
          <summary>
            <span className="grp">
              {`Impact ${impact}, ${nameIn(scale.impact, impact).toLowerCase()}`}{" "}
              <span>{rowWords(scale, impact)}</span>
            </span>
          </summary>
          <fieldset className="scale-row">
            <legend className="vh">{`Impact ${impact}, ${nameIn(scale.impact, impact).toLowerCase()}`}</legend>
            {LEVELS.map((likelihood) => (
              <SelectField
                key={likelihood}
                name={`cell-${likelihood}-${impact}`}
                label={`${likelihood} ${nameIn(scale.likelihood, likelihood)}`}
                options={optionsOf(SCORE_LEVEL_LABELS)}
                defaultValue={levelIn(scale, { likelihood, impact }) ?? undefined}
              />
            ))}
          </fieldset>
        </details>
      ))}
    </>
  );
}

/** What a row of the matrix says now, from rare to almost certain. */
function rowWords(scale: RiskScale, impact: Level): string {
  const words = LEVELS.map((likelihood) => {
    const level = levelIn(scale, { likelihood, impact });
    return level === null ? "not said" : SCORE_LEVEL_LABELS[level].toLowerCase();
  });
  return words.join(", ");
}
