import "server-only";
import type { Tx } from "@/lib/db/transaction";
import { notFound } from "@/lib/kernel/errors";
import type { Acceptance } from "../model/acceptance";
import type { RiskRecord } from "../model/risk";
import { olderSql } from "../queries/conditions";
import { scoreOf } from "../rules/scores";
import { publishedScales } from "./other-scale";
import { loadRisks } from "./risk-rows";

const COLUMNS = {
  id: true,
  riskId: true,
  proposedById: true,
  proposedAt: true,
  reason: true,
  scope: true,
  conditions: true,
  upToScore: true,
  expiresLocal: true,
  zone: true,
  expiresAt: true,
  decision: true,
  decidedById: true,
  decidedAt: true,
  comment: true,
  revokedAt: true,
  revokedById: true,
  revokedReason: true,
  withdrawnAt: true,
  withdrawnReason: true,
  version: true,
} as const;

/** Every acceptance and proposal of a risk, the newest first. */
export async function loadAcceptances(tx: Tx, riskId: string): Promise<Acceptance[]> {
  const rows = await tx.riskAcceptance.findMany({
    where: { riskId },
    orderBy: [{ proposedAt: "desc" }, { id: "desc" }],
    select: COLUMNS,
  });
  const ids = rows.flatMap((row) => [row.proposedById, row.decidedById ?? [], row.revokedById ?? []].flat());
  const people = await tx.user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map((person) => [person.id, person.name]));
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? "A former member"));
  return rows.map(({ riskId: _riskId, decidedById, revokedById, ...row }) => ({
    ...row,
    proposedBy: nameOf(row.proposedById) ?? "",
    decidedBy: nameOf(decidedById),
    revokedBy: nameOf(revokedById),
  }));
}

/** A risk as the rules of acceptance judge it. */
type AcceptableRisk = Pick<RiskRecord, "id" | "code" | "title" | "status"> & {
  score: number | null;
  appetite: number | null;
  ownerUserId: string | null;
  older: boolean;
};

/** What an acceptance of a risk is judged on. */
export async function acceptableRisk(tx: Tx, record: RiskRecord): Promise<AcceptableRisk> {
  const [row] = await tx.$queryRaw<Pick<AcceptableRisk, "appetite" | "ownerUserId" | "older">[]>`
    SELECT d.appetite, p."userId" AS "ownerUserId", ${olderSql("current")} AS older FROM "Risk" r LEFT JOIN "RiskDomain" d ON d.id = r."domainId"
    LEFT JOIN "Person" p ON p.id = r."ownerId" WHERE r.id = ${record.id}::uuid`;
  const { id, code, title, status, current } = record;
  const { appetite, ownerUserId, older } = row ?? { appetite: null, ownerUserId: null, older: false };
  return { id, code, title, status, score: scoreOf(current), appetite, ownerUserId, older };
}

/** One acceptance of this program with its risk. The caller holds the program's lock. @throws NOT_FOUND */
export async function requireAcceptance(tx: Tx, programId: string, acceptanceId: string) {
  const acceptance = await tx.riskAcceptance.findUnique({
    where: { id: acceptanceId, programId },
    select: COLUMNS,
  });
  if (acceptance === null) throw notFound("acceptance");
  const record = (await loadRisks(tx, [acceptance.riskId])).get(acceptance.riskId);
  if (record === undefined) throw notFound("acceptance");
  const { isAfter } = await publishedScales(tx, programId);
  const otherScale = isAfter(record.scales.current, acceptance.proposedAt);
  return { acceptance: { ...acceptance, otherScale }, risk: await acceptableRisk(tx, record) };
}
