import { Link } from "@/components/ui/link";
import { Lede } from "@/components/ui/page";
import { healthWord, Status } from "@/components/ui/status";
import { healthShape } from "@/components/waves/wave-status";
import { formatDay } from "@/lib/kernel/moments";
import { formatCount, withCounts } from "@/lib/kernel/text";
import type { LiveCount, ProgramHealth } from "@/lib/overview/model";
import type { WaveSummary } from "@/lib/waves/model/wave";

type Props = {
  health: ProgramHealth;
  live: LiveCount;
  next: WaveSummary | null;
  waves: number;
  base: string;
  zone: string;
};

/** The program in one paragraph, made from data: health, live against plan, next cutover, the reason. */
export function LedeSentence({ health, live, next, waves, base, zone }: Props) {
  return (
    <Lede
      why={
        <>
          <span>Computed from {waves} waves; the worst counts.</span>
          <a className="go" href="#made">
            How this is made
          </a>
        </>
      }
    >
      <HealthWord health={health} /> {liveWords(live)}{" "}
      {next?.window ? (
        <>
          The next cutover is <Link href={`${base}/waves/${next.number}`}>{next.name}</Link> on{" "}
          {formatDay(next.window.startAt, zone)}.{" "}
        </>
      ) : (
        "No cutover has a window ahead. "
      )}
      {health && health.level !== "on_track" ? (
        <>
          What weighs most is{" "}
          <Link href={`${base}/waves/${health.wave.number}${health.wave.health?.href ?? ""}`}>
            {health.wave.name}
          </Link>
          : {withCounts(health.reason)}.
        </>
      ) : null}
    </Lede>
  );
}

function HealthWord({ health }: { health: ProgramHealth }) {
  if (health === null) return <Status health="unknown" word="No wave is under way." />;
  const shape = healthShape(health.level);
  return <Status health={shape} word={`${healthWord(shape)}.`} />;
}

function liveWords({ total, live, planned }: LiveCount): string {
  if (total === 0) return "No workload is recorded yet.";
  const behind = planned - live;
  const share = `${formatCount(live)} of ${formatCount(total)} workloads are live`;
  return behind > 0 ? `${share}, ${formatCount(behind)} fewer than planned.` : `${share}, as planned.`;
}
