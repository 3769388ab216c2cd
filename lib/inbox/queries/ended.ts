import "server-only";
import type { Actor } from "@/lib/access/model";
import type { Tx } from "@/lib/db/transaction";
import { gatePath } from "@/lib/gates/rules/gate-path";
import { type CalendarDate, calendarDate } from "@/lib/kernel/time";
import type { GateKind } from "@/lib/waves/model/states";
import type { WaitingItem } from "../model";

/** An instant, and the day of the program that it falls on. */
type Clock = { now: Date; today: CalendarDate };

/**
 * What has ended by itself and still wants an act: an acceptance, a waiver, evidence, a condition on a wave one leads.
 * Each goes when somebody has acted.
 */
export async function endedItems(tx: Tx, actor: Actor, { now, today }: Clock): Promise<WaitingItem[]> {
  return [
    ...(await endedAcceptances(tx, actor, now)),
    ...(await endedWaivers(tx, actor, now)),
    ...(await endedEvidence(tx, actor, today)),
    ...(await overdueConditions(tx, actor, today)),
  ];
}

type Acceptance = { id: string; code: string; title: string; expiresAt: Date };

/** For whoever owns the risk, proposed or decided the acceptance, or leads a wave that the risk is linked to. */
async function endedAcceptances(tx: Tx, actor: Actor, now: Date): Promise<WaitingItem[]> {
  const rows = await tx.$queryRaw<Acceptance[]>`
    SELECT DISTINCT ON (r.id) a.id, r.code, r.title, a."expiresAt"
    FROM "RiskAcceptance" a JOIN "Risk" r ON r.id = a."riskId" AND r.status = 'open'
    LEFT JOIN "Person" p ON p.id = r."ownerId" LEFT JOIN "RiskDomain" d ON d.id = r."domainId"
    WHERE a."programId" = ${actor.programId}::uuid AND a.decision = 'accepted' AND a."revokedAt" IS NULL
      AND a."expiresAt" <= ${now}::timestamptz
      AND NOT EXISTS (SELECT 1 FROM "RiskAcceptance" n WHERE n."riskId" = r.id AND n."expiresAt" > ${now}::timestamptz
        AND n."revokedAt" IS NULL AND n."withdrawnAt" IS NULL AND (n.decision IS NULL OR n.decision = 'accepted'))
      AND (r."currentLikelihood" * r."currentImpact" > d.appetite) IS NOT FALSE
      AND (p."userId" = ${actor.userId}::uuid OR a."proposedById" = ${actor.userId}::uuid
        OR a."decidedById" = ${actor.userId}::uuid OR EXISTS (SELECT 1 FROM "Wave" v JOIN "Person" l ON l.id = v."leadId"
          WHERE l."userId" = ${actor.userId}::uuid AND v.state NOT IN ('closed', 'cancelled') AND v.id IN (
            SELECT rv."waveId" FROM "RiskWave" rv WHERE rv."riskId" = r.id UNION
            SELECT vw."waveId" FROM "RiskWorkload" rw JOIN "WaveWorkload" vw ON vw."workloadId" = rw."workloadId"
            WHERE rw."riskId" = r.id)))
    ORDER BY r.id, a."expiresAt" DESC`;
  return rows.map(({ id, code, title, expiresAt }) => ({
    key: `acceptance-ended:${id}`,
    title: `The acceptance of ${code} ${title} has ended`,
    detail: "The risk stands above appetite again: treat it, or propose to accept it anew.",
    href: `/risks/${code}`,
    verb: "Open",
    dueAt: expiresAt,
    dueOn: null,
    ended: true,
  }));
}

type Waiver = {
  id: string;
  title: string;
  gate: string;
  kind: GateKind;
  number: number;
  expiresAt: Date;
};

