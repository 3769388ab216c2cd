import { Moment } from "@/components/ui/moment";
import { Verdict } from "@/components/ui/status";
import { APPETITE_LABELS } from "@/lib/risks/labels";
import type { AppetiteStanding, Score } from "@/lib/risks/model/rating";

const TONE = { above: "off", accepted: "acc", within: "ok", unknown: "unk" } as const;

/** Above, accepted, within, or unknown; the reason stands behind the word when it is unknown. */
export function Standing({
  standing,
  score,
  appetite,
  older = false,
}: {
  standing: AppetiteStanding;
  score: Score | null;
  appetite: Score | null;
  /** The score was given in a scale that is not in use any more. */
  older?: boolean;
}) {
  return (
    <Verdict tone={TONE[standing]}>
      {APPETITE_LABELS[standing]}
      {standing === "unknown" ? `: ${whyUnknown(score, appetite, older)}` : ""}
    </Verdict>
  );
}

/** The same in one word, under a head that says appetite; the end of an acceptance with it. */
export function ShortStanding({
  standing,
  score,
  appetite,
  acceptedUntil,
  older = false,
  zone,
}: {
  standing: AppetiteStanding;
  score: Score | null;
  appetite: Score | null;
  acceptedUntil: Date | null;
  /** The score was given in a scale that is not in use any more. */
  older?: boolean;
  /** The program's. */
  zone: string;
}) {
  const words = {
    above: "Above",
    accepted: "Accepted",
    within: "Within",
    unknown:
      score === null ? "No score" : appetite === null ? "None stated" : older ? "Older scale" : "Unknown",
  };
  return (
    <>
      <Verdict tone={TONE[standing]}>
        {words[standing]}
        {standing === "unknown" && score === null && appetite === null ? (
          <span className="vh">, none stated</span>
        ) : null}
      </Verdict>
      {standing === "accepted" && acceptedUntil !== null ? (
        <span className="sub">
          until <Moment at={acceptedUntil} zone={zone} show="short" />
        </span>
      ) : null}
    </>
  );
}

function whyUnknown(score: Score | null, appetite: Score | null, older: boolean): string {
  if (score === null && appetite === null) return "no score, no appetite";
  if (score === null) return "no score";
  return appetite === null || !older ? "no appetite stated" : "scored in an older scale";
}
