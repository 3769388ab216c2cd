import { Link } from "@/components/ui/link";
import { Missing } from "@/components/ui/missing";
import { Moment } from "@/components/ui/moment";
import { Heads, Tbl } from "@/components/ui/table";
import { FreezeLines } from "@/components/waves/freeze-lines";
import { HealthBadge, StateBadge } from "@/components/waves/wave-badges";
import { WindowSpan } from "@/components/waves/window-span";
import { counted, formatCount } from "@/lib/kernel/text";
import { WAVE_KIND_LABELS } from "@/lib/waves/labels";
import type { WaveForecast } from "@/lib/waves/model/forecast";
import type { WaveSummary } from "@/lib/waves/model/wave";
import type { FreezeMet } from "@/lib/waves/model/window";
import { forecastWords } from "@/lib/waves/rules/forecast";

/** Every wave in its order: what it is, where it stands and why, when it cuts over. */
export function WaveList({
  waves,
  base,
  zone,
  freezes,
  forecasts,
}: {
  waves: readonly WaveSummary[];
  base: string;
  zone: string;
  /** What each window meets, by the wave's id. */
  freezes?: ReadonlyMap<string, readonly FreezeMet[]>;
  /** When each would cut over, by the wave's id. */
  forecasts?: ReadonlyMap<string, WaveForecast>;
}) {
  return (
    <Tbl caption="Waves in their order" roomy stack="cards" className="waves list">
      <Heads of={["Wave", "State", "Health", "Window", "Workloads", "Lead"]} />
      <tbody>
        {waves.map((wave) => (
          <WaveRow
            key={wave.waveId}
            wave={wave}
            href={`${base}/${wave.number}`}
            zone={zone}
            met={freezes?.get(wave.waveId) ?? []}
            forecast={forecasts?.get(wave.waveId)}
          />
        ))}
      </tbody>
    </Tbl>
  );
}

type RowProps = {
  wave: WaveSummary;
  href: string;
  zone: string;
  met: readonly FreezeMet[];
  forecast: WaveForecast | undefined;
};

function WaveRow({ wave, href, zone, met, forecast }: RowProps) {
  const { window, health } = wave;
  return (
    <tr>
      <th scope="row">
        <Link href={href}>
          <span className="mute">{wave.number}</span>&ensp;{wave.name}
        </Link>
        <span className="sub">{WAVE_KIND_LABELS[wave.kind]}</span>
      </th>
      <td className="nw hl">
        <StateBadge state={wave.state} attempt={wave.attempt} />
      </td>
      <td>
        {health === null ? (
          <Finished wave={wave} zone={zone} />
        ) : (
          <>
            <HealthBadge health={health} base={href} bare />
            {health.level === "on_track" ? null : (
              <span className="sub">
                <Link href={`${href}${health.href}`}>{health.reason}</Link>
              </span>
            )}
          </>
        )}
      </td>
      <td className="win">
        {window === null ? (
          <Missing>{wave.state === "cancelled" ? "none" : "no window yet"}</Missing>
        ) : (
          <WindowSpan span={window} zone={window.zone} />
        )}
        {window !== null && window.zone !== zone ? (
          <span className="sub not-s">
            <WindowSpan span={window} zone={zone} />, your time
          </span>
        ) : null}
        {forecast === undefined ? null : (
          <span className="sub">
            Forecast{" "}
            <span className={forecast.known ? undefined : "never"}>
              {forecastWords(forecast, window?.zone ?? zone)}
            </span>
          </span>
        )}
        <FreezeLines met={met} />
      </td>
      <td className="half">
        {wave.workloads === null ? <span className="mute">not shown</span> : null}
        {wave.workloads === null ? null : (
          <>
            {formatCount(wave.workloads)}
            <span className="only-s"> {counted(wave.workloads, "workload").replace(/^[\d,]+ /, "")}</span>
          </>
        )}
      </td>
      <td className="half2">{wave.lead ?? <Missing>nobody yet</Missing>}</td>
    </tr>
  );
}

/** What stands where health no longer applies, or is not for this person. */
function Finished({ wave, zone }: { wave: WaveSummary; zone: string }) {
  if (wave.workloads === null) return <span className="mute">not shown to partners</span>;
  if (wave.since === null) return <span className="mute">no longer applies</span>;
  return (
    <span className="soft">
      {wave.state === "closed" ? "Closed" : "Cancelled"} <Moment at={wave.since} zone={zone} show="day" />
    </span>
  );
}
