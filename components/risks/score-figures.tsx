import { Standing } from "@/components/risks/standing";
import { Score } from "@/components/ui/measure";
import { Missing } from "@/components/ui/missing";
import { Facts } from "@/components/ui/page";
import { ASPECT_LABELS, ASPECT_MEANINGS, IMPACT_LABELS, LIKELIHOOD_LABELS } from "@/lib/risks/labels";
import type { AssessmentAspect, Rating, RiskView } from "@/lib/risks/model";
import { rampStep, scoreOf } from "@/lib/risks/rules/scores";

/** The three scores side by side, the present one first, with what the domain lives with. */
export function ScoreFigures({ risk }: { risk: RiskView }) {
  const appetite = risk.domain?.appetite ?? null;
  return (
    <Facts
      facts={[
        figure("current", risk.current),
        figure("inherent", risk.inherent),
        figure("target", risk.target),
        {
          label: "Appetite",
          value: (
            <>
              <p className="big">{appetite === null ? <Missing>not stated</Missing> : `up to ${appetite}`}</p>
              <Standing standing={risk.standing} score={scoreOf(risk.current)} appetite={appetite} />
            </>
          ),
        },
      ]}
    />
  );
}

function figure(aspect: AssessmentAspect, rating: Rating) {
  const score = scoreOf(rating);
  return {
    label: `${ASPECT_LABELS[aspect]}, ${ASPECT_MEANINGS[aspect]}`,
    value: (
      <>
        <p className="big">
          <Score score={score} level={rampStep(score)} />
        </p>
        <span className="soft">{wordsOf(rating)}</span>
      </>
    ),
  };
}

/** "Likely × Major"; each half that is unknown says so. */
export function wordsOf({ likelihood, impact }: Rating): string {
  if (likelihood === null && impact === null) return "Likelihood and impact unknown";
  const left = likelihood === null ? "Likelihood unknown" : LIKELIHOOD_LABELS[likelihood];
  return `${left} × ${impact === null ? "impact unknown" : IMPACT_LABELS[impact]}`;
}
