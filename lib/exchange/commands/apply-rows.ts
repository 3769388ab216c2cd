import "server-only";
import { loadAssets } from "@/lib/assets/adapters/asset-rows";
import { applyAssetChanges } from "@/lib/assets/commands/apply-asset-changes";
import type { AuditEventInput } from "@/lib/audit/model";
import type { CommandContext } from "@/lib/command/define-command";
import type { Tx } from "@/lib/db/transaction";
import { loadLinks } from "@/lib/dependencies/adapters/dependency-rows";
import { applyDependencyChanges } from "@/lib/dependencies/commands/apply-dependency-changes";
import { applyExternalLinks } from "@/lib/dependencies/commands/apply-external-links";
import { nameKey } from "@/lib/kernel/text";
import { loadProcesses } from "@/lib/processes/adapters/process-rows";
import { applyProcessChanges } from "@/lib/processes/commands/apply-process-changes";
import { lockTargets } from "@/lib/recovery/adapters/target-rows";
import { applyTargetChanges } from "@/lib/recovery/commands/apply-target-changes";
import { loadRisks } from "@/lib/risks/adapters/risk-rows";
import { applyRiskChanges } from "@/lib/risks/commands/apply-risk-changes";
import { loadSites } from "@/lib/sites/adapters/site-rows";
import { applySiteChanges } from "@/lib/sites/commands/apply-site-changes";
import { addPlannedWaves, joinWaves } from "@/lib/waves/commands/apply-memberships";
import { loadForChange } from "@/lib/workloads/adapters/workload-rows";
import { applyWorkloadChanges } from "@/lib/workloads/commands/apply-workload-changes";
import { type KeptRow, tableOf } from "../adapters/import-rows";
import type { Entity } from "../model/reading";
import {
  assetChange,
  dependencyChange,
  externalLink,
  type Ids,
  processChange,
  riskChange,
  siteChange,
  targetChange,
  workloadChange,
} from "../rules/changes";

/** One thing that was written: `before` holds the facts that changed as they were; null for what is new. */
export type Written = { id: string; created: boolean; before: object | null };
/** `ids` answers the subjects of the rows, in their order. */
type Applied = { ids: readonly string[]; written: readonly Written[]; events: readonly AuditEventInput[] };

/** Writes new and changed rows of one entity through the core that single edits use. */
export type ApplyRows = (tx: Tx, ctx: CommandContext, rows: readonly KeptRow[], ids: Ids) => Promise<Applied>;