/** For whoever granted it and whoever leads the wave, while the gate is still before its cutover. */
async function endedWaivers(tx: Tx, actor: Actor, now: Date): Promise<WaitingItem[]> {
  const rows = await tx.$queryRaw<Waiver[]>`
    SELECT DISTINCT ON (c.id) x.id, c.title, g.name AS gate, g.kind::text AS kind, v.number, x."expiresAt"
    FROM "Waiver" x JOIN "GateCriterion" c ON c.id = x."criterionId" JOIN "Gate" g ON g.id = c."gateId"
    JOIN "Wave" v ON v.id = g."waveId" AND v.attempt = g.attempt LEFT JOIN "Person" l ON l.id = v."leadId"
    WHERE x."programId" = ${actor.programId}::uuid AND x."revokedAt" IS NULL AND x."expiresAt" <= ${now}::timestamptz
      AND v.state IN ('planned', 'preparing', 'rehearsing', 'ready')
      AND (x."grantedById" = ${actor.userId}::uuid OR l."userId" = ${actor.userId}::uuid)
      AND NOT EXISTS (SELECT 1 FROM "Waiver" n WHERE n."criterionId" = c.id AND n."revokedAt" IS NULL
        AND n."expiresAt" > ${now}::timestamptz)
      AND NOT coalesce((SELECT t.met FROM "Attestation" t WHERE t."criterionId" = c.id ORDER BY t.round DESC LIMIT 1), false)
    ORDER BY c.id, x."expiresAt" DESC`;
  return rows.map(({ id, title, gate, kind, number, expiresAt }) => ({
    key: `waiver-ended:${id}`,
    title: `The waiver of “${title}” has ended`,
    detail: `${gate}: the criterion counts again.`,
    href: `/waves/${number}/${gatePath(kind)}`,
    verb: "Open",
    dueAt: expiresAt,
    dueOn: null,
    ended: true,
  }));
}

type Ended = { id: string; evidenceId: string; title: string; validUntil: Date };

/** For whoever brought the newest revision or attached it, while it is attached to something. */
async function endedEvidence(tx: Tx, actor: Actor, today: CalendarDate): Promise<WaitingItem[]> {
  const rows = await tx.$queryRaw<Ended[]>`
    SELECT n.id, e.id AS "evidenceId", e.title, n."validUntil"
    FROM "EvidenceRevision" n JOIN "Evidence" e ON e.id = n."evidenceId"
    WHERE n."programId" = ${actor.programId}::uuid AND n."validUntil" < ${today}::date
      AND NOT EXISTS (SELECT 1 FROM "EvidenceRevision" o WHERE o."evidenceId" = e.id AND o.number > n.number)
      AND EXISTS (SELECT 1 FROM "EvidenceUse" u WHERE u."evidenceId" = e.id)
      AND (n."addedById" = ${actor.userId}::uuid OR EXISTS (SELECT 1 FROM "EvidenceUse" u
        WHERE u."evidenceId" = e.id AND u."attachedById" = ${actor.userId}::uuid))`;
  return rows.map(({ id, evidenceId, title, validUntil }) => ({
    key: `evidence-ended:${id}`,
    title: `The evidence “${title}” holds no longer`,
    detail: "Add a newer revision, or detach it from what it no longer shows.",
    href: `/evidence/${evidenceId}`,
    verb: "Open",
    dueAt: null,
    dueOn: calendarDate(validUntil),
    ended: true,
  }));
}

type Condition = {
  id: string;
  text: string;
  owner: string;
  gate: string;
  kind: GateKind;
  number: number;
  dueOn: Date;
};

/** Of others, on a wave that one leads. */
async function overdueConditions(tx: Tx, actor: Actor, today: CalendarDate): Promise<WaitingItem[]> {
  const rows = await tx.$queryRaw<Condition[]>`
    SELECT c.id, c.text, o.name AS owner, g.name AS gate, g.kind::text AS kind, v.number, c."dueOn"
    FROM "SignOffCondition" c JOIN "Gate" g ON g.id = c."gateId" JOIN "Wave" v ON v.id = g."waveId" AND v.attempt = g.attempt
    JOIN "Person" o ON o.id = c."ownerId" JOIN "Person" l ON l.id = v."leadId" AND l."userId" = ${actor.userId}::uuid
    WHERE c."programId" = ${actor.programId}::uuid AND c."closedAt" IS NULL AND c."dueOn" < ${today}::date
      AND o."userId" IS DISTINCT FROM l."userId" AND v.state NOT IN ('closed', 'cancelled', 'rolled_back')`;
  return rows.map(({ id, text, owner, gate, kind, number, dueOn }) => ({
    key: `condition-over:${id}`,
    title: `A condition is overdue: ${text}`,
    detail: `${gate}; ${owner} owns it and you lead the wave.`,
    href: `/waves/${number}/${gatePath(kind)}`,
    verb: "Open",
    dueAt: null,
    dueOn: calendarDate(dueOn),
    ended: true,
  }));
}
