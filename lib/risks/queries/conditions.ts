import "server-only";
import { addDays } from "@/lib/kernel/time";
import { escapedPattern } from "@/lib/risks/rules/escaped-pattern";
import { Prisma } from "@/prisma/generated/client/client";
import { type AssessmentAspect, LEVELS, type ScoreLevel } from "../model/rating";
import type { Proximity } from "../model/risk";
import type { RiskScale } from "../model/scale";
import { cellAt } from "../rules/scales";
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

/** The version of the scale that the program uses; one value a statement. */
export const SCALE_IN_USE = Prisma.sql`(SELECT coalesce(max(s.version), 1) FROM "RiskScale" s
  WHERE s."programId" = (SELECT wavegate_program()))`;

/** The scale that the score of an aspect was given in. */
export const SCALE: Record<AssessmentAspect, Prisma.Sql> = {
  inherent: Prisma.sql`r."inherentScale"`,
  current: Prisma.sql`r."currentScale"`,
  target: Prisma.sql`r."targetScale"`,
};

/** Whether the score of an aspect was given in a scale that is not in use any more. */
export function olderSql(aspect: AssessmentAspect): Prisma.Sql {
  return Prisma.sql`(${SCALE[aspect]} < ${SCALE_IN_USE})`;
}

/**
 * Whether "RiskAcceptance" x was proposed before a score's scale was published: its number was said in other words, and says
 * nothing of that score.
 */
export function proposedBefore(scale: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM "RiskScale" k WHERE k."programId" = x."programId" AND k.version <= ${scale}
    AND k."publishedAt" > x."proposedAt")`;
}

/** Whether "RiskAcceptance" x of "Risk" r is in force at `now`, as `acceptanceState` judges it. */
export function acceptedAt(now: Date): Prisma.Sql {
  return Prisma.sql`x.decision = 'accepted' AND x."revokedAt" IS NULL AND x."decidedAt" <= ${now}::timestamptz
    AND x."expiresAt" > ${now}::timestamptz AND ${scoreSql("current")} <= x."upToScore"
    AND NOT ${proposedBefore(SCALE.current)}`;
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
    WHEN ${scoreSql("current")} <= d.appetite THEN CASE WHEN ${olderSql("current")} THEN 'unknown' ELSE 'within' END
    WHEN EXISTS (SELECT 1 FROM ${inForce(now)}) THEN 'accepted' ELSE 'above' END)`;
}

/** The same by the score of any aspect: only the current one can be accepted. */
export function standingIn(aspect: AssessmentAspect, now: Date): Prisma.Sql {
  if (aspect === "current") return standingSql(now);
  return Prisma.sql`(CASE WHEN ${scoreSql(aspect)} IS NULL OR d.appetite IS NULL THEN 'unknown'
    WHEN ${scoreSql(aspect)} > d.appetite THEN 'above' WHEN ${olderSql(aspect)} THEN 'unknown' ELSE 'within' END)`;
}

/** Risks of a wave: linked to it, or to a workload in it. */
export function ofWave(wave: { id: string } | { number: number }): Prisma.Sql {
  const is = "id" in wave ? Prisma.sql`v.id = ${wave.id}::uuid` : Prisma.sql`v.number = ${wave.number}::int`;
  return Prisma.sql`(EXISTS (SELECT 1 FROM "RiskWave" rv JOIN "Wave" v ON v.id = rv."waveId" WHERE rv."riskId" = r.id AND ${is})
    OR EXISTS (SELECT 1 FROM "RiskWorkload" rw JOIN "WaveWorkload" vw ON vw."workloadId" = rw."workloadId"
      JOIN "Wave" v ON v.id = vw."waveId" WHERE rw."riskId" = r.id AND ${is}))`;
}

/** Risks that no wave knows of, directly or by a workload. */
const OF_NO_WAVE = Prisma.sql`NOT EXISTS (SELECT 1 FROM "RiskWave" rv WHERE rv."riskId" = r.id)
  AND NOT EXISTS (SELECT 1 FROM "RiskWorkload" rw JOIN "WaveWorkload" vw ON vw."workloadId" = rw."workloadId" WHERE rw."riskId" = r.id)`;

/** Risks that touch a workload of that criticality; `none`: one without, or no workload at all. */
function ofCriticality(criticality: "revenue" | "operational" | "support" | "none"): Prisma.Sql {
  const touches = Prisma.sql`SELECT 1 FROM "RiskWorkload" rw JOIN "Workload" w ON w.id = rw."workloadId" WHERE rw."riskId" = r.id`;
  if (criticality !== "none")
    return Prisma.sql`EXISTS (${touches} AND w.criticality = ${criticality}::"Criticality")`;
  return Prisma.sql`(EXISTS (${touches} AND w.criticality IS NULL)
    OR NOT EXISTS (SELECT 1 FROM "RiskWorkload" rw WHERE rw."riskId" = r.id))`;
}

