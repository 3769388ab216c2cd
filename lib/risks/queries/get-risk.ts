import "server-only";
import type { Actor } from "@/lib/access/model";
import { requireRight } from "@/lib/audit/queries/as-actor";
import { withActor } from "@/lib/db/transaction";
import { notFound } from "@/lib/kernel/errors";
import { isStorable } from "@/lib/kernel/storable";
import { dateIn } from "@/lib/kernel/time";
import { loadAcceptances } from "../adapters/acceptance-rows";
import { loadActions } from "../adapters/action-rows";
import { publishedScales } from "../adapters/other-scale";
import { loadRisks } from "../adapters/risk-rows";
import type { RiskView } from "../model/register";
import { acceptanceInForce } from "../rules/acceptance";
import { appetiteStanding } from "../rules/appetite";
import { asLevel, scoreOf } from "../rules/scores";

/** No row has this id. */
const NONE = "00000000-0000-0000-0000-000000000000";

/** The risk of that code, its standing judged at `now`. @throws NOT_FOUND. Right: risk:read. */
export async function getRisk(actor: Actor, code: string, now = new Date()): Promise<RiskView> {
  requireRight(actor, "risk:read");
  if (!isStorable(code)) throw notFound("risk");
  return withActor(actor, async (tx) => {
    const row = await tx.risk.findFirst({
      where: { programId: actor.programId, code: code.toUpperCase() },
      select: { id: true, domainId: true, ownerId: true, createdAt: true, updatedAt: true, closedAt: true },
    });
    const record = row === null ? undefined : (await loadRisks(tx, [row.id])).get(row.id);
    if (row === null || record === undefined) throw notFound("risk");
    // one after the other: a transaction has one connection
    const domain = await tx.riskDomain.findFirst({
      where: { id: row.domainId ?? NONE, programId: actor.programId },
      select: { id: true, name: true, appetite: true, version: true },
    });
    const owner = await tx.person.findFirst({
      where: { id: row.ownerId ?? NONE, programId: actor.programId },
      select: { id: true, name: true, userId: true },
    });
    const workloads = await tx.workload.findMany({
      where: { id: { in: [...record.workloadIds] } },
      select: { id: true, name: true },
      orderBy: { nameKey: "asc" },
    });
    const waves = await tx.wave.findMany({
      where: { id: { in: [...record.waveIds] } },
      select: { id: true, number: true, name: true, state: true },
      orderBy: { number: "asc" },
    });
    const assessments = await tx.riskAssessment.findMany({
      where: { riskId: row.id },
      orderBy: [{ assessedAt: "desc" }, { id: "desc" }],
      take: 200,
    });
    const people = await tx.user.findMany({
      where: { id: { in: assessments.flatMap((one) => one.assessedById ?? []) } },
      select: { id: true, name: true },
    });
    const { inUse, isAfter } = await publishedScales(tx, actor.programId);
    const acceptances = (await loadAcceptances(tx, row.id)).map((one) => ({
      ...one,
      otherScale: isAfter(record.scales.current, one.proposedAt),
    }));
    const today = dateIn(actor.programZone, now);
    const actions = await loadActions(tx, row.id, { today, open: record.status === "open" });
    const score = scoreOf(record.current);
    const accepted = acceptanceInForce(acceptances, score, now) !== null;
    const names = new Map(people.map((person) => [person.id, person.name]));
    return {
      ...record,
      domain,
      owner,
      standing: appetiteStanding(score, domain?.appetite ?? null, accepted, record.scales.current < inUse),
      older: record.scales.current < inUse,
      workloads,
      waves,
      assessments: assessments.map((one) => ({
        id: one.id,
        aspect: one.aspect,
        rating: { likelihood: asLevel(one.likelihood), impact: asLevel(one.impact) },
        scale: one.scaleVersion,
        assessedAt: one.assessedAt,
        by: names.get(one.assessedById ?? "") ?? null,
      })),
      actions,
      acceptances,
      createdAt: row.createdAt,
      updatedAt: row.updatedAt,
      closedAt: row.closedAt,
    };
  });
}
