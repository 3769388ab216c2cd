import "server-only";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { withActor } from "@/lib/db/transaction";
import { notFound } from "@/lib/kernel/errors";
import { CRITICALITY_LABELS, DISPOSITION_LABELS, FILTER_LABELS, HEALTH_LABELS, KIND_LABELS } from "../labels";
import { type FilterOption, type FilterOptions, NONE, type TierView } from "../model";
import type { FormChoices } from "../rules/view";

type Present = {
  kinds: string[];
  sites: string[];
  places: string[];
  operators: string[];
  owners: FilterOption[];
  tiers: FilterOption[];
  waves: FilterOption[];
};

/** What each filter of the list offers: only what occurs, and "none" last. */
export function listFilterOptions(actor: Actor): Promise<FilterOptions> {
  requireRight(actor);
  return withActor(actor, async (tx) => {
    const [row] = await tx.$queryRaw<{ present: Present }[]>`
      SELECT json_build_object(
        'kinds', (SELECT coalesce(json_agg(DISTINCT kind), '[]') FROM "Workload" WHERE kind IS NOT NULL),
        'sites', (SELECT coalesce(json_agg(DISTINCT site), '[]') FROM "Workload" WHERE site IS NOT NULL),
        'places', (SELECT coalesce(json_agg(DISTINCT "runsAt"), '[]') FROM "Workload" WHERE "runsAt" IS NOT NULL),
        'operators', '[]'::json,
        'owners', (SELECT coalesce(json_agg(json_build_object('value', p.id, 'label', p.name) ORDER BY p."nameKey"), '[]')
          FROM "Person" p WHERE EXISTS (SELECT 1 FROM "Workload" w WHERE w."businessOwnerId" = p.id)),
        'tiers', (SELECT coalesce(json_agg(json_build_object('value', t.id, 'label', t.name) ORDER BY t.rank, t."nameKey"), '[]') FROM "Tier" t),
        'waves', (SELECT coalesce(json_agg(json_build_object('value', v.number::text, 'label', v.number || '  ' || v.name) ORDER BY v.number), '[]') FROM "Wave" v)
      ) AS present`;
    if (row === undefined) throw notFound("program");
    return optionsOf(row.present);
  });
}

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

function optionsOf(present: Present): FilterOptions {
  const texts = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
  return {
    wave: [...present.waves, none("wave")],
    criticality: [...optionsIn(CRITICALITY_LABELS), none("criticality")],
    health: optionsIn(HEALTH_LABELS),
    kind: [...optionsIn(KIND_LABELS).filter(({ value }) => present.kinds.includes(value)), none("kind")],
    tier: [...present.tiers, none("tier")],
    owner: [...present.owners, none("owner")],
    site: [...texts(present.sites), none("site")],
    disposition: [...optionsIn(DISPOSITION_LABELS), none("disposition")],
    hosted: [...texts(present.places), none("hosted")],
  };
}

function optionsIn(labels: Readonly<Record<string, string>>): FilterOption[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}

function none(key: keyof typeof FILTER_LABELS): FilterOption {
  return { value: NONE, label: FILTER_LABELS[key].none };
}

function requireRight(actor: Actor): void {
  if (!can(actor, "workload:read")) throw notFound("program");
}