export const APPLY: Record<Entity, ApplyRows> = {
  async workload(tx, ctx, rows, ids) {
    const changes = rows.map((row) => workloadChange(row, ids));
    const held = await loadForChange(tx, knownIds(rows));
    const result = await applyWorkloadChanges(tx, ctx, changes, held);
    rows.forEach((row, at) => {
      const id = result.ids[at];
      if (row.id === null && id !== undefined) ids.workloads.set(nameKey(row.subject), id);
    });
    return { ...result, written: writtenOf(result.ids, changes, held) };
  },
  async site(tx, ctx, rows) {
    const changes = rows.map((row) => siteChange(row));
    const held = await loadSites(tx, knownIds(rows));
    const result = await applySiteChanges(tx, ctx, changes, held);
    return { ...result, written: writtenOf(result.ids, changes, held) };
  },
  async process(tx, ctx, rows, ids) {
    const changes = rows.map((row) => processChange(row, ids));
    const held = await loadProcesses(tx, knownIds(rows));
    const result = await applyProcessChanges(tx, ctx, changes, held);
    return { ...result, written: writtenOf(result.ids, changes, held) };
  },
  async asset(tx, ctx, rows, ids) {
    const changes = rows.map((row) => assetChange(row, ids));
    const held = await loadAssets(tx, knownIds(rows));
    const result = await applyAssetChanges(tx, ctx, changes, held);
    return { ...result, written: writtenOf(result.ids, changes, held) };
  },
  async wave(tx, ctx, rows, ids) {
    const result = await addPlannedWaves(
      tx,
      ctx,
      rows.map((row) => row.subject),
    );
    rows.forEach((row, at) => {
      const id = result.ids[at];
      if (id !== undefined) ids.waves.set(nameKey(row.subject), id);
    });
    return { ...result, written: result.ids.map(created) };
  },
  async membership(tx, ctx, rows, ids) {
    const members = rows.map(({ sets }) => ({
      waveId: idOf(ids.waves, sets.wave),
      workloadId: idOf(ids.workloads, sets.workload),
    }));
    const events = await joinWaves(tx, ctx, members);
    const written = members.map(({ workloadId, waveId }) => ({
      id: workloadId,
      created: true,
      before: { waveId },
    }));
    return { ids: members.map((member) => member.workloadId), written, events };
  },
  async dependency(tx, ctx, rows, ids) {
    const changes = rows.map((row) => dependencyChange(row, ids));
    const held = await loadLinks(tx, knownIds(rows));
    const result = await applyDependencyChanges(tx, ctx, changes);
    return { ...result, written: writtenOf(result.ids, changes, held) };
  },
  async "external-link"(tx, ctx, rows, ids) {
    const held = await rawRows(tx, "external-link", knownIds(rows));
    const links = rows.map((row) => externalLink(row, ids));
    const result = await applyExternalLinks(tx, ctx, links);
    const fresh = new Set(result.created);
    const written = result.ids.map((id) => {
      if (fresh.has(id)) return created(id);
      const before = held.get(id) ?? {};
      return {
        id,
        created: false,
        before: { facts: picked(before, ["kind", "hardness", "source", "note"]) },
      };
    });
    return { ...result, written };
  },
  async risk(tx, ctx, rows, ids) {
    const held = await loadRisks(tx, knownIds(rows));
    const ratings = new Map([...held].map(([id, risk]) => [id, ratingFacts(risk)]));
    const changes = rows.map((row) => riskChange(row, ids, ratings));
    const result = await applyRiskChanges(tx, ctx, changes);
    return { ...result, written: writtenOf(result.ids, changes, held) };
  },
  async target(tx, ctx, rows, ids) {
    const changes = rows.map((row) => targetChange(row, ids));
    const held = await lockTargets(
      tx,
      changes.map((change) => change.workloadId),
    );
    const result = await applyTargetChanges(tx, ctx, changes);
    const targets = await targetIds(tx, result.ids);
    const written = result.ids.map((workloadId) => {
      const before = held.get(workloadId);
      const id = targets.get(workloadId) ?? "";
      if (before === undefined || before.version === 0) return { id, created: true, before: { workloadId } };
      const { rtoMinutes, rpoMinutes, reason } = before;
      return { id, created: false, before: { workloadId, facts: { rtoMinutes, rpoMinutes, reason } } };
    });
    return { ...result, ids: result.ids.map((id) => targets.get(id) ?? id), written };
  },
};

type Change = { kind: string; facts?: object };

function writtenOf(
  ids: readonly string[],
  changes: readonly Change[],
  held: ReadonlyMap<string, object>,
): Written[] {
  return ids.map((id, at) => {
    const change = changes[at];
    const before = held.get(id);
    if (change === undefined || change.kind === "create" || before === undefined) return created(id);
    const facts = picked(before, Object.keys(change.facts ?? {}));
    return {
      id,
      created: false,
      before: { facts, ...("origins" in before ? { origins: before.origins } : {}) },
    };
  });
}

function created(id: string): Written {
  return { id, created: true, before: null };
}

function picked(row: object, keys: readonly string[]): Record<string, unknown> {
  const wanted = new Set(keys);
  return Object.fromEntries(Object.entries(row).filter(([key]) => wanted.has(key)));
}

function knownIds(rows: readonly KeptRow[]): string[] {
  return rows.flatMap((row) => row.id ?? []);
}

function idOf(ids: ReadonlyMap<string, string>, name: unknown): string {
  const id = ids.get(nameKey(String(name)));
  if (id === undefined) throw new Error(`the plan names “${String(name)}”, which has no id`);
  return id;
}

async function rawRows(tx: Tx, entity: string, ids: readonly string[]): Promise<Map<string, object>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ id: string; held: object }[]>`
    SELECT t.id, to_jsonb(t) AS held FROM ${tableOf(entity)} t WHERE t.id = ANY(${[...ids]}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row.held]));
}

async function targetIds(tx: Tx, workloadIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ id: string; workloadId: string }[]>`
    SELECT id, "workloadId" FROM "RecoveryTarget" WHERE "workloadId" = ANY(${[...workloadIds]}::uuid[])`;
  return new Map(rows.map((row) => [row.workloadId, row.id]));
}

type Rated = Record<"inherent" | "current" | "target", { likelihood: number | null; impact: number | null }>;

function ratingFacts(risk: Rated): Record<string, number | null> {
  return {
    inherent_likelihood: risk.inherent.likelihood,
    inherent_impact: risk.inherent.impact,
    current_likelihood: risk.current.likelihood,
    current_impact: risk.current.impact,
    target_likelihood: risk.target.likelihood,
    target_impact: risk.target.impact,
  };
}
