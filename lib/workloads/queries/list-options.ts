import "server-only";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { withActor } from "@/lib/db/transaction";
import { notFound } from "@/lib/kernel/errors";
import {
  CRITICALITY_LABELS,
  CUTOVER_LABELS,
  DISPOSITION_LABELS,
  FILTER_LABELS,
  HEALTH_LABELS,
  HOSTING_LABELS,
  KIND_LABELS,
  MISSING_LABELS,
} from "../labels";
import { type FilterOption, type FilterOptions, NONE } from "../model/search";

type Present = {
  kinds: string[];
  sites: string[];
  regions: string[];
  places: string[];
  sources: string[];
  owners: FilterOption[];
  technical: FilterOption[];
  tiers: FilterOption[];
  waves: FilterOption[];
};

const distinct = (name: string, column: string) =>
  `'${name}', (SELECT coalesce(json_agg(d.v ORDER BY d.v), '[]') FROM (SELECT DISTINCT ${column}::text AS v FROM "Workload"
    WHERE ${column} IS NOT NULL) d)`;
const people = (name: string, column: string) =>
  `'${name}', (SELECT coalesce(json_agg(json_build_object('value', p.id, 'label', p.name) ORDER BY p."nameKey"), '[]')
    FROM "Person" p WHERE p.id IN (SELECT "${column}" FROM "Workload"))`;

const PRESENT = `SELECT json_build_object(
  ${distinct("kinds", "kind")}, ${distinct("sites", "site")}, ${distinct("regions", "region")},
  ${distinct("places", `"runsAt"`)}, ${distinct("sources", "source")},
  ${people("owners", "businessOwnerId")}, ${people("technical", "technicalOwnerId")},
  'tiers', (SELECT coalesce(json_agg(json_build_object('value', t.id, 'label', t.name) ORDER BY t.rank, t."nameKey"), '[]') FROM "Tier" t),
  'waves', (SELECT coalesce(json_agg(json_build_object('value', v.number::text, 'label', v.number || '  ' || v.name) ORDER BY v.number), '[]')
    FROM "Wave" v)) AS present`;

/** What each filter of the list offers: only what occurs, and "none" last. */
export function listFilterOptions(actor: Actor): Promise<FilterOptions> {
  if (!can(actor, "workload:read")) throw notFound("program");
  return withActor(actor, async (tx) => {
    const [row] = await tx.$queryRawUnsafe<{ present: Present }[]>(PRESENT);
    if (row === undefined) throw notFound("program");
    return optionsOf(row.present);
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
    technical: [...present.technical, none("technical")],
    site: [...texts(present.sites), none("site")],
    region: [...texts(present.regions), none("region")],
    hosted: [...texts(present.places), none("hosted")],
    disposition: [...optionsIn(DISPOSITION_LABELS), none("disposition")],
    hosting: [...optionsIn(HOSTING_LABELS), none("hosting")],
    cutover: [...optionsIn(CUTOVER_LABELS), none("cutover")],
    source: [...texts(present.sources), none("source")],
    missing: [...optionsIn(MISSING_LABELS), none("missing")],
    question: [{ value: "open", label: "At least one" }, none("question")],
  };
}

function optionsIn(labels: Readonly<Record<string, string>>): FilterOption[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}

function none(key: keyof typeof FILTER_LABELS): FilterOption {
  return { value: NONE, label: FILTER_LABELS[key].none };
}
