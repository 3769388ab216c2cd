import "server-only";
import type { Actor } from "@/lib/access/model";
import { requireEstate } from "@/lib/access/reads-estate";
import { withActor } from "@/lib/db/transaction";
import { isId } from "@/lib/kernel/new-id";
import { nameKey } from "@/lib/kernel/text";
import type { NamedPlace, ServiceView, SiteList, SiteRow, SiteView, SiteWorkload } from "../model";

/** Every site by name, and the places that workloads name without anybody having described them. Not for partners. */
export function listSites(actor: Actor): Promise<SiteList> {
  requireEstate(actor, "page");
  return withActor(actor, async (tx) => {
    const rows = await tx.$queryRaw<(Omit<SiteRow, "standing"> & { nameKey: string })[]>`
      SELECT s.id, s.version, s.name, s."nameKey", s.kind::text AS kind, s.zone, s.country, s.users, s.note,
        (SELECT count(*)::int FROM "WorkloadSite" ws WHERE ws."siteId" = s.id) AS serving
      FROM "Site" s ORDER BY s."nameKey"`;
    const named = await tx.$queryRaw<NamedPlace[]>`
      SELECT site AS name, count(*)::int AS workloads FROM "Workload" WHERE site IS NOT NULL GROUP BY site ORDER BY 2 DESC, 1`;
    const places = placesByKey(named);
    const sites = rows.map(({ nameKey: key, ...row }) => ({
      ...row,
      standing: places.get(key)?.workloads ?? 0,
    }));
    const described = new Set(rows.map((row) => row.nameKey));
    const undescribed = [...places]
      .flatMap(([key, place]) => (described.has(key) ? [] : [place]))
      .sort((one, other) => other.workloads - one.workloads || one.name.localeCompare(other.name));
    return { sites, undescribed };
  });
}

/** One site with what stands there and what serves it; null when it is not there or not to be seen. */
export function getSite(actor: Actor, id: string): Promise<SiteView | null> {
  requireEstate(actor, "site");
  if (!isId(id)) return Promise.resolve(null);
  return withActor(actor, async (tx) => {
    const site = await tx.site.findUnique({
      where: { id, programId: actor.programId },
      select: {
        id: true,
        version: true,
        name: true,
        nameKey: true,
        kind: true,
        zone: true,
        country: true,
        users: true,
        note: true,
        updatedAt: true,
        workloads: {
          select: { users: true, workload: { select: { id: true, name: true, criticality: true } } },
          orderBy: { workload: { nameKey: "asc" } },
        },
      },
    });
    if (site === null) return null;
    const { workloads, nameKey: key, ...facts } = site;
    const spelled = await tx.$queryRaw<{ site: string }[]>`
      SELECT DISTINCT site FROM "Workload" WHERE site IS NOT NULL`;
    const standing = await tx.workload.findMany({
      where: { site: { in: spelled.map((row) => row.site).filter((name) => nameKey(name) === key) } },
      select: { id: true, name: true, criticality: true, users: true },
      orderBy: { nameKey: "asc" },
    });
    const serving: SiteWorkload[] = workloads.map(({ workload, users }) => ({ ...workload, users }));
    return { ...facts, standing, serving };
  });
}

/** Every site with whether one workload serves it; null when the workload is not there or not to be seen. */
export function getServedSites(actor: Actor, workloadId: string): Promise<ServiceView | null> {
  requireEstate(actor, "workload");
  if (!isId(workloadId)) return Promise.resolve(null);
  return withActor(actor, async (tx) => {
    const workload = await tx.workload.findUnique({
      where: { id: workloadId, programId: actor.programId },
      select: { id: true, name: true, sites: { select: { siteId: true, users: true } } },
    });
    if (workload === null) return null;
    const { sites: served, ...named } = workload;
    const sites = await tx.site.findMany({
      select: { id: true, name: true, kind: true },
      orderBy: { nameKey: "asc" },
    });
    return {
      workload: named,
      sites: sites.map((site) => {
        const here = served.find(({ siteId }) => siteId === site.id);
        return { ...site, served: here !== undefined, users: here?.users ?? null };
      }),
    };
  });
}

/** Different spellings of one place are one place, under its most used spelling. */
function placesByKey(named: readonly NamedPlace[]): Map<string, NamedPlace> {
  const places = new Map<string, NamedPlace>();
  for (const { name, workloads } of named) {
    const known = places.get(nameKey(name));
    places.set(nameKey(name), { name: known?.name ?? name, workloads: workloads + (known?.workloads ?? 0) });
  }
  return places;
}
