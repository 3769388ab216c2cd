import * as z from "zod";
import type { Actor } from "@/lib/access/model";
import { applyAssetChanges } from "@/lib/assets/commands/apply-asset-changes";
import type { NewAsset } from "@/lib/assets/model";
import { applyClaims } from "@/lib/claims/commands/apply-claims";
import { ensureSources } from "@/lib/claims/commands/ensure-sources";
import { raiseQuestions } from "@/lib/claims/commands/raise-questions";
import type { SubjectRef, Value } from "@/lib/claims/model";
import { defineCommand } from "@/lib/command/define-command";
import { eventList } from "@/lib/command/event-list";
import { withActor } from "@/lib/db/transaction";
import { applyWorkloadChanges } from "@/lib/workloads/commands/apply-workload-changes";
import type { NewWorkload } from "@/lib/workloads/model/workload";

type Disputed = { field: string; stated: Value };

/** A workload whose facts the source `behind` stands for, and the open questions that "CMDB" raised about it. */
export async function disputedWorkload(
  actor: Actor,
  facts: NewWorkload,
  disputed: readonly Disputed[],
  behind: string | null = "RVTools",
): Promise<{ workloadId: string; questionIds: string[] }> {
  const origins = behind === null ? {} : Object.fromEntries(disputed.map(({ field }) => [field, behind]));
  let workloadId = "";
  await raising(actor, disputed, async (tx, ctx) => {
    const { ids, events } = await applyWorkloadChanges(tx, ctx, [{ kind: "create", facts, origins }]);
    workloadId = ids[0] ?? "";
    return { about: { workloadId }, events };
  });
  return { workloadId, questionIds: await questionsAbout(actor, workloadId) };
}

/** The same for an asset. */
export async function disputedAsset(
  actor: Actor,
  facts: NewAsset,
  disputed: readonly Disputed[],
): Promise<{ assetId: string; questionIds: string[] }> {
  const origins = Object.fromEntries(disputed.map(({ field }) => [field, "RVTools"]));
  let assetId = "";
  await raising(actor, disputed, async (tx, ctx) => {
    const { ids, events } = await applyAssetChanges(tx, ctx, [{ kind: "create", facts, origins }]);
    assetId = ids[0] ?? "";
    return { about: { assetId }, events };
  });
  return { assetId, questionIds: await questionsAbout(actor, assetId) };
}

type Core = Parameters<typeof applyClaims>;
type Made = { about: SubjectRef; events: Awaited<ReturnType<typeof raiseQuestions>> };

async function raising(
  actor: Actor,
  disputed: readonly Disputed[],
  make: (tx: Core[0], ctx: Core[1]) => Promise<Made>,
): Promise<void> {
  const command = defineCommand({
    permission: "workload:write",
    input: z.object({}),
    lock: "shared",
    run: async (tx, ctx) => {
      const { about, events } = await make(tx, ctx);
      const facts = Object.fromEntries(disputed.map(({ field, stated }) => [field, stated]));
      const said = { ...about, source: "CMDB", externalId: null, importId: null, facts };
      const asked = disputed.map(({ field, stated }) => ({
        ...about,
        field,
        statedValue: stated,
        statedSource: "CMDB",
        importId: null,
      }));
      const all = [
        ...events,
        ...(await ensureSources(tx, ctx, ["CMDB", "RVTools"])),
        ...(await applyClaims(tx, ctx, [said])),
        ...(await raiseQuestions(tx, ctx, asked)),
      ];
      return { value: null, events: eventList(all) };
    },
  });
  await command({ actor }, {});
}

async function questionsAbout(actor: Actor, id: string): Promise<string[]> {
  const rows = await withActor(actor, (tx) =>
    tx.factQuestion.findMany({
      where: { OR: [{ workloadId: id }, { assetId: id }] },
      select: { id: true },
      orderBy: { field: "asc" },
    }),
  );
  return rows.map((row) => row.id);
}
