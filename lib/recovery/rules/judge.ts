import type { Minutes } from "@/lib/kernel/minutes";
import type { DrillKind } from "@/prisma/generated/client/enums";
import {
  type Because,
  type CountingDrill,
  type DrillRecord,
  type DrillTimes,
  type EffectiveTarget,
  type EffectiveTargets,
  JUDGEMENTS,
  type JudgedNumber,
  type Judgement,
  type ProvenMinutes,
  type ProvenTimes,
  provenMinutes,
  type RecoveryJudgement,
  type TargetMinutes,
} from "../model";

const MINUTE = 60_000;
const DAY = 86_400_000;

/** The kinds that prove recovery. Going back to where one came from does not: it shows that a move can be undone. */
export const PROVING_KINDS = [
  "restore",
  "failover",
  "rebuild",
  "game_day",
] as const satisfies readonly DrillKind[];

type Asked = { targets: EffectiveTargets; drillIntervalDays: number | null; now: Date };

/**
 * Target against drills. RTO and RPO are judged apart by the drill that counts; together the worst counts. The statement
 * of `recoveryCoverage` says the same in SQL.
 */
export function judgeRecovery(asked: Asked, drill: CountingDrill | null): RecoveryJudgement {
  const freshness = drill === null ? null : freshnessOf(drill, asked);
  const rto = judgeNumber(
    asked.targets.rto,
    drill && { proven: drill.rto, unproven: "not_reached" },
    freshness,
  );
  const rpo = judgeNumber(
    asked.targets.rpo,
    drill && { proven: drill.rpo, unproven: "not_measured" },
    freshness,
  );
  return { rto, rpo, together: worst(rto.judgement, rpo.judgement), drill };
}

/**
 * The drill that counts: the newest of a kind that proves recovery and was not withdrawn. Withdrawing a newer one does not
 * bring an older one back as current: it is `overtaken` until another drill is recorded.
 */
export function countingDrill(drills: readonly DrillRecord[]): CountingDrill | null {
  const proving = drills.filter(({ kind }) => proves(kind));
  const [newest] = proving.filter((drill) => drill.withdrawnAt === null).sort(newestFirst);
  if (newest === undefined) return null;
  const { id, kind, declaredAt, recordedAt } = newest;
  const overtaken = proving.some(
    (other) =>
      other.withdrawnAt !== null && other.withdrawnAt >= recordedAt && other.declaredAt >= declaredAt,
  );
  return { id, kind, declaredAt, overtaken, ...provenTimes(newest) };
}

/** Whether a drill of this kind proves recovery. */
export function proves(kind: DrillKind): boolean {
  return PROVING_KINDS.some((one) => one === kind);
}

/** What a drill proved, in whole minutes rounded up: never less than it took. */
export function provenTimes({ declaredAt, usableAt, lastGoodAt }: DrillTimes): ProvenTimes {
  return {
    rto: provenMinutes(usableAt && minutesBetween(declaredAt, usableAt)),
    rpo: provenMinutes(lastGoodAt && minutesBetween(lastGoodAt, declaredAt)),
  };
}

/** From when on a drill no longer counts as current; null where nobody has said how often to drill. */
export function staleFrom(declaredAt: Date, drillIntervalDays: number | null): Date | null {
  return drillIntervalDays === null ? null : new Date(declaredAt.getTime() + drillIntervalDays * DAY);
}

type Freshness = "current" | Extract<Because, "old" | "no_interval" | "newer_withdrawn">;
type Measured = { proven: ProvenMinutes | null; unproven: "not_reached" | "not_measured" };

function judgeNumber(
  target: EffectiveTarget,
  measured: Measured | null,
  freshness: Freshness | null,
): JudgedNumber {
  if (target === null) return { judgement: "unknown", because: "no_target" };
  if (measured === null || freshness === null) return { judgement: "never_tested", because: "no_drill" };
  const { proven, unproven } = measured;
  if (proven === null)
    return { judgement: unproven === "not_reached" ? "missed" : "unknown", because: unproven };
  if (!isWithin(proven, target.minutes)) return { judgement: "missed", because: "over" };
  if (freshness === "current") return { judgement: "met", because: "within" };
  return { judgement: freshness === "no_interval" ? "unknown" : "stale", because: freshness };
}

/** Only what was proven is ever held against a target: a claim does not fit here. */
function isWithin(proven: ProvenMinutes, target: TargetMinutes): boolean {
  return proven <= target;
}

function freshnessOf({ declaredAt, overtaken }: CountingDrill, { drillIntervalDays, now }: Asked): Freshness {
  const until = staleFrom(declaredAt, drillIntervalDays);
  if (until === null) return "no_interval";
  if (until < now) return "old";
  return overtaken ? "newer_withdrawn" : "current";
}

function worst(one: Judgement, other: Judgement): Judgement {
  return JUDGEMENTS.indexOf(one) <= JUDGEMENTS.indexOf(other) ? one : other;
}

function newestFirst(one: DrillRecord, other: DrillRecord): number {
  return (
    other.declaredAt.getTime() - one.declaredAt.getTime() ||
    other.recordedAt.getTime() - one.recordedAt.getTime() ||
    (other.id < one.id ? -1 : 1)
  );
}

function minutesBetween(from: Date, to: Date): Minutes {
  return Math.ceil((to.getTime() - from.getTime()) / MINUTE);
}
