import "server-only";
import type { Actor } from "@/lib/access/model";
import { requireRight } from "@/lib/audit/queries/as-actor";
import { withActor } from "@/lib/db/transaction";
import { isId } from "@/lib/kernel/new-id";
import type { RiskChoices, RiskDomainRow } from "../model/register";
import type { AppetiteStep } from "../model/risk";
import { standingSql } from "./conditions";

/**
 * Domains, people and waves of the program by name, and of the workloads, which may be thousands, the one that is asked
 * for. Right: risk:read.
 */
export async function riskChoices(actor: Actor, workloadId?: string): Promise<RiskChoices> {
  requireRight(actor, "risk:read");
  const ofProgram = { programId: actor.programId };
  return withActor(actor, async (tx) => {
    const domains = await tx.riskDomain.findMany({
      where: ofProgram,
      select: { id: true, name: true, appetite: true, version: true },
      orderBy: [{ position: "asc" }, { nameKey: "asc" }],
    });
    const named = { where: ofProgram, select: { id: true, name: true } } as const;
    const people = await tx.person.findMany({ ...named, orderBy: { nameKey: "asc" } });
    const workloads =
      workloadId === undefined || !isId(workloadId)
        ? []
        : await tx.workload.findMany({
            where: { ...ofProgram, id: workloadId },
            select: { id: true, name: true },
          });
    const waves = await tx.wave.findMany({
      where: ofProgram,
      select: { id: true, name: true, number: true },
      orderBy: { number: "asc" },
    });
    return { domains, people, workloads, waves };
  });
}

/** Every domain with its appetite and how its open risks stand. Right: risk:read. */
export async function listRiskDomains(actor: Actor, now = new Date()): Promise<RiskDomainRow[]> {
  requireRight(actor, "risk:read");
  return withActor(
    actor,
    (tx) => tx.$queryRaw<RiskDomainRow[]>`
    SELECT d.id, d.name, d.appetite, d.version, (row_number() OVER (ORDER BY d.position, d."nameKey"))::int AS place, count(r.standing)::int AS open,
      (count(*) FILTER (WHERE r.standing = 'above'))::int AS above,
      (count(*) FILTER (WHERE r.standing = 'accepted'))::int AS accepted,
      (count(*) FILTER (WHERE r.standing = 'within'))::int AS within,
      (count(*) FILTER (WHERE r.standing = 'unknown'))::int AS unknown
    FROM "RiskDomain" d LEFT JOIN LATERAL (SELECT ${standingSql(now)} AS standing FROM "Risk" r
      WHERE r."domainId" = d.id AND r.status = 'open') r ON true
    WHERE d."programId" = ${actor.programId}::uuid GROUP BY d.id ORDER BY d.position, d."nameKey"`,
  );
}

/** The newest 100 steps of what the domains live with: who, when, from what to what, and why. Right: risk:read. */
export async function appetiteHistory(actor: Actor): Promise<AppetiteStep[]> {
  requireRight(actor, "risk:read");
  return withActor(
    actor,
    (tx) => tx.$queryRaw<AppetiteStep[]>`
    SELECT a.id, d.name AS domain, a."before", a."after", a.reason, a."changedAt",
      coalesce(u.name, 'A former member') AS "changedBy"
    FROM "RiskAppetite" a JOIN "RiskDomain" d ON d.id = a."domainId" LEFT JOIN "User" u ON u.id = a."changedById"
    WHERE a."programId" = ${actor.programId}::uuid ORDER BY a."changedAt" DESC, a.id DESC LIMIT 100`,
  );
}
