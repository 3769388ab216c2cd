import "server-only";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { withActor } from "@/lib/db/transaction";
import { notFound } from "@/lib/kernel/errors";
import type { FilterOption } from "../model/search";
import type { TierView } from "../model/tier";
import type { FormChoices } from "../rules/view";

/** What the form of a workload offers. */
export function listFormChoices(actor: Actor): Promise<FormChoices> {
  requireRight(actor);
  return withActor(actor, async (tx) => {
    const tiers = await tx.tier.findMany({
      select: { id: true, name: true },
      orderBy: [{ rank: "asc" }, { nameKey: "asc" }],
    });
    const people = await tx.person.findMany({
      select: { id: true, name: true },
      orderBy: { nameKey: "asc" },
    });
    const [told] = await tx.$queryRaw<{ sites: string[]; operators: string[]; places: string[] }[]>`
      SELECT coalesce(array_agg(DISTINCT site) FILTER (WHERE site IS NOT NULL), '{}') AS sites,
        coalesce(array_agg(DISTINCT "operatedBy") FILTER (WHERE "operatedBy" IS NOT NULL), '{}') AS operators,
        coalesce(array_agg(DISTINCT "runsAt") FILTER (WHERE "runsAt" IS NOT NULL), '{}') AS places FROM "Workload"`;
    return {
      tiers: tiers.map((tier) => ({ value: tier.id, label: tier.name })),
      people: people.map((person) => ({ value: person.id, label: person.name })),
      sites: told?.sites ?? [],
      operators: told?.operators ?? [],
      places: told?.places ?? [],
    };
  });
}

/** Every workload by name, for choosing the other end of a link. */
export function listWorkloadNames(actor: Actor): Promise<readonly FilterOption[]> {
  requireRight(actor);
  return withActor(actor, async (tx) => {
    const rows = await tx.workload.findMany({
      select: { id: true, name: true },
      orderBy: { nameKey: "asc" },
    });
    return rows.map((row) => ({ value: row.id, label: row.name }));
  });
}

/** The tiers of the program in their rank, with how many workloads each holds. */
export function listTiers(actor: Actor): Promise<readonly TierView[]> {
  requireRight(actor);
  return withActor(actor, async (tx) => {
    const tiers = await tx.tier.findMany({
      select: {
        id: true,
        version: true,
        name: true,
        rank: true,
        rtoMinutes: true,
        rpoMinutes: true,
        availability: true,
        drillIntervalDays: true,
        _count: { select: { workloads: true } },
      },
      orderBy: [{ rank: "asc" }, { nameKey: "asc" }],
    });
    return tiers.map(({ _count, availability, ...tier }) => ({
      ...tier,
      availability: availability?.toString() ?? null,
      workloads: _count.workloads,
    }));
  });
}

function requireRight(actor: Actor): void {
  if (!can(actor, "workload:read")) throw notFound("program");
}
