import "server-only";
import type { Actor } from "@/lib/access/model";
import { requireEstate } from "@/lib/access/reads-estate";
import { type Tx, withActor } from "@/lib/db/transaction";
import { isId } from "@/lib/kernel/new-id";
import { Prisma } from "@/prisma/generated/client/client";
import type { AssetChoices, AssetList, AssetRow, AssetView } from "../model";
import { ASSETS_PER_PAGE, type AssetSearch, type AssetSort, NONE } from "../rules/search";

const MOST_LINES = 50_000;

/** A page of 50 of the assets by the filters of the address. Not for partners. */
export function listAssets(actor: Actor, search: AssetSearch): Promise<AssetList> {
  requireEstate(actor, "page");
  return withActor(actor, async (tx) => {
    const where = matching(search);
    const [counts] = await tx.$queryRaw<{ total: number; everything: number; unassigned: number }[]>`
      SELECT (SELECT count(*)::int FROM "Asset" a WHERE ${where}) AS total,
        count(*)::int AS everything, count(*) FILTER (WHERE "workloadId" IS NULL)::int AS unassigned FROM "Asset"`;
    const { total = 0, everything = 0, unassigned = 0 } = counts ?? {};
    const pages = Math.max(1, Math.ceil(total / ASSETS_PER_PAGE));
    const page = Math.min(search.page, pages);
    const range = { limit: ASSETS_PER_PAGE, offset: (page - 1) * ASSETS_PER_PAGE };
    return { rows: await assetRows(tx, where, search, range), total, everything, unassigned, page, pages };
  });
}

/** Every line that the filters leave, for a file; at most 50,000. */
export function exportAssets(actor: Actor, search: AssetSearch): Promise<AssetRow[]> {
  requireEstate(actor, "page");
  return withActor(actor, (tx) => assetRows(tx, matching(search), search, { limit: MOST_LINES, offset: 0 }));
}

/** These assets, by name; ids that are not there are passed over. */
export function listChosenAssets(actor: Actor, ids: readonly string[]): Promise<AssetRow[]> {
  requireEstate(actor, "page");
  const chosen = ids.filter(isId);
  return withActor(actor, (tx) =>
    assetRows(
      tx,
      Prisma.sql`a.id = ANY(${chosen}::uuid[])`,
      { sort: "name", order: "asc" },
      { limit: 500, offset: 0 },
    ),
  );
}

/** One asset with who said what; null when it is not there or not to be seen. */
export function getAsset(actor: Actor, id: string): Promise<AssetView | null> {
  requireEstate(actor, "asset");
  if (!isId(id)) return Promise.resolve(null);
  return withActor(actor, async (tx) => {
    const [row] = await tx.$queryRaw<AssetView[]>`
      SELECT ${COLUMNS}, a.origins, a."createdAt", a."updatedAt"
      FROM "Asset" a LEFT JOIN "Workload" w ON w.id = a."workloadId" WHERE a.id = ${id}::uuid
        AND a."programId" = ${actor.programId}::uuid`;
    return row ?? null;
  });
}

/** What the filters of the list offer: only what occurs. */
export function assetChoices(actor: Actor, search: AssetSearch): Promise<AssetChoices> {
  requireEstate(actor, "page");
  const workloadId = isId(search.workload ?? "") ? search.workload : null;
  return withActor(actor, async (tx) => {
    const [row] = await tx.$queryRaw<AssetChoices[]>`
      SELECT ARRAY(SELECT DISTINCT environment FROM "Asset" WHERE environment IS NOT NULL ORDER BY 1 LIMIT 200) AS environments,
        ARRAY(SELECT DISTINCT location FROM "Asset" WHERE location IS NOT NULL ORDER BY 1 LIMIT 200) AS locations,
        ARRAY(SELECT DISTINCT o.value FROM "Asset" a, jsonb_each_text(a.origins) o ORDER BY 1 LIMIT 200) AS sources,
        (SELECT name FROM "Workload" WHERE id = ${workloadId}::uuid AND "programId" = ${actor.programId}::uuid) AS workload`;
    return row ?? { environments: [], locations: [], sources: [], workload: null };
  });
}

const COLUMNS = Prisma.sql`a.id, a.version, a.name, a.kind::text AS kind, a."workloadId", w.name AS workload, a.role,
  a.environment, a.os, a.cores, a."memoryMb", a."diskGb", a.addresses, a.fqdn, a."powerState", a.location, a.tags,
  ARRAY(SELECT DISTINCT o.value FROM jsonb_each_text(a.origins) o ORDER BY 1) AS sources`;

function assetRows(
  tx: Tx,
  where: Prisma.Sql,
  { sort, order }: Pick<AssetSearch, "sort" | "order">,
  { limit, offset }: { limit: number; offset: number },
): Promise<AssetRow[]> {
  const direction = order === "asc" ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  return tx.$queryRaw<AssetRow[]>`
    SELECT ${COLUMNS} FROM "Asset" a LEFT JOIN "Workload" w ON w.id = a."workloadId" WHERE ${where}
    ORDER BY ${ORDER[sort]} ${direction} NULLS LAST, a."nameKey", a.id LIMIT ${limit}::int OFFSET ${offset}::int`;
}

const ORDER: Record<AssetSort, Prisma.Sql> = {
  name: Prisma.sql`a."nameKey"`,
  kind: Prisma.sql`a.kind`,
  workload: Prisma.sql`w."nameKey"`,
  environment: Prisma.sql`lower(a.environment)`,
  os: Prisma.sql`lower(a.os)`,
  cores: Prisma.sql`a.cores`,
  memory: Prisma.sql`a."memoryMb"`,
  location: Prisma.sql`lower(a.location)`,
};

function matching(search: AssetSearch): Prisma.Sql {
  const conditions = [
    search.q === undefined ? null : textCondition(search.q),
    workloadCondition(search.workload),
    equal(Prisma.sql`a.kind::text`, search.kind),
    equal(Prisma.sql`a.environment`, search.environment),
    equal(Prisma.sql`a.location`, search.location),
    sourceCondition(search.source),
  ].filter((condition) => condition !== null);
  return conditions.length === 0 ? Prisma.sql`true` : Prisma.join(conditions, " AND ");
}

function textCondition(text: string): Prisma.Sql {
  const pattern = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  return Prisma.sql`(a.name ILIKE ${pattern} OR a.fqdn ILIKE ${pattern} OR a.os ILIKE ${pattern} OR a.role ILIKE ${pattern}
    OR array_to_string(a.addresses, ' ') ILIKE ${pattern} OR array_to_string(a.tags, ' ') ILIKE ${pattern})`;
}

function workloadCondition(workload: string | undefined): Prisma.Sql | null {
  if (workload === undefined) return null;
  if (workload === NONE) return Prisma.sql`a."workloadId" IS NULL`;
  if (workload === "any") return Prisma.sql`a."workloadId" IS NOT NULL`;
  return Prisma.sql`a."workloadId" = ${workload}::uuid`;
}

/** A source stands behind any fact; `none`: a person stated all of it. */
function sourceCondition(source: string | undefined): Prisma.Sql | null {
  if (source === undefined) return null;
  if (source === NONE) return Prisma.sql`a.origins = '{}'::jsonb`;
  return Prisma.sql`EXISTS (SELECT 1 FROM jsonb_each_text(a.origins) o WHERE o.value = ${source})`;
}

function equal(column: Prisma.Sql, value: string | undefined): Prisma.Sql | null {
  if (value === undefined) return null;
  return value === NONE ? Prisma.sql`${column} IS NULL` : Prisma.sql`${column} = ${value}`;
}
