import "server-only";
import type { Actor } from "@/lib/access/model";
import type { Tx } from "@/lib/db/transaction";
import { countingDrillsSql } from "@/lib/recovery/queries/counting-drills";
import { provenTimes } from "@/lib/recovery/rules/judge";
import type { GateKind } from "@/lib/waves/model/states";
import { loadWaveCalendar } from "@/lib/waves/queries/wave-calendar";
import { freezesMet } from "@/lib/waves/rules/freezes";
import { earlierKinds } from "@/lib/waves/rules/guards";
import type { DrillKind } from "@/prisma/generated/client/enums";
import type { EarlierCondition, FreezeFact, GateFacts, RecoveryFact, WaveFact } from "../model/facts";
import { standingSignOffs } from "../rules/earlier-conditions";

type Asked = Pick<GateFacts, "recovery" | "freezes" | "earlierConditions">;
type Gate = { kind: GateKind; attempt: number; criteria: readonly { key: string; source: string }[] };

/** The facts that only some criteria need; null where the gate has no such criterion. */
export async function loadAsked(
  tx: Tx,
  actor: Pick<Actor, "programId">,
  { gate, wave, workloadIds }: { gate: Gate; wave: WaveFact; workloadIds: readonly string[] },
): Promise<Asked> {
  const asks = (key: string) => gate.criteria.some((one) => one.key === key && one.source === "computed");
  return {
    recovery: asks("recovery") ? await loadRecovery(tx, actor, workloadIds) : null,
    freezes: asks("calendar") ? await loadFreezes(tx, actor, { gate, wave }) : null,
    earlierConditions: asks("conditions") ? await loadEarlierConditions(tx, { gate, wave }) : null,
  };
}

type RecoveryRow = {
  workloadId: string;
  stateful: boolean | null;
  drillIntervalDays: number | null;
} & (
  | { id: null }
  | {
      id: string;
      kind: DrillKind;
      declaredAt: Date;
      usableAt: Date | null;
      lastGoodAt: Date | null;
      overtaken: boolean;
    }
);

async function loadRecovery(
  tx: Tx,
  { programId }: Pick<Actor, "programId">,
  workloadIds: readonly string[],
): Promise<RecoveryFact[]> {
  const rows = await tx.$queryRaw<RecoveryRow[]>`
    WITH counting AS (${countingDrillsSql(programId, workloadIds)})
    SELECT w.id AS "workloadId", w.stateful, t."drillIntervalDays", c.id, c.kind, c."declaredAt", c."usableAt",
      c."lastGoodAt", c.overtaken
    FROM "Workload" w LEFT JOIN "Tier" t ON t.id = w."tierId" LEFT JOIN counting c ON c."workloadId" = w.id
    WHERE w."programId" = ${programId}::uuid AND w.id = ANY(${[...workloadIds]}::uuid[])`;
  return rows.map((row) => {
    const { workloadId, stateful, drillIntervalDays } = row;
    if (row.id === null) return { workloadId, stateful, drillIntervalDays, drill: null };
    const { id, kind, declaredAt, overtaken } = row;
    const drill = { id, kind, declaredAt, overtaken, ...provenTimes(row) };
    return { workloadId, stateful, drillIntervalDays, drill };
  });
}

async function loadFreezes(
  tx: Tx,
  actor: Pick<Actor, "programId">,
  { gate, wave }: { gate: Gate; wave: WaveFact },
): Promise<FreezeFact[]> {
  const { windowStartAt: startAt, windowEndAt: endAt } = wave;
  if (startAt === null || endAt === null) return [];
  const { periods, exceptions } = await loadWaveCalendar(tx, actor, { id: wave.id, attempt: gate.attempt });
  return freezesMet(periods, exceptions, { startAt, endAt }).map(({ period, exception, ...time }) => ({
    periodId: period.id,
    title: period.title,
    scope: period.scope.of === "program" ? "whole program" : period.scope.name,
    startAt: time.startAt,
    endAt: time.endAt,
    exception: exception?.reason ?? null,
  }));
}

/** What is due after the cutover waits until the wave leaves hypercare. */
async function loadEarlierConditions(
  tx: Tx,
  { gate, wave }: { gate: Gate; wave: WaveFact },
): Promise<EarlierCondition[]> {
  const gates = await tx.gate.findMany({
    where: { waveId: wave.id, attempt: gate.attempt, kind: { in: [...earlierKinds(gate.kind)] } },
    select: {
      kind: true,
      name: true,
      signOffs: { select: { id: true, userId: true, round: true } },
      conditions: {
        where: {
          closedAt: null,
          ...(gate.kind === "hypercare_exit" ? {} : { due: "before_cutover" }),
        },
        select: { id: true, text: true, signOffId: true },
        orderBy: { createdAt: "asc" },
      },
    },
  });
  return gates.flatMap(({ kind, name, signOffs, conditions }) => {
    const standing = standingSignOffs(signOffs);
    return conditions.flatMap(({ id, text, signOffId }) =>
      standing.has(signOffId) ? [{ id, text, gateKind: kind, gateName: name }] : [],
    );
  });
}
