import "server-only";
import type { AuditEventInput } from "@/lib/audit/model";
import { changedFields } from "@/lib/audit/rules/changed-fields";
import type { CommandContext } from "@/lib/command/define-command";
import type { Tx } from "@/lib/db/transaction";
import { AppError, notFound } from "@/lib/kernel/errors";
import { type HeldService, loadServedSites, replaceServedSites, siteNames } from "../adapters/served-sites";
import type { ServedSites } from "../model";
import { servedInWords } from "../rules/served";

/**
 * Sets which sites workloads serve, in bulk: the list that is given takes the place of the one before. One event per
 * workload whose list really changed. `held`: what they serve now, where the caller has locked it already.
 * @throws NOT_FOUND for a workload or site that is not of this program, INVALID when one is named twice.
 */
export async function setWorkloadSites(
  tx: Tx,
  ctx: CommandContext,
  wanted: readonly ServedSites[],
  held?: ReadonlyMap<string, HeldService>,
): Promise<{ ids: string[]; events: AuditEventInput[] }> {
  const ids = wanted.map((one) => one.workloadId);
  requireOnce(ids, "workload");
  for (const { sites } of wanted)
    requireOnce(
      sites.map(({ siteId }) => siteId),
      "site",
    );
  const services = held ?? (await loadServedSites(tx, ids));
  const mentioned = [...wanted, ...services.values()].flatMap(({ sites }) => sites);
  const names = await siteNames(
    tx,
    mentioned.map(({ siteId }) => siteId),
  );
  const told = wanted.flatMap((one) => {
    const event = eventOf(one, services.get(one.workloadId), names);
    return event === null ? [] : [{ ...one, event }];
  });
  await replaceServedSites(
    tx,
    ctx.actor.programId,
    told.map(({ workloadId }) => workloadId),
    told.flatMap(({ workloadId, sites }) => sites.map((site) => ({ ...site, workloadId }))),
  );
  return { ids, events: told.map(({ event }) => event) };
}

function eventOf(
  { workloadId, sites }: ServedSites,
  service: HeldService | undefined,
  names: ReadonlyMap<string, string>,
): AuditEventInput | null {
  if (service === undefined) throw notFound("workload");
  if (sites.some(({ siteId }) => !names.has(siteId))) throw notFound("site");
  const change = changedFields(
    { sites: servedInWords(service.sites, names) },
    { sites: servedInWords(sites, names) },
  );
  if (change === null) return null;
  const subject = { type: "workload", id: workloadId, label: service.name };
  return { action: "workload.sites-set", subject, ...change };
}

function requireOnce(ids: readonly string[], what: string): void {
  if (new Set(ids).size !== ids.length) throw new AppError("INVALID", `A ${what} is named twice.`);
}
