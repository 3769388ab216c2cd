import { SEAT_STATE_LABELS } from "@/lib/gates/labels";
import type { GateSummary } from "@/lib/gates/model/judged";
import { formatMoment } from "@/lib/kernel/moments";
import type { Trends } from "@/lib/overview/model";
import { trendFinding } from "@/lib/overview/rules/trend-findings";
import type { JudgementCounts, RecoveryCoverage } from "@/lib/recovery/model";
import { weightedShare } from "@/lib/recovery/rules/coverage";
import { IMPACT_LABELS, LIKELIHOOD_LABELS, SCORE_LEVEL_LABELS } from "@/lib/risks/labels";
import { LEVELS, SCORE_LEVELS, type ScoreLevel } from "@/lib/risks/model/rating";
import type { RiskRowMoved } from "@/lib/risks/model/register";
import { beyondLine, type RiskMap } from "@/lib/risks/rules/map-cells";
import { WAVE_STATE_LABELS } from "@/lib/waves/labels";
import type { WaveSummary } from "@/lib/waves/model/wave";
import { CRITICALITY_LABELS } from "@/lib/workloads/labels";
import type { PackContent } from "../schema";
import { gateDecision, windowWords } from "./pack-words";

/** The gates as they stood, and what is asked of whoever has not signed. */
export function gateParts(
  gates: readonly GateSummary[],
  zone: string,
): Pick<PackContent, "gates" | "decisions"> {
  return {
    gates: gates.map((gate) => ({
      name: gate.name,
      wave: gate.waveNumber,
      holds: gate.holds,
      closes: gate.closesAt === null ? null : formatMoment(gate.closesAt, zone),
      score: scoreWords(gate.score),
      signatures: `${gate.approvals} of ${gate.quorum}`,
      reasons: [...gate.reasons],
      seats: gate.seats.map(({ capacity, name, state }) => ({
        capacity,
        name,
        state: SEAT_STATE_LABELS[state],
      })),
    })),
    decisions: gates.map((gate) => gateDecision(gate, zone)).filter((decision) => decision !== null),
  };
}

/** The heatmap with the names of its rows and columns; what has no place on it is counted apart. */
export function mapPart(map: RiskMap): PackContent["map"] {
  const cannot = map.notJudged === 0 ? "" : `; ${map.notJudged} cannot be judged`;
  return {
    finding:
      map.open === 0
        ? "No open risk is recorded."
        : `${map.above} of ${map.open} open risks stand above the appetite of their domain, ${map.accepted} more are accepted until a date${cannot}.`,
    line: map.line.words,
    unknown: map.unknown,
    likelihoods: LEVELS.map((level) => LIKELIHOOD_LABELS[level]),
    impacts: LEVELS.map((level) => IMPACT_LABELS[level]),
    cells: map.cells.map(({ likelihood, impact, level, score, count }) => ({
      likelihood,
      impact,
      level: stepOf(level),
      word: SCORE_LEVEL_LABELS[level],
      count,
      above: beyondLine(score, map.line.appetite),
    })),
  };
}

export function riskPart(row: RiskRowMoved): PackContent["risks"][number] {
  return {
    code: row.code,
    title: row.title,
    domain: row.domain,
    owner: row.owner,
    score: row.currentScore,
    appetite: row.appetite,
    next: row.nextAction,
    due: row.dueOn,
  };
}

export function wavePart(wave: WaveSummary): PackContent["waves"][number] {
  return {
    number: wave.number,
    name: wave.name,
    state: WAVE_STATE_LABELS[wave.state],
    health: wave.health?.level ?? null,
    reason: wave.health?.reason ?? "",
    window: windowWords(wave.window),
    workloads: wave.workloads,
  };
}

/** What drills have proven, by criticality and in all; the unknown in columns and rows of their own. */
export function recoveryPart(coverage: RecoveryCoverage): PackContent["recovery"] {
  const { share, unweighted } = weightedShare(coverage);
  const apart = unweighted === 0 ? "" : `, ${unweighted} of unknown criticality not weighted`;
  return {
    total: coverage.total,
    rows: [
      ...coverage.byCriticality.map(({ criticality, total, counts }) =>
        recoveryRow(
          criticality === null ? "Criticality unknown" : CRITICALITY_LABELS[criticality],
          total,
          counts,
        ),
      ),
      recoveryRow("All workloads", coverage.total, coverage.counts),
    ],
    weighted:
      share === null
        ? "No criticality is known, so nothing is weighted."
        : `${Math.floor(share * 100)} % proven by criticality${apart}.`,
  };
}

export function trendPart(trends: Trends): PackContent["trends"] {
  const { today, unplanned, planEnd, forecast, live, risks, recovery } = trends;
  const findings = {
    live: trendFinding("live", trends),
    risks: trendFinding("risks", trends),
    recovery: trendFinding("recovery", trends),
  };
  return { findings, today, unplanned, planEnd, forecast, live, risks, recovery };
}

function recoveryRow(criticality: string, total: number, counts: JudgementCounts) {
  const { met, missed, stale, never_tested: neverTested, unknown } = counts;
  return { criticality, total, met, missed, stale, neverTested, unknown };
}

/** "10 of 12 criteria met, 1 waived, 1 not met, 0 unknown" */
export function scoreWords({ met, waived, notMet, unknown, total }: GateSummary["score"]): string {
  return `${met} of ${total} criteria met, ${waived} waived, ${notMet} not met, ${unknown} unknown`;
}

function stepOf(level: ScoreLevel): 1 | 2 | 3 | 4 | 5 {
  return LEVELS[SCORE_LEVELS.indexOf(level)] ?? 1;
}
