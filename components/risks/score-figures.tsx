import { Standing } from "@/components/risks/standing";
import { Score } from "@/components/ui/measure";
import { Missing } from "@/components/ui/missing";
import { Facts } from "@/components/ui/page";
import { ASPECT_LABELS, ASPECT_MEANINGS } from "@/lib/risks/labels";
import type { AssessmentAspect, Rating } from "@/lib/risks/model/rating";
import type { RiskView } from "@/lib/risks/model/register";
import type { RiskScale, RiskScales } from "@/lib/risks/model/scale";
import { levelIn, nameIn, scaleInUse, scaleOf, stepOf } from "@/lib/risks/rules/scales";
import { scoreOf } from "@/lib/risks/rules/scores";

/** The three scores side by side, the present one first, with what the domain lives with. */
export function ScoreFigures({ risk, scales }: { risk: RiskView; scales: RiskScales }) {
  const appetite = risk.domain?.appetite ?? null;
  const inUse = scaleInUse(scales).version;
  const figure = (aspect: AssessmentAspect) =>
    figureOf(aspect, risk[aspect], scaleOf(scales, risk.scales[aspect]), inUse);
  return (
    <Facts
      facts={[
        figure("current"),
        figure("inherent"),
        figure("target"),
        {
          label: "Appetite",
          value: (
            <>
              <p className="big">{appetite === null ? <Missing>not stated</Missing> : `up to ${appetite}`}</p>
              <Standing
                standing={risk.standing}
                score={scoreOf(risk.current)}
                appetite={appetite}
                older={risk.scales.current < inUse}
              />
            </>
          ),
        },
      ]}
    />
  );
}

function figureOf(aspect: AssessmentAspect, rating: Rating, scale: RiskScale, inUse: number) {
  const score = scoreOf(rating);
  const older = score !== null && scale.version < inUse;
  return {
    label: `${ASPECT_LABELS[aspect]}, ${ASPECT_MEANINGS[aspect]}`,
    value: (
      <>
        <p className="big">
          <Score score={score} level={stepOf(levelIn(scale, rating))} />
        </p>
        <span className="soft">{wordsOf(rating, scale)}</span>
        {older ? (
          <span className="sub">
            Given in scale {scale.version}; scale {inUse} is in use. Counted apart until somebody scores it
            again.
          </span>
        ) : null}
      </>
    ),
  };
}

/** "Likely × Major"; each half that is unknown says so. */
export function wordsOf({ likelihood, impact }: Rating, scale: RiskScale): string {
  if (likelihood === null && impact === null) return "Likelihood and impact unknown";
  const left = likelihood === null ? "Likelihood unknown" : nameIn(scale.likelihood, likelihood);
  return `${left} × ${impact === null ? "impact unknown" : nameIn(scale.impact, impact)}`;
}
