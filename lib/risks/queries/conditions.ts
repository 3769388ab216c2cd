import "server-only";
import { escapedPattern } from "@/lib/risks/rules/escaped-pattern";
import { Prisma } from "@/prisma/generated/client/client";
import { type AssessmentAspect, SCORE_LEVELS, type ScoreLevel } from "../model";
import { levelOf } from "../rules/scores";
import type { RiskSearch } from "../rules/search";

/** The two columns of an aspect. */
export const RATING: Record<AssessmentAspect, { likelihood: Prisma.Sql; impact: Prisma.Sql }> = {
  inherent: { likelihood: Prisma.sql`r."inherentLikelihood"`, impact: Prisma.sql`r."inherentImpact"` },
  current: { likelihood: Prisma.sql`r."currentLikelihood"`, impact: Prisma.sql`r."currentImpact"` },
  target: { likelihood: Prisma.sql`r."targetLikelihood"`, impact: Prisma.sql`r."targetImpact"` },
};

/** The score of an aspect; null while either half is unknown. */
export function scoreSql(aspect: AssessmentAspect): Prisma.Sql {
  return Prisma.sql`(${RATING[aspect].likelihood} * ${RATING[aspect].impact})`;
}

/** Whether "RiskAcceptance" x of "Risk" r is in force at `now`, as `acceptanceState` judges it. */
export function acceptedAt(now: Date): Prisma.Sql {
  return Prisma.sql`x.decision = 'accepted' AND x."revokedAt" IS NULL AND x."decidedAt" <= ${now}::timestamptz
    AND x."expiresAt" > ${now}::timestamptz AND ${scoreSql("current")} <= x."upToScore"`;
}

function inForce(now: Date): Prisma.Sql {
  return Prisma.sql`"RiskAcceptance" x WHERE x."programId" = r."programId" AND x."riskId" = r.id AND ${acceptedAt(now)}`;
}

/** The end of the acceptance of "Risk" r that is in force at `now`; null when none is. */
export function acceptedUntilSql(now: Date): Prisma.Sql {
  return Prisma.sql`(SELECT max(x."expiresAt") FROM ${inForce(now)})`;
}

/** above | accepted | within | unknown by the current score at `now`, as `appetiteStanding` judges it; needs the domain joined as d. */
export function standingSql(now: Date): Prisma.Sql {
  return Prisma.sql`(CASE WHEN ${scoreSql("current")} IS NULL OR d.appetite IS NULL THEN 'unknown'
    WHEN ${scoreSql("current")} <= d.appetite THEN 'within'
    WHEN EXISTS (SELECT 1 FROM ${inForce(now)}) THEN 'accepted' ELSE 'above' END)`;
}

/** Risks of a wave: linked to it, or to a workload in it. */
export function ofWave(wave: { id: string } | { number: number }): Prisma.Sql {
  const is = "id" in wave ? Prisma.sql`v.id = ${wave.id}::uuid` : Prisma.sql`v.number = ${wave.number}::int`;
  return Prisma.sql`(EXISTS (SELECT 1 FROM "RiskWave" rv JOIN "Wave" v ON v.id = rv."waveId" WHERE rv."riskId" = r.id AND ${is})
    OR EXISTS (SELECT 1 FROM "RiskWorkload" rw JOIN "WaveWorkload" vw ON vw."workloadId" = rw."workloadId"
      JOIN "Wave" v ON v.id = vw."waveId" WHERE rw."riskId" = r.id AND ${is}))`;
}

/** An instant and the program's calendar day then. */
export type Asked = { now: Date; today: string };

/** The filters of the register as one condition on "Risk" r and "RiskDomain" d. */
export function matching(programId: string, search: RiskSearch, { now, today }: Asked): Prisma.Sql {
  const conditions = [
    Prisma.sql`r."programId" = ${programId}::uuid`,
    ...aboutFacts(search, today),
    ...aboutScore(search, now),
  ];
  return Prisma.join(conditions, " AND ");
}

function aboutFacts(search: RiskSearch, today: string): Prisma.Sql[] {
  const { q, status, domain, owner, wave, workload, due } = search;
  const found: Prisma.Sql[] = [];
  if (status !== "all") found.push(Prisma.sql`r.status = ${status}::"RiskStatus"`);
  if (q) {
    const pattern = `%${escapedPattern(q)}%`;
    found.push(
      Prisma.sql`(r.title ILIKE ${pattern} OR r.code ILIKE ${pattern} OR r."nextAction" ILIKE ${pattern})`,
    );
  }
  if (domain === "none") found.push(Prisma.sql`r."domainId" IS NULL`);
  else if (domain) found.push(Prisma.sql`r."domainId" = ${domain}::uuid`);
  if (owner === "none") found.push(Prisma.sql`r."ownerId" IS NULL`);
  else if (owner) found.push(Prisma.sql`r."ownerId" = ${owner}::uuid`);
  if (wave !== undefined) found.push(ofWave({ number: wave }));
  if (workload) {
    found.push(
      Prisma.sql`EXISTS (SELECT 1 FROM "RiskWorkload" rw WHERE rw."riskId" = r.id AND rw."workloadId" = ${workload}::uuid)`,
    );
  }
  if (due === "overdue") found.push(Prisma.sql`r.status = 'open' AND r."dueOn" < ${today}::date`);
  return found;
}

function aboutScore(search: RiskSearch, now: Date): Prisma.Sql[] {
  const { aspect, l, i, level, score, appetite } = search;
  const found: Prisma.Sql[] = [];
  if (l !== undefined) found.push(Prisma.sql`${RATING[aspect].likelihood} = ${l}::int`);
  if (i !== undefined) found.push(Prisma.sql`${RATING[aspect].impact} = ${i}::int`);
  if (level) found.push(Prisma.sql`${scoreSql(aspect)} = ANY(${scoresOf(level)}::int[])`);
  if (score === "unknown") found.push(Prisma.sql`${scoreSql(aspect)} IS NULL`);
  if (appetite) found.push(Prisma.sql`${standingSql(now)} = ${appetite}`);
  return found;
}

function scoresOf(level: ScoreLevel): number[] {
  const all = Array.from({ length: 25 }, (_, index) => index + 1);
  return SCORE_LEVELS.includes(level) ? all.filter((score) => levelOf(score) === level) : [];
}
