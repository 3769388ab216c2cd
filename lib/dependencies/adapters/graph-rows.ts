import "server-only";
import type { Actor } from "@/lib/access/model";
import { EVENTS } from "@/lib/audit/model";
import { PREPARED } from "@/lib/db/statement-names";
import { type Tx, withActor } from "@/lib/db/transaction";
import { DEPENDENCY_KINDS } from "../model";
import type { Graph } from "../rules/graph";
import { openTold, type Told } from "../rules/graph-told";

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
      withActor(actor, (tx) => readPart(tx, actor, { workloads: true, links: false })),
      withActor(actor, (tx) => readPart(tx, actor, { workloads: false, links: true })),
    ]);
    const { workloads, ranks } = one;
    if (one.version === other.version)
      return { version: one.version, graph: openTold({ ...other, workloads, ranks }) };
  }
  const { version, ...told } = await withActor(actor, (tx) =>
    readPart(tx, actor, { workloads: true, links: true }),
  );
  return { version, graph: openTold(told) };
}

type Part = { version: string } & Told;
type Asked = { workloads: boolean; links: boolean };

async function readPart(tx: Tx, actor: Actor, { workloads, links }: Asked): Promise<Part> {
  const given =
    actor.role === "partner"
      ? `AND id IN (SELECT "workloadId" FROM "PartnerGrant" WHERE "userId" = (SELECT wavegate_user()))`
      : "";
  // Right after an import the planner takes the tables for empty, and would look for both ends of every link one by one.
  await tx.$executeRaw`SET LOCAL enable_nestloop = off`;
  const rows = await tx.$queryRawUnsafe<Part[]>(`WITH w AS MATERIALIZED (
      SELECT id, ${workloads ? FACTS : ""} (row_number() OVER (ORDER BY id) - 1)::bigint AS n FROM "Workload"
      WHERE "programId" = (SELECT wavegate_program()) ${given}),
      named AS MATERIALIZED (${workloads ? WORKLOADS : NO_WORKLOADS})
    SELECT (${HEAD}) AS version, named.workloads, named.ranks, (${links ? SITES : NOTHING}) AS sites,
      (${links ? LINKS : NOTHING}) AS links FROM named`);
  await tx.$executeRaw`SET LOCAL enable_nestloop = on`;
  const [row] = rows;
  if (row === undefined) throw new Error("a statement without a table answered no row");
  return row;
}

const NOTHING = "NULL";
const NO_WORKLOADS = "SELECT NULL AS workloads, NULL AS ranks";

const FACTS = `name, "nameKey", criticality, users, site, "businessService", "businessOwnerId", "technicalOwnerId",`;

/**
 * One list for each column, as `openTold` reads them: an array of values is put into words far faster than an object a row.
 * They come in the order of their names; sites and links know them by their rank among the ids, which is found faster.
 */
const WORKLOADS = `SELECT json_build_array(array_agg(o.id), array_agg(o.name), array_agg(o.criticality), array_agg(o.users),
      array_agg(o.site), array_agg(o."businessService"), array_agg(o.number), array_agg(o.business), array_agg(o.technical))::text AS workloads,
      array_to_json(array_agg(o.n))::text AS ranks
    FROM (SELECT w.*, v.number, b.name AS business, t.name AS technical FROM w
      LEFT JOIN "WaveWorkload" ww ON ww."workloadId" = w.id LEFT JOIN "Wave" v ON v.id = ww."waveId"
      LEFT JOIN "Person" b ON b.id = w."businessOwnerId" LEFT JOIN "Person" t ON t.id = w."technicalOwnerId"
      ORDER BY w."nameKey" COLLATE "C", w.id OFFSET 0) o`;

/** The sites by name, and of every use the rank of the workload, that of the site, and its users. */
const SITES = `WITH t AS MATERIALIZED (SELECT id, name, (row_number() OVER (ORDER BY "nameKey", id) - 1)::int AS n FROM "Site")
    SELECT json_build_array((SELECT array_agg(t.name ORDER BY t.n) FROM t), array_agg(w.n), array_agg(t.n), array_agg(s.users))::text
    FROM "WorkloadSite" s JOIN t ON t.id = s."siteId" JOIN w ON w.id = s."workloadId"`;

const KINDS = DEPENDENCY_KINDS.map((kind, place) => `WHEN '${kind}' THEN ${(place + 1) << 2}`).join(" ");

/** Eight bytes a link, as `openTold` reads them: rank of the dependent (4), rank of the needed (3), flags (1). */
const LINKS = `SELECT string_agg(int8send((a.n << 32) | (z.n << 8) | (CASE d.hardness WHEN 'hard' THEN 1 WHEN 'soft' THEN 2 ELSE 0 END
      + CASE d.kind ${KINDS} ELSE 0 END + CASE WHEN d.documented THEN 64 ELSE 0 END)), '')
    FROM "Dependency" d JOIN w a ON a.id = d."dependentId" JOIN w z ON z.id = d."neededId"
    WHERE d."programId" = (SELECT wavegate_program())`;

/** Events that change nothing the graph shows. Every other one does, also those that this file has never heard of. */
const ELSEWHERE =
  /^(session|user|risk|risk-domain|control|gate|checklist|audit|recovery-target|recovery-claim|recovery-component|drill|tier|evidence|calendar|comment|view|pack|mail|risk-scale|gate-template|checklist-template)\./;
const RELEVANT = Object.keys(EVENTS).filter((action) => !ELSEWHERE.test(action));

/** The last event that may have changed the graph: one step into an index for each kind of event. */
const HEAD = `SELECT coalesce(max(newest.seq), 0)::text FROM unnest('{${RELEVANT.join(",")}}'::text[]) AS kinds (action)
  CROSS JOIN LATERAL (SELECT seq FROM "AuditEvent" e
    WHERE e."chainId" = (SELECT wavegate_program()) AND e.action = kinds.action ORDER BY e.seq DESC LIMIT 1) newest`;
