import type { GateSummary } from "@/lib/gates/model/judged";
import { formatDay, formatMoment } from "@/lib/kernel/moments";
import { counted, formatCount, listed } from "@/lib/kernel/text";
import type { LiveCount, ProgramHealth, UnknownCounts } from "@/lib/overview/model";
import type { WaveSummary } from "@/lib/waves/model/wave";
import type { WaveWindow } from "@/lib/waves/model/window";

/** The program in one paragraph, after the word of its health: live against plan, next cutover, what weighs most. */
export function packSentence(
  { health, live, next }: { health: ProgramHealth; live: LiveCount; next: WaveSummary | null },
  zone: string,
): string {
  const none = health === null ? "No wave is under way. " : "";
  const cutover =
    next?.window == null
      ? "No cutover has a window ahead."
      : `The next cutover is ${next.name} on ${formatDay(next.window.startAt, zone)}.`;
  const weight =
    health === null || health.level === "on_track"
      ? ""
      : ` What weighs most is ${health.wave.name}: ${health.reason}.`;
  return `${none}${liveWords(live)} ${cutover}${weight}`;
}

/** A window in its own zone, `Sat 16 Jan 2027, 20:00 GMT to Sun 17 Jan 2027, 04:00 GMT`; null when there is none. */
export function windowWords(window: WaveWindow | null): string | null {
  if (window === null) return null;
  return `${formatMoment(window.startAt, window.zone)} to ${formatMoment(window.endAt, window.zone)}`;
}

/** What is asked of whoever has not signed a gate yet; null when nothing is. */
export function gateDecision(gate: GateSummary, zone: string) {
  const open = gate.seats.filter(({ state }) => state === "waiting" || state === "stale");
  if (open.length === 0) return null;
  const who = listed(open.map(({ name, capacity }) => name ?? capacity));
  return {
    what: `${gate.name}, wave ${gate.waveNumber}: ${counted(open.length, "signature")} of ${who}`,
    due: gate.closesAt === null ? null : formatMoment(gate.closesAt, zone),
    waiting: "Without them the gate stays shut and the wave does not cut over.",
  };
}

/** What nobody has said, a sentence each; what is 0 is left out. */
export function unknownWords(
  counts: UnknownCounts,
  more: { missingTargets: number; neverTested: number; risksUnknown: number },
): string[] {
  const has = (count: number) => (count === 1 ? "workload has" : "workloads have");
  const lines: [number, string][] = [
    [counts.withoutOwner, `${has(counts.withoutOwner)} no business owner`],
    [counts.withoutCriticality, `${has(counts.withoutCriticality)} no criticality`],
    [counts.withoutTier, `${has(counts.withoutTier)} no tier`],
    [more.missingTargets, `${has(more.missingTargets)} no complete recovery target`],
    [more.neverTested, `${has(more.neverTested)} a target that no drill has tested`],
    [counts.withoutLinks, `${has(counts.withoutLinks)} no recorded dependency`],
    [
      more.risksUnknown,
      `${more.risksUnknown === 1 ? "open risk" : "open risks"} cannot be held against an appetite`,
    ],
  ];
  return lines.filter(([count]) => count > 0).map(([count, words]) => `${formatCount(count)} ${words}`);
}

/** How the numbers of a pack are made. */
export const PACK_MADE: readonly string[] = [
  "Health is that of the worst wave: off track, then unknown, then at risk. Unknown never counts as on track.",
  "Live are workloads of waves in hypercare or closed; planned by now are those whose window has ended.",
  "Risks are held against the appetite of their own domain; what has no score or no appetite cannot be judged and is counted apart.",
  "A workload is proven recoverable when the drill that counts stayed within both its targets and is no older than its tier allows; a claim proves nothing. By criticality, revenue counts three times, operational twice.",
  "Trends are told at the ends of weeks as things stood then; the forecast is that of the waves, by how long waves before them stayed in each state.",
];

function liveWords({ total, live, planned }: LiveCount): string {
  if (total === 0) return "No workload is recorded yet.";
  const share = `${formatCount(live)} of ${formatCount(total)} workloads are live`;
  const behind = planned - live;
  return behind > 0 ? `${share}, ${formatCount(behind)} fewer than planned.` : `${share}, as planned.`;
}
