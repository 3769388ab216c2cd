import { shortDay } from "@/components/charts/time-scale";
import { Link } from "@/components/ui/link";
import { Figure } from "@/components/ui/measure";
import type { GateSummary } from "@/lib/gates/model/judged";
import { gatePath } from "@/lib/gates/rules/gate-path";
import { counted } from "@/lib/kernel/text";
import { dateIn } from "@/lib/kernel/time";
import type { WaveForecast } from "@/lib/waves/model/forecast";
import type { WaveSummary } from "@/lib/waves/model/wave";

type Props = {
  next: WaveSummary | null;
  forecast: WaveForecast | null;
  gate: GateSummary | null;
  base: string;
  zone: string;
};

/** When the next wave would cut over against its window; where that is not known, why. And how far its gate is signed. */
export function NextWindow({ next, forecast, gate, base, zone }: Props) {
  if (next === null || next.window === null) {
    return <Figure label="Next window, forecast" value={null} change="No cutover has a window ahead" />;
  }
  const dayOf = (at: Date) => shortDay(dateIn(zone, at));
  const planned = dayOf(next.window.startAt);
  const value = forecast?.known ? dayOf(forecast.startAt) : null;
  const late = forecast?.known && forecast.lateDays > 0 ? `, ${counted(forecast.lateDays, "day")} late` : "";
  return (
    <Figure
      label="Next window, forecast"
      value={value}
      of={`planned ${planned}${late}`}
      change={
        <>
          <Link href={`${base}/waves/${next.number}`}>{next.name}</Link>
          {forecast === null || forecast.known ? <span className="stop">. </span> : `: ${forecast.how}. `}
          {gate === null ? (
            "No gate is open for it"
          ) : (
            <Link href={`${base}/waves/${gate.waveNumber}/${gatePath(gate.kind)}`}>
              {`${gate.approvals} of ${counted(gate.quorum, "signature")}, ${gate.score.met + gate.score.waived} of ${gate.score.total} criteria`}
            </Link>
          )}
        </>
      }
    />
  );
}
