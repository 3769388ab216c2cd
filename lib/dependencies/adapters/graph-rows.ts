import "server-only";
import type { Actor } from "@/lib/access/model";
import { EVENTS } from "@/lib/audit/model";
import { PREPARED } from "@/lib/db/statement-names";
import { type Tx, withActor } from "@/lib/db/transaction";
import { DEPENDENCY_KINDS } from "../model";
import { type Graph, type GraphWorkload, openPacked } from "../rules/graph";

/** A graph and the last event that may have changed it. */
export type VersionedGraph = { version: string; graph: Graph };

/** The last event that may have changed the graph of the actor's program. */
export async function headOfGraph(tx: Tx): Promise<string | undefined> {
  const [row] = await tx.$queryRawUnsafe<{ version: string }[]>(`${PREPARED} SELECT (${HEAD}) AS version`);
  return row?.version;
}

/**
 * The graph as it is now. For members workloads and links are read side by side, in two transactions that each say the last
 * event they saw: the same for both means the same moment. Where somebody writes in between, and for partners, one statement
 * reads both.
 */
export async function loadGraph(actor: Actor): Promise<VersionedGraph> {
  if (actor.role !== "partner") {
    const [one, other] = await Promise.all([
      withActor(actor, (tx) => readPart(tx, actor, WORKLOADS, NOTHING)),
      withActor(actor, (tx) => readPart(tx, actor, NOTHING, LINKS)),
    ]);
    if (one.version === other.version) return opened(one.version, one.workloads, other.links);
  }
  const { version, workloads, links } = await withActor(actor, (tx) => readPart(tx, actor, WORKLOADS, LINKS));
  return opened(version, workloads, links);
}

type Part = { version: string; workloads: string | null; links: Uint8Array | null };
type Told = [
  id: string,
  name: string,
  criticality: GraphWorkload["criticality"],
  users: number | null,
  site: string | null,
  sites: string[] | null,
  service: string | null,
  wave: number | null,
  business: string | null,
  technical: string | null,
];

async function readPart(tx: Tx, actor: Actor, workloads: string, links: string): Promise<Part> {
  const given =
    actor.role === "partner"
      ? `AND id IN (SELECT "workloadId" FROM "PartnerGrant" WHERE "userId" = (SELECT wavegate_user()))`
      : "";
  // Right after an import the planner takes the tables for empty, and would look for both ends of every link one by one.
  await tx.$executeRaw`SET LOCAL enable_nestloop = off`;
  const rows = await tx.$queryRawUnsafe<Part[]>(`WITH w AS MATERIALIZED (
      SELECT id, name, criticality, users, site, "businessService", "businessOwnerId", "technicalOwnerId",
        (row_number() OVER (ORDER BY "nameKey" COLLATE "C", id) - 1)::bigint AS n FROM "Workload"
      WHERE "programId" = (SELECT wavegate_program()) ${given})
    SELECT (${HEAD}) AS version, (${workloads}) AS workloads, (${links}) AS links`);
  await tx.$executeRaw`SET LOCAL enable_nestloop = on`;
  const [row] = rows;
  if (row === undefined) throw new Error("a statement without a table answered no row");
  return row;
}

const NOTHING = "NULL";

const WORKLOADS = `SELECT json_agg(json_build_array(w.id, w.name, w.criticality, coalesce(w.users, u.users), w.site, u.sites,
      w."businessService", v.number, b.name, t.name) ORDER BY w.n)::text
    FROM w LEFT JOIN (SELECT s."workloadId", array_agg(t.name ORDER BY t."nameKey") AS sites,
        CASE WHEN count(*) = count(s.users) THEN sum(s.users) END AS users
      FROM "WorkloadSite" s JOIN "Site" t ON t.id = s."siteId" GROUP BY s."workloadId") u ON u."workloadId" = w.id
    LEFT JOIN "WaveWorkload" ww ON ww."workloadId" = w.id LEFT JOIN "Wave" v ON v.id = ww."waveId"
    LEFT JOIN "Person" b ON b.id = w."businessOwnerId" LEFT JOIN "Person" t ON t.id = w."technicalOwnerId"`;

const KINDS = DEPENDENCY_KINDS.map((kind, place) => `WHEN '${kind}' THEN ${(place + 1) << 2}`).join(" ");

/** Eight bytes a link, as `linksIn` reads them: place of the dependent (4), place of the needed (3), flags (1). */
const LINKS = `SELECT string_agg(int8send((a.n << 32) | (z.n << 8) | (CASE d.hardness WHEN 'hard' THEN 1 WHEN 'soft' THEN 2 ELSE 0 END
      + CASE d.kind ${KINDS} ELSE 0 END + CASE WHEN d.documented THEN 64 ELSE 0 END)), '')
    FROM "Dependency" d JOIN w a ON a.id = d."dependentId" JOIN w z ON z.id = d."neededId"
    WHERE d."programId" = (SELECT wavegate_program())`;

const LINK_BYTES = 8;

function linksIn(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const links: number[] = [];
  for (let from = 0; from < bytes.byteLength; from += LINK_BYTES) {
    const rest = view.getUint32(from + 4);
    links.push(view.getUint32(from), rest >>> 8, rest & 0xff);
  }
  return links;
}

/** No row at all is told as null. */
function opened(version: string, workloads: string | null, links: Uint8Array | null): VersionedGraph {
  const told: Told[] = JSON.parse(workloads ?? "[]");
  return { version, graph: openPacked(told.map(workloadOf), links === null ? [] : linksIn(links)) };
}

function workloadOf([id, name, criticality, users, site, used, service, wave, business, technical]: Told) {
  const more = (used ?? []).filter((one) => one.toLowerCase() !== site?.toLowerCase());
  const sites = site === null ? more : [site, ...more];
  return {
    id,
    name,
    criticality,
    users,
    sites: sites.length === 0 ? null : sites,
    service,
    wave,
    businessOwner: business,
    technicalOwner: technical,
  };
}

/** Events that change nothing the graph shows. Every other one does, also those that this file has never heard of. */
const ELSEWHERE =
  /^(session|user|risk|risk-domain|gate|checklist|audit|recovery-target|recovery-claim|drill|tier|evidence|calendar|comment|view|pack|mail|risk-scale|gate-template|checklist-template)\./;
const RELEVANT = Object.keys(EVENTS).filter((action) => !ELSEWHERE.test(action));

/** The last event that may have changed the graph: one step into an index for each kind of event. */
const HEAD = `SELECT coalesce(max(newest.seq), 0)::text FROM unnest('{${RELEVANT.join(",")}}'::text[]) AS kinds (action)
  CROSS JOIN LATERAL (SELECT seq FROM "AuditEvent" e
    WHERE e."chainId" = (SELECT wavegate_program()) AND e.action = kinds.action ORDER BY e.seq DESC LIMIT 1) newest`;
