import "server-only";
import type { Actor } from "@/lib/access/model";
import { requireRight } from "@/lib/audit/queries/as-actor";
import { type Tx, withActor } from "@/lib/db/transaction";
import type { RecoveryOverview } from "../model";
import { PROTECTION_VERDICTS, targetMinutes } from "../model";
import { countedGroups, groupOf } from "../rules/groups";
import type { RecoverySearch } from "../rules/search";
import { readStandings, type Standings } from "./standings";
import { readWorkloads } from "./workload-rows";

type Rows = RecoveryOverview["rows"];

/**
 * How many workloads stand where, in all, by tier, wave and protection, and the page of workloads that the search leaves.
 * Right: recovery:read.
 */
export async function recoveryOverview(
  actor: Actor,
  search: RecoverySearch,
  now = new Date(),
): Promise<RecoveryOverview> {
  requireRight(actor, "recovery:read");
  const { programId } = actor;
  return withActor(actor, async (tx) => {
    const standings = await readStandings(tx, { programId, now, search, all: false });
    const tiers = await tx.tier.findMany({
      where: { programId },
      select: { id: true, name: true, rtoMinutes: true, rpoMinutes: true, drillIntervalDays: true },
      orderBy: [{ rank: "asc" }, { nameKey: "asc" }],
    });
    const { groups, total: matched, page } = standings;
    return {
      ...countedGroups(groups),
      tiers: tiers.map(({ rtoMinutes, rpoMinutes, ...tier }) => ({
        ...tier,
        rto: targetMinutes(rtoMinutes),
        rpo: targetMinutes(rpoMinutes),
        ...groupOf(groups.filter((one) => one.by === "tier" && one.tierId === tier.id)),
      })),
      ...{ matched, page, rows: await chosenRows(tx, actor, now, standings) },
    };
  });
}

/** All the workloads that the search leaves, without pages. Right: recovery:read. */
export function exportRecovery(actor: Actor, search: RecoverySearch, now = new Date()): Promise<Rows> {
  requireRight(actor, "recovery:read");
  const { programId } = actor;
  return withActor(actor, async (tx) =>
    chosenRows(tx, actor, now, await readStandings(tx, { programId, now, search, all: true })),
  );
}

async function chosenRows(
  tx: Tx,
  actor: Actor,
  now: Date,
  { chosen }: Pick<Standings, "chosen">,
): Promise<Rows> {
  const ids = chosen.map(({ id }) => id);
  const read = new Map((await readWorkloads(tx, actor, now, ids)).map((one) => [one.id, one]));
  return chosen.flatMap(({ id, protection }) => {
    const workload = read.get(id);
    return workload === undefined
      ? []
      : [{ ...workload, protection: PROTECTION_VERDICTS[protection] ?? "unknown" }];
  });
}
