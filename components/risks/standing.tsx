import { Verdict } from "@/components/ui/status";
import { APPETITE_LABELS } from "@/lib/risks/labels";
import type { AppetiteStanding, Score } from "@/lib/risks/model";

const TONE = { above: "off", within: "ok", unknown: "unk" } as const;

/** Above, within, or unknown; the reason stands behind the word when it is unknown. */
export function Standing({
  standing,
  score,
  appetite,
}: {
  standing: AppetiteStanding;
  score: Score | null;
  appetite: Score | null;
}) {
  return (
    <Verdict tone={TONE[standing]}>
      {APPETITE_LABELS[standing]}
      {standing === "unknown" ? `: ${whyUnknown(score, appetite)}` : ""}
    </Verdict>
  );
}

/** The same in one word, under a head that says appetite. */
export function ShortStanding({
  standing,
  score,
  appetite,
}: {
  standing: AppetiteStanding;
  score: Score | null;
  appetite: Score | null;
}) {
  const words = { above: "Above", within: "Within", unknown: score === null ? "No score" : "None stated" };
  return (
    <Verdict tone={TONE[standing]}>
      {words[standing]}
      {standing === "unknown" && score === null && appetite === null ? (
        <span className="vh">, none stated</span>
      ) : null}
    </Verdict>
  );
}

function whyUnknown(score: Score | null, appetite: Score | null): string {
  if (score === null && appetite === null) return "no score, no appetite";
  return score === null ? "no score" : "no appetite stated";
}