/** Whether a treatment action of "Risk" r is late on that day. */
export function lateActionSql(today: string): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM "RiskAction" x WHERE x."programId" = r."programId" AND x."riskId" = r.id
    AND x.state = 'open' AND x."dueOn" < ${today}::date)`;
}

/** An instant, the program's calendar day then, and the scale in use. */
export type Asked = { now: Date; today: string; scale: RiskScale };

/** The filters of the register as one condition on "Risk" r and "RiskDomain" d. */
export function matching(programId: string, search: RiskSearch, asked: Asked): Prisma.Sql {
  const conditions = [
    Prisma.sql`r."programId" = ${programId}::uuid`,
    ...aboutFacts(search),
    ...aboutDays(search, asked.today),
    ...aboutScore(search, asked),
  ];
  return Prisma.join(conditions, " AND ");
}

function aboutFacts(search: RiskSearch): Prisma.Sql[] {
  const { q, status, domain, owner, wave, workload, criticality } = search;
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
  if (wave === "none") found.push(OF_NO_WAVE);
  else if (wave !== undefined) found.push(ofWave({ number: wave }));
  if (workload) {
    found.push(
      Prisma.sql`EXISTS (SELECT 1 FROM "RiskWorkload" rw WHERE rw."riskId" = r.id AND rw."workloadId" = ${workload}::uuid)`,
    );
  }
  if (criticality !== undefined) found.push(ofCriticality(criticality));
  return found;
}

function aboutDays({ due, action, near }: RiskSearch, today: string): Prisma.Sql[] {
  const found: Prisma.Sql[] = [];
  if (due === "overdue") found.push(Prisma.sql`r.status = 'open' AND r."dueOn" < ${today}::date`);
  if (due === "month")
    found.push(Prisma.sql`r."dueOn" BETWEEN ${today}::date AND ${addDays(today, 30)}::date`);
  if (due === "none") found.push(Prisma.sql`r."dueOn" IS NULL`);
  if (action === "late") found.push(Prisma.sql`r.status = 'open' AND ${lateActionSql(today)}`);
  if (action === "none")
    found.push(Prisma.sql`NOT EXISTS (SELECT 1 FROM "RiskAction" x WHERE x."programId" = r."programId"
      AND x."riskId" = r.id AND x.state <> 'dropped')`);
  if (near !== undefined) found.push(nearness(near, today));
  return found;
}

/** As `proximityOf` judges it. */
function nearness(near: Proximity, today: string): Prisma.Sql {
  const between = (from: number, to: number) =>
    Prisma.sql`r."strikesOn" BETWEEN ${addDays(today, from)}::date AND ${addDays(today, to)}::date`;
  switch (near) {
    case "now":
      return Prisma.sql`r."strikesOn" <= ${today}::date`;
    case "month":
      return between(1, 30);
    case "quarter":
      return between(31, 90);
    case "later":
      return Prisma.sql`r."strikesOn" > ${addDays(today, 90)}::date`;
    case "unknown":
      return Prisma.sql`r."strikesOn" IS NULL`;
  }
}

/** Cells and words are of the scale in use: a score of an older one stands in none of them. */
function aboutScore(search: RiskSearch, { now, scale }: Asked): Prisma.Sql[] {
  const { aspect, l, i, level, score, appetite } = search;
  const found: Prisma.Sql[] = [];
  if ([l, i, level].some((one) => one !== undefined)) found.push(Prisma.sql`NOT ${olderSql(aspect)}`);
  if (search.scale === "older")
    found.push(Prisma.sql`${scoreSql(aspect)} IS NOT NULL AND ${olderSql(aspect)}`);
  if (l !== undefined) found.push(Prisma.sql`${RATING[aspect].likelihood} = ${l}::int`);
  if (i !== undefined) found.push(Prisma.sql`${RATING[aspect].impact} = ${i}::int`);
  if (level) {
    const { likelihood, impact } = RATING[aspect];
    found.push(Prisma.sql`(${impact} - 1) * 5 + ${likelihood} - 1 = ANY(${cellsOf(scale, level)}::int[])`);
  }
  if (score === "unknown") found.push(Prisma.sql`${scoreSql(aspect)} IS NULL`);
  if (appetite) found.push(Prisma.sql`${standingSql(now)} = ${appetite}`);
  return found;
}

/** The cells of the matrix that bear a word, as `cellAt` counts them. */
function cellsOf(scale: RiskScale, level: ScoreLevel): number[] {
  const all = LEVELS.flatMap((impact) => LEVELS.map((likelihood) => cellAt(likelihood, impact)));
  return all.filter((cell) => scale.matrix[cell] === level);
}
