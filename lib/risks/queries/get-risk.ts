import "server-only";
import type { Actor } from "@/lib/access/model";
import { requireRight } from "@/lib/audit/queries/as-actor";
import { withActor } from "@/lib/db/transaction";
import { notFound } from "@/lib/kernel/errors";
import type { WaveState } from "@/prisma/generated/client/enums";
import { loadRisks } from "../adapters/risk-rows";
import type { AppetiteStanding, AssessmentAspect, Rating, RiskDomainRecord, RiskRecord } from "../model";
import { appetiteStanding } from "../rules/appetite";
import { asLevel, scoreOf } from "../rules/scores";

export type AssessmentEntry = {
  id: string;
  aspect: AssessmentAspect;
  rating: Rating;
  assessedAt: Date;
  by: string | null;
};

/** A risk with everything its page shows. `assessments` newest first. */
export type RiskView = RiskRecord & {
  domain: RiskDomainRecord | null;
  owner: { id: string; name: string } | null;
  standing: AppetiteStanding;
  workloads: { id: string; name: string }[];
  waves: { id: string; number: number; name: string; state: WaveState }[];
  assessments: AssessmentEntry[];
  createdAt: Date;
  updatedAt: Date;
  closedAt: Date | null;
};

/** The risk of that code. @throws NOT_FOUND. Right: risk:read. */
export async function getRisk(actor: Actor, code: string): Promise<RiskView> {
  requireRight(actor, "risk:read");
  return withActor(actor, async (tx) => {
    const row = await tx.risk.findFirst({
      where: { programId: actor.programId, code: code.toUpperCase() },
      select: {
        id: true,
        createdAt: true,
        updatedAt: true,
        closedAt: true,
        domain: { select: { id: true, name: true, appetite: true, version: true } },
        owner: { select: { id: true, name: true } },
        workloads: { select: { workload: { select: { id: true, name: true } } } },
        waves: { select: { wave: { select: { id: true, number: true, name: true, state: true } } } },
        assessments: { orderBy: [{ assessedAt: "desc" }, { id: "desc" }], take: 200 },
      },
    });
    const record = row === null ? undefined : (await loadRisks(tx, [row.id])).get(row.id);
    if (row === null || record === undefined) throw notFound("risk");
    const people = await tx.user.findMany({
      where: { id: { in: row.assessments.flatMap((one) => one.assessedById ?? []) } },
      select: { id: true, name: true },
    });
    const names = new Map(people.map((person) => [person.id, person.name]));
    return {
      ...record,
      domain: row.domain,
      owner: row.owner,
      standing: appetiteStanding(scoreOf(record.current), row.domain?.appetite ?? null),
      workloads: row.workloads
        .map((link) => link.workload)
        .sort((a, b) => a.name.localeCompare(b.name, "en")),
      waves: row.waves.map((link) => link.wave).sort((a, b) => a.number - b.number),
      assessments: row.assessments.map((one) => ({
        id: one.id,
        aspect: one.aspect,
        rating: { likelihood: asLevel(one.likelihood), impact: asLevel(one.impact) },
        assessedAt: one.assessedAt,
        by: names.get(one.assessedById ?? "") ?? null,
      })),
      createdAt: row.createdAt,
      updatedAt: row.updatedAt,
      closedAt: row.closedAt,
    };
  });
}
