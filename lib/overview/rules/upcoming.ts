import type { GateSummary } from "@/lib/gates/model/judged";
import { gatePath } from "@/lib/gates/rules/gate-path";
import { counted } from "@/lib/kernel/text";
import { GATE_KIND_LABELS } from "@/lib/waves/labels";
import type { WaveSummary } from "@/lib/waves/model/wave";
import type { Upcoming } from "../model";

/** Windows and gate closes of the days ahead, the earliest first. */
export function upcoming(
  waves: readonly WaveSummary[],
  gates: readonly GateSummary[],
  range: { now: Date; days: number; base: string },
): Upcoming[] {
  const until = new Date(range.now.getTime() + range.days * 86_400_000);
  const inRange = (at: Date) => at >= range.now && at <= until;
  const windows = waves.flatMap(({ window, number, name }): Upcoming[] =>
    window !== null && inRange(window.startAt)
      ? [
          {
            id: `w${number}`,
            at: window.startAt,
            title: `Cutover, ${name}`,
            detail: "The window opens",
            href: `${range.base}/waves/${number}`,
          },
        ]
      : [],
  );
  const closes = gates.flatMap(
    ({ closesAt, kind, waveNumber, waveName, quorum, approvals, score }): Upcoming[] => {
      if (closesAt === null || !inRange(closesAt)) return [];
      const missing = score.notMet + score.unknown;
      const criteria =
        missing === 0
          ? "every criterion is met or waived"
          : `${counted(missing, "criterion", "criteria")} not met or unknown`;
      const detail = `${approvals} of ${counted(quorum, "signature")} ${approvals === 1 ? "holds" : "hold"}; ${criteria}`;
      return [
        {
          id: `g${waveNumber}${kind}`,
          at: closesAt,
          title: `${GATE_KIND_LABELS[kind]}, ${waveName}`,
          detail,
          href: `${range.base}/waves/${waveNumber}/${gatePath(kind)}`,
        },
      ];
    },
  );
  return [...windows, ...closes].sort((one, other) => one.at.getTime() - other.at.getTime());
}
