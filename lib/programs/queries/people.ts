import "server-only";
import type { Actor } from "@/lib/access/model";
import { requireEstate } from "@/lib/access/reads-estate";
import { type Tx, withActor } from "@/lib/db/transaction";
import { isId } from "@/lib/kernel/new-id";
import { Prisma } from "@/prisma/generated/client/client";
import type { PersonReference, PersonRow, PersonView } from "../model";

/** Everybody whom facts refer to, by name, with what refers to them. Not for partners. */
export function listPeopleInFacts(actor: Actor): Promise<PersonRow[]> {
  requireEstate(actor, "page");
  return withActor(actor, (tx) => personRows(tx, Prisma.sql`p."programId" = ${actor.programId}::uuid`));
}

/** One person with everything that refers to it; null when it is not there or not to be seen. */
export function getPerson(actor: Actor, id: string): Promise<PersonView | null> {
  requireEstate(actor, "person");
  if (!isId(id)) return Promise.resolve(null);
  return withActor(actor, async (tx) => {
    const [row] = await personRows(tx, Prisma.sql`p.id = ${id}::uuid`);
    if (row === undefined) return null;
    return { ...row, references: await referencesTo(tx, id) };
  });
}

function personRows(tx: Tx, where: Prisma.Sql): Promise<PersonRow[]> {
  return tx.$queryRaw<PersonRow[]>`
    SELECT p.id, p.name, p.email, p."userId", p.version, u.name AS account,
      coalesce(b.n, 0) AS services, coalesce(t.n, 0) AS technical, coalesce(r.n, 0) AS risks, coalesce(o.n, 0) AS processes,
      coalesce(f.n, 0) AS fallbacks, coalesce(m.n, 0) AS remediations, coalesce(q.n, 0) AS questions,
      coalesce(l.n, 0) AS waves, coalesce(i.n, 0) AS items, coalesce(c.n, 0) AS conditions
    FROM "Person" p LEFT JOIN "User" u ON u.id = p."userId"
    LEFT JOIN (SELECT "businessOwnerId" AS id, count(*)::int AS n FROM "Workload" GROUP BY 1) b ON b.id = p.id
    LEFT JOIN (SELECT "technicalOwnerId" AS id, count(*)::int AS n FROM "Workload" GROUP BY 1) t ON t.id = p.id
    LEFT JOIN (SELECT "ownerId" AS id, count(*)::int AS n FROM "Risk" WHERE status = 'open' GROUP BY 1) r ON r.id = p.id
    LEFT JOIN (SELECT "ownerId" AS id, count(*)::int AS n FROM "BusinessProcess" GROUP BY 1) o ON o.id = p.id
    LEFT JOIN (SELECT "fallbackOwnerId" AS id, count(*)::int AS n FROM "BusinessProcess" GROUP BY 1) f ON f.id = p.id
    LEFT JOIN (SELECT "ownerId" AS id, count(*)::int AS n FROM "Remediation" WHERE state IN ('open', 'in_progress') GROUP BY 1) m ON m.id = p.id
    LEFT JOIN (SELECT "askedId" AS id, count(*)::int AS n FROM "FactQuestion" WHERE state = 'open' GROUP BY 1) q ON q.id = p.id
    LEFT JOIN (SELECT "leadId" AS id, count(*)::int AS n FROM "Wave" GROUP BY 1) l ON l.id = p.id
    LEFT JOIN (SELECT "ownerId" AS id, count(*)::int AS n FROM "ChecklistItem" WHERE state IN ('open', 'failed') GROUP BY 1) i ON i.id = p.id
    LEFT JOIN (SELECT "ownerId" AS id, count(*)::int AS n FROM "SignOffCondition" WHERE "closedAt" IS NULL GROUP BY 1) c ON c.id = p.id
    WHERE ${where} ORDER BY p."nameKey"`;
}

/** Of each kind the first 100: what is open of what can be closed. */
function referencesTo(tx: Tx, id: string): Promise<PersonReference[]> {
  const person = Prisma.sql`${id}::uuid`;
  return tx.$queryRaw<PersonReference[]>`
    (SELECT 'services' AS kind, name AS label, 'workloads/' || id AS path FROM "Workload" WHERE "businessOwnerId" = ${person} ORDER BY "nameKey" LIMIT 100)
    UNION ALL (SELECT 'technical', name, 'workloads/' || id FROM "Workload" WHERE "technicalOwnerId" = ${person} ORDER BY "nameKey" LIMIT 100)
    UNION ALL (SELECT 'risks', code || ' ' || title, 'risks/' || code FROM "Risk" WHERE "ownerId" = ${person} AND status = 'open' ORDER BY length(code), code LIMIT 100)
    UNION ALL (SELECT 'processes', name, 'processes/' || id FROM "BusinessProcess" WHERE "ownerId" = ${person} ORDER BY "nameKey" LIMIT 100)
    UNION ALL (SELECT 'fallbacks', name, 'processes/' || id FROM "BusinessProcess" WHERE "fallbackOwnerId" = ${person} ORDER BY "nameKey" LIMIT 100)
    UNION ALL (SELECT 'remediations', m.title || ', ' || w.name, 'workloads/' || w.id FROM "Remediation" m JOIN "Workload" w ON w.id = m."workloadId"
      WHERE m."ownerId" = ${person} AND m.state IN ('open', 'in_progress') ORDER BY m.title LIMIT 100)
    UNION ALL (SELECT 'questions', coalesce(w.name, a.name), CASE WHEN w.id IS NULL THEN 'assets/' || a.id ELSE 'workloads/' || w.id END
      FROM "FactQuestion" q LEFT JOIN "Workload" w ON w.id = q."workloadId" LEFT JOIN "Asset" a ON a.id = q."assetId"
      WHERE q."askedId" = ${person} AND q.state = 'open' ORDER BY q."raisedAt" LIMIT 100)
    UNION ALL (SELECT 'waves', number || ' ' || name, 'waves/' || number FROM "Wave" WHERE "leadId" = ${person} ORDER BY number LIMIT 100)
    UNION ALL (SELECT 'items', i.title || ', wave ' || v.number, 'waves/' || v.number || '/checklist/' || i.id FROM "ChecklistItem" i
      JOIN "Wave" v ON v.id = i."waveId" WHERE i."ownerId" = ${person} AND i.state IN ('open', 'failed') ORDER BY v.number, i.position LIMIT 100)
    UNION ALL (SELECT 'conditions', c.text || ', wave ' || v.number, 'waves/' || v.number || '/gate' FROM "SignOffCondition" c
      JOIN "GateSignOff" s ON s.id = c."signOffId" JOIN "Gate" g ON g.id = s."gateId" JOIN "Wave" v ON v.id = g."waveId"
      WHERE c."ownerId" = ${person} AND c."closedAt" IS NULL ORDER BY v.number LIMIT 100)`;
}
