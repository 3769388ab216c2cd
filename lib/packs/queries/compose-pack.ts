import "server-only";
import { ROLE_LABELS } from "@/lib/access/labels";
import type { Actor } from "@/lib/access/model";
import type { GateSummary } from "@/lib/gates/model/judged";
import { listOpenGates } from "@/lib/gates/queries/waiting-signatures";
import { formatDay } from "@/lib/kernel/moments";
import { counted, formatCount } from "@/lib/kernel/text";
import type { LiveCount } from "@/lib/overview/model";
import { liveCount, unknownCounts } from "@/lib/overview/queries/estate-counts";
import { listJudgedWaves } from "@/lib/overview/queries/judged-waves";
import { programTrends } from "@/lib/overview/queries/trends";
import { nextCutover, programHealth } from "@/lib/overview/rules/program-health";
import type { RecoveryCoverage } from "@/lib/recovery/model";
import { recoveryCoverage } from "@/lib/recovery/queries/recovery-coverage";
import { weightedShare } from "@/lib/recovery/rules/coverage";
import type { RiskCounts } from "@/lib/risks/model/register";
import { riskMap } from "@/lib/risks/queries/risk-map";
import { riskCounts, risksAboveAppetite } from "@/lib/risks/queries/risks-above-appetite";
import {
  gateParts,
  mapPart,
  recoveryPart,
  riskPart,
  scoreWords,
  trendPart,
  wavePart,
} from "../rules/pack-parts";
import { PACK_MADE, packSentence, unknownWords } from "../rules/pack-words";
import type { PackContent } from "../schema";
import { undecidedAcceptances } from "./undecided-acceptances";

const MOST_RISKS = 15;

type Frozen = { title: string; now: Date; chain: { seq: number; hash: string } };

/** Everything that a pack of now shows, in words and numbers; nothing in it is looked up again later. */
export async function composePack(actor: Actor, { title, now, chain }: Frozen): Promise<PackContent> {
  const zone = actor.programZone;
  const [waves, gates, live, unknown, counts, map, top, recovery, trends, proposals] = await Promise.all([
    listJudgedWaves(actor, now),
    listOpenGates(actor, now),
    liveCount(actor, now),
    unknownCounts(actor, now),
    riskCounts(actor, now),
    riskMap(actor, { aspect: "current" }, now),
    risksAboveAppetite(actor, MOST_RISKS, { now }),
    recoveryCoverage(actor, now),
    programTrends(actor, now),
    undecidedAcceptances(actor, now),
  ]);
  const health = programHealth(waves);
  const next = nextCutover(waves, now);
  const shown = gateParts(gates, zone);
  return {
    version: 1,
    program: actor.programName,
    zone,
    title: title === "" ? `Board pack of ${formatDay(now, zone)}` : title,
    frozenAt: now.toISOString(),
    frozenBy: actor.name,
    role: ROLE_LABELS[actor.role],
    chain,
    health: health?.level ?? "unknown",
    sentence: packSentence({ health, live, next }, zone),
    decisions: [...shown.decisions, ...proposals],
    numbers: numbersOf({
      live,
      counts,
      recovery,
      gate: gates.find(({ kind, waveNumber }) => kind === "go_no_go" && waveNumber === next?.number),
    }),
    map: mapPart(map),
    risks: top.map(riskPart),
    risksAbove: counts.above,
    waves: waves.map(wavePart),
    gates: shown.gates,
    recovery: recoveryPart(recovery),
    trends: trendPart(trends),
    unknown: unknownWords(unknown, {
      missingTargets: recovery.missing,
      neverTested: recovery.counts.never_tested,
      risksUnknown: counts.unknown,
    }),
    made: [...PACK_MADE],
  };
}

type Numbers = {
  live: LiveCount;
  counts: RiskCounts;
  recovery: RecoveryCoverage;
  gate: GateSummary | undefined;
};

function numbersOf({ live, counts, recovery, gate }: Numbers): PackContent["numbers"] {
  const { share } = weightedShare(recovery);
  return [
    {
      label: "Workloads live",
      value: live.total === 0 ? null : formatCount(live.live),
      of: `of ${formatCount(live.planned)} planned by now`,
      detail: `${counted(live.total, "workload")} in all, ${formatCount(live.unplanned)} in no wave`,
    },
    {
      label: "Next go/no-go: signatures that hold",
      value: gate === undefined ? null : formatCount(gate.approvals),
      of: gate === undefined ? "no gate is open for the next cutover" : `of ${formatCount(gate.quorum)}`,
      detail: gate === undefined ? "" : scoreWords(gate.score),
    },
    {
      label: "Risks above appetite",
      value: counts.open === 0 ? null : formatCount(counts.above),
      of: "target 0",
      detail: `of ${counted(counts.open, "open risk")}, ${formatCount(counts.accepted)} accepted, ${formatCount(counts.unknown)} not judged`,
    },
    {
      label: "Workloads proven recoverable",
      value: recovery.total === 0 ? null : formatCount(recovery.counts.met),
      of: `of ${formatCount(recovery.total)}`,
      detail: share === null ? "Criticality is not known" : `${Math.floor(share * 100)} % by criticality`,
    },
  ];
}
