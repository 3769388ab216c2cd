import type { Criticality } from "@/prisma/generated/client/enums";
import {
  type Judgement,
  PROTECTION_VERDICTS,
  type ProtectionVerdict,
  type RecoveryGroup,
  type RecoveryOverview,
} from "../model";
import { countsOf, coverageOf } from "./coverage";

/** Workloads that stand alike in one respect; `by` says in which, the other respects are null. */
export type Group = { count: number; missing: number; own: number } & (
  | { by: "criticality"; criticality: Criticality | null; judgement: Judgement }
  | { by: "tier"; tierId: string | null; judgement: Judgement }
  | { by: "wave"; wave: number | null; judgement: Judgement }
  /** `protection`: the place of the verdict in `PROTECTION_VERDICTS`. */
  | { by: "protection"; protection: number }
);

type Judged = Exclude<Group, { by: "protection" }>;
type Counted = Pick<RecoveryOverview, "coverage" | "withoutTier" | "waves" | "protection">;

/** The groups of all workloads, added up in each respect. */
export function countedGroups(groups: readonly Group[]): Counted {
  const byWave = groups.filter((one) => one.by === "wave");
  const numbers = [...new Set(byWave.map(({ wave }) => wave))].sort(
    (one, other) => (one ?? Number.POSITIVE_INFINITY) - (other ?? Number.POSITIVE_INFINITY),
  );
  return {
    coverage: coverageOf(groups.filter((one) => one.by === "criticality")),
    withoutTier: groupOf(groups.filter((one) => one.by === "tier" && one.tierId === null)),
    waves: numbers.map((number) => ({ number, ...groupOf(byWave.filter(({ wave }) => wave === number)) })),
    protection: protectionOf(groups),
  };
}

/** Groups of one tier or wave as one. */
export function groupOf(groups: readonly Group[]): RecoveryGroup {
  const judged = groups.filter((one): one is Judged => one.by !== "protection");
  const sum = (of: "count" | "missing" | "own") => judged.reduce((total, one) => total + one[of], 0);
  return { workloads: sum("count"), withOwn: sum("own"), missing: sum("missing"), counts: countsOf(judged) };
}

function protectionOf(groups: readonly Group[]): Record<ProtectionVerdict, number> {
  const counts = PROTECTION_VERDICTS.map((verdict, place) => {
    const found = groups.find((one) => one.by === "protection" && one.protection === place);
    return [verdict, found?.count ?? 0] as const;
  });
  const none = { cannot_hold: 0, exposed: 0, unrecorded: 0, unknown: 0, by_design: 0, not_there: 0 };
  return { ...none, ...Object.fromEntries(counts) };
}
