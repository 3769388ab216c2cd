import "server-only";
import type { Actor } from "@/lib/access/model";
import { requireEstate } from "@/lib/access/reads-estate";
import { withActor } from "@/lib/db/transaction";
import { isId } from "@/lib/kernel/new-id";
import type { WorkloadPlaces } from "../model";

const MOST_ASSETS = 50;

/** The sites a workload serves, the business processes it carries and the assets it runs on. */
export function placesOf(actor: Actor, workloadId: string): Promise<WorkloadPlaces> {
  requireEstate(actor, "workload");
  if (!isId(workloadId)) return Promise.resolve({ sites: [], processes: [], assets: [], assetCount: 0 });
  return withActor(actor, async (tx) => {
    const sites = await tx.workloadSite.findMany({
      where: { workloadId },
      select: { users: true, site: { select: { id: true, name: true, kind: true, zone: true } } },
      orderBy: { site: { nameKey: "asc" } },
    });
    const processes = await tx.processWorkload.findMany({
      where: { workloadId },
      select: {
        process: {
          select: {
            id: true,
            name: true,
            criticality: true,
            rtoMinutes: true,
            rpoMinutes: true,
            owner: { select: { name: true } },
          },
        },
      },
      orderBy: { process: { nameKey: "asc" } },
    });
    const assets = await tx.asset.findMany({
      where: { workloadId },
      select: { id: true, name: true, kind: true, role: true, environment: true, os: true },
      orderBy: { nameKey: "asc" },
      take: MOST_ASSETS,
    });
    return {
      sites: sites.map(({ site, users }) => ({ ...site, users })),
      processes: processes.map(({ process: { owner, ...rest } }) => ({
        ...rest,
        owner: owner?.name ?? null,
      })),
      assets,
      assetCount: await tx.asset.count({ where: { workloadId } }),
    };
  });
}
