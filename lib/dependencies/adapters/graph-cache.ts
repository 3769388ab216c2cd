import "server-only";
import type { Actor } from "@/lib/access/model";
import { EVENTS } from "@/lib/audit/model";
import { PREPARED } from "@/lib/db/statement-names";
import type { Tx } from "@/lib/db/transaction";
import { DEPENDENCY_KINDS } from "../model";
import { type Graph, type GraphWorkload, openPacked } from "../rules/graph";

const MOST_PROGRAMS = 6;

type Kept = { version: string; graph: Graph };
const held = globalThis as typeof globalThis & { wavegateGraphs?: Map<string, Kept> };

/**
 * The graph that the actor may see. Members see all of their program, so they share one copy in this process for as long
 * as the program's audit trail tells of nothing that changes it: whatever changes writes an event in the same transaction. What partners see
 * is theirs alone: it is read anew each time and never kept.
 */
export async function readGraph(tx: Tx, actor: Actor): Promise<Graph> {
  if (actor.role === "partner") return (await loadGraph(tx, actor)).graph;
  const kept = cache().get(actor.programId);
  if (kept !== undefined && kept.version === (await headOf(tx))) return kept.graph;
  const fresh = await loadGraph(tx, actor);
  keep(actor.programId, fresh);
  return fresh.graph;
}

type Row = { version: string; workloads: string; links: string };
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

/** Head and graph in one statement, so that both are of the same moment. Links come as numbers, three each. */
async function loadGraph(tx: Tx, actor: Actor): Promise<Kept> {
  const given =
    actor.role === "partner"
      ? `AND id IN (SELECT "workloadId" FROM "PartnerGrant" WHERE "userId" = (SELECT wavegate_user()))`
      : "";
  // Right after an import the planner takes the tables for empty, and would look for both ends of every link one by one.
  await tx.$executeRaw`SET LOCAL enable_nestloop = off`;
  const rows = await tx.$queryRawUnsafe<Row[]>(
    `WITH w AS MATERIALIZED (
      SELECT id, name, criticality, users, site, "businessService", "businessOwnerId", "technicalOwnerId",
        row_number() OVER (ORDER BY "nameKey" COLLATE "C", id) - 1 AS n FROM "Workload"
      WHERE "programId" = (SELECT wavegate_program()) ${given}),
    used AS (SELECT s."workloadId", array_agg(t.name ORDER BY t."nameKey") AS sites,
        CASE WHEN count(*) = count(s.users) THEN sum(s.users) END AS users
      FROM "WorkloadSite" s JOIN "Site" t ON t.id = s."siteId" GROUP BY s."workloadId")
    SELECT (${HEAD}) AS version,
      (SELECT coalesce(json_agg(json_build_array(w.id, w.name, w.criticality, coalesce(w.users, u.users), w.site, u.sites,
          w."businessService", v.number, b.name, t.name) ORDER BY w.n), '[]')::text
        FROM w LEFT JOIN used u ON u."workloadId" = w.id
        LEFT JOIN "WaveWorkload" ww ON ww."workloadId" = w.id LEFT JOIN "Wave" v ON v.id = ww."waveId"
        LEFT JOIN "Person" b ON b.id = w."businessOwnerId" LEFT JOIN "Person" t ON t.id = w."technicalOwnerId") AS workloads,
      (SELECT coalesce(string_agg(a.n || ',' || z.n || ',' ||
          ((CASE d.hardness WHEN 'hard' THEN 1 WHEN 'soft' THEN 2 ELSE 0 END)
            | (coalesce(array_position($1::text[], d.kind::text), 0) << 2)
            | (CASE WHEN d.documented THEN 64 ELSE 0 END)), ','), '')
        FROM "Dependency" d JOIN w a ON a.id = d."dependentId" JOIN w z ON z.id = d."neededId"
        WHERE d."programId" = (SELECT wavegate_program())) AS links`,
    [...DEPENDENCY_KINDS],
  );
  await tx.$executeRaw`SET LOCAL enable_nestloop = on`;
  const [row] = rows;
  if (row === undefined) throw new Error("a statement without a table answered no row");
  const told: Told[] = JSON.parse(row.workloads);
  const links: number[] = JSON.parse(`[${row.links}]`);
  return { version: row.version, graph: openPacked(told.map(workloadOf), links) };
}

/** Events that change nothing the graph shows. Every other one does, also those that this file has never heard of. */
const ELSEWHERE =
  /^(session|user|risk|risk-domain|gate|checklist|audit|recovery-target|recovery-claim|drill|tier)\./;
const RELEVANT = Object.keys(EVENTS).filter((action) => !ELSEWHERE.test(action));

/** The last event that may have changed the graph: one step into an index for each kind of event. */
const HEAD = `SELECT coalesce(max(newest.seq), 0)::text FROM unnest('{${RELEVANT.join(",")}}'::text[]) AS kinds (action)
  CROSS JOIN LATERAL (SELECT seq FROM "AuditEvent" e
    WHERE e."chainId" = (SELECT wavegate_program()) AND e.action = kinds.action ORDER BY e.seq DESC LIMIT 1) newest`;

async function headOf(tx: Tx): Promise<string | undefined> {
  const [row] = await tx.$queryRawUnsafe<{ version: string }[]>(`${PREPARED} SELECT (${HEAD}) AS version`);
  return row?.version;
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

function cache(): Map<string, Kept> {
  held.wavegateGraphs ??= new Map();
  return held.wavegateGraphs;
}

/** The program asked last stays longest. */
function keep(programId: string, fresh: Kept): void {
  const kept = cache();
  kept.delete(programId);
  kept.set(programId, fresh);
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_PROGRAMS) break;
    kept.delete(oldest);
  }
}
