import "server-only";
import type { Actor } from "@/lib/access/model";
import type { Tx } from "@/lib/db/transaction";
import { notFound } from "@/lib/kernel/errors";
import { calendarDate } from "@/lib/kernel/time";
import { publishedScales } from "@/lib/risks/adapters/other-scale";
import { asLevel } from "@/lib/risks/rules/scores";
import { askedItems } from "@/lib/waves/rules/asked-items";
import { guardsFrom } from "@/lib/waves/rules/guards";
import { effectiveTargetsOf } from "@/lib/workloads/queries/effective-targets";
import type { CriterionFact, GateFacts, RiskFact, WorkloadFact } from "../model/facts";
import { lapsesOf } from "./lapses";
import { loadAsked } from "./load-asked";
import { loadLinks } from "./load-links";
import { loadStoodFor } from "./load-stood-for";
import { namesOf } from "./names";

/**
 * Everything a gate is judged on, in the transaction that judges it.
 * @param links those of its wave, where they are known to be as they were
 * @throws NOT_FOUND
 */
export async function loadGateFacts(
  tx: Tx,
  { programId }: Pick<Actor, "programId">,
  gateId: string,
  links?: string,
): Promise<GateFacts> {
  const gate = await tx.gate.findUnique({ where: { id: gateId, programId }, select: GATE });
  if (gate === null) throw notFound("gate");
  const { wave } = gate;
  const workloads = await loadWorkloads(tx, wave.id);
  const ids = workloads.map((workload) => workload.id);
  const risks = await loadRisks(tx, programId, wave.id, ids);
  const closedRisks = await tx.risk.count({ where: { status: "closed", ...concerns(wave.id, ids) } });
  const checklist = await tx.checklistItem.findMany({
    where: { waveId: wave.id, attempt: gate.attempt, ...askedItems(guardsFrom(gate.kind)) },
    select: { id: true, title: true, state: true, reason: true },
    orderBy: { position: "asc" },
  });
  const lapses = await lapsesOf(tx, programId, gate);
  const asked = await loadAsked(tx, { programId }, { gate, wave, workloadIds: ids });
  const names = await namesOf(tx, [
    ...gate.criteria.flatMap((one) => [
      ...one.attestations.map((a) => a.userId),
      ...one.waivers.map((w) => w.grantedById),
    ]),
    ...gate.seats.flatMap((seat) => (seat.userId === null ? [] : [seat.userId])),
    ...gate.signOffs.flatMap((signOff) => [
      signOff.userId,
      ...(signOff.onBehalfOfId === null ? [] : [signOff.onBehalfOfId]),
    ]),
    ...gate.deputies.flatMap((one) => [one.fromUserId, one.toUserId]),
    ...risks.flatMap((risk) => risk.acceptances.flatMap((one) => one.decidedById ?? [])),
  ]);
  return {
    gate: {
      id: gate.id,
      kind: gate.kind,
      name: gate.name,
      attempt: gate.attempt,
      quorum: gate.quorum,
      closesAt: gate.closesAt,
      version: gate.version,
      templateVersion: gate.template?.version ?? null,
    },
    wave,
    workloads,
    links: links ?? (await loadLinks(tx, wave.id)),
    risks: risks.map(
      ({ acceptances, ...risk }): RiskFact => ({
        ...risk,
        acceptances: acceptances.map(({ decidedById, ...one }) => ({
          ...one,
          acceptedBy: names(decidedById ?? ""),
        })),
      }),
    ),
    closedRisks,
    checklist,
    ...asked,
    standsInFor: await loadStoodFor(tx, { programId }, gate),
    criteria: gate.criteria.map(({ attestations, waivers, evidence, ...criterion }): CriterionFact => {
      const [attestation] = attestations;
      const [waiver] = waivers;
      return {
        ...criterion,
        attestation: attestation ? { ...attestation, userName: names(attestation.userId) } : null,
        waiver: waiver ? { ...waiver, grantedBy: names(waiver.grantedById) } : null,
        evidence: evidence.flatMap(({ evidence: { id, title, revisions } }) =>
          revisions.map(({ number, sha256, url, validUntil }) => ({
            id,
            title,
            revision: number,
            shows: sha256 ?? url ?? "",
            validUntil: validUntil === null ? null : calendarDate(validUntil),
          })),
        ),
      };
    }),
    seats: gate.seats.map((seat) => ({
      ...seat,
      userName: seat.userId === null ? null : names(seat.userId),
    })),
    signOffs: gate.signOffs.map((signOff) => ({
      ...signOff,
      userName: names(signOff.userId),
      onBehalfOf: signOff.onBehalfOfId === null ? null : names(signOff.onBehalfOfId),
    })),
    deputies: gate.deputies.map((one) => ({
      ...one,
      fromName: names(one.fromUserId),
      toName: names(one.toUserId),
      ...lapses(one),
    })),
    conditions: gate.conditions.map(({ owner, dueOn, ...condition }) => ({
      ...condition,
      owner: owner.name,
      dueOn: calendarDate(dueOn),
    })),
    duties: gate.duties,
  };
}

const GATE = {
  id: true,
  kind: true,
  name: true,
  attempt: true,
  quorum: true,
  closesAt: true,
  version: true,
  template: { select: { version: true } },
  wave: {
    select: {
      id: true,
      number: true,
      name: true,
      kind: true,
      state: true,
      attempt: true,
      version: true,
      leadId: true,
      scope: true,
      impact: true,
      rollback: true,
      rollbackMinutes: true,
      windowStartAt: true,
      windowEndAt: true,
      zone: true,
    },
  },
  criteria: {
    orderBy: { position: "asc" },
    select: {
      id: true,
      key: true,
      group: true,
      title: true,
      meaning: true,
      source: true,
      attestations: {
        orderBy: { round: "desc" },
        take: 1,
        select: {
          round: true,
          userId: true,
          met: true,
          statement: true,
          evidenceUrl: true,
          attestedAt: true,
        },
      },
      waivers: {
        where: { revokedAt: null },
        orderBy: { expiresAt: "desc" },
        take: 1,
        select: { id: true, grantedById: true, reason: true, expiresAt: true },
      },
      evidence: {
        select: {
          evidence: {
            select: {
              id: true,
              title: true,
              revisions: {
                orderBy: { number: "desc" },
                take: 1,
                select: { number: true, sha256: true, url: true, validUntil: true },
              },
            },
          },
        },
      },
    },
  },
  seats: {
    orderBy: { position: "asc" },
    select: { id: true, position: true, role: true, userId: true, capacity: true },
  },
  signOffs: {
    orderBy: { signedAt: "asc" },
    select: {
      id: true,
      seatId: true,
      round: true,
      userId: true,
      onBehalfOfId: true,
      role: true,
      decision: true,
      comment: true,
      digest: true,
      reference: true,
      backfilled: true,
      signedAt: true,
    },
  },
  conditions: {
    orderBy: { createdAt: "asc" },
    select: {
      id: true,
      signOffId: true,
      text: true,
      ownerId: true,
      owner: { select: { name: true } },
      dueOn: true,
      due: true,
      closedAt: true,
      evidence: true,
      version: true,
    },
  },
  deputies: {
    orderBy: { startAt: "asc" },
    select: {
      id: true,
      seatId: true,
      fromUserId: true,
      toUserId: true,
      startAt: true,
      endAt: true,
      reason: true,
      revokedAt: true,
    },
  },
  duties: { select: { userId: true, duty: true, seatId: true } },
} as const;

async function loadWorkloads(tx: Tx, waveId: string): Promise<WorkloadFact[]> {
  const rows = await tx.workload.findMany({
    where: { wave: { waveId } },
    orderBy: { name: "asc" },
    select: {
      id: true,
      name: true,
      criticality: true,
      businessOwnerId: true,
      technicalOwnerId: true,
      tierId: true,
    },
  });
  const targets = await effectiveTargetsOf(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    ...row,
    rtoMinutes: targets.get(row.id)?.rto.minutes ?? null,
    rpoMinutes: targets.get(row.id)?.rpo.minutes ?? null,
  }));
}

/** Risks of a wave: linked to it, or to a workload in it. */
function concerns(waveId: string, workloadIds: readonly string[]) {
  return {
    OR: [{ waves: { some: { waveId } } }, { workloads: { some: { workloadId: { in: [...workloadIds] } } } }],
  };
}

async function loadRisks(tx: Tx, programId: string, waveId: string, workloadIds: readonly string[]) {
  const { inUse, isAfter } = await publishedScales(tx, programId);
  const rows = await tx.risk.findMany({
    where: { status: "open", ...concerns(waveId, workloadIds) },
    orderBy: { code: "asc" },
    select: {
      id: true,
      code: true,
      title: true,
      currentLikelihood: true,
      currentImpact: true,
      currentScale: true,
      domain: { select: { name: true, appetite: true } },
      acceptances: {
        where: { decision: "accepted", revokedAt: null },
        select: {
          id: true,
          proposedAt: true,
          decision: true,
          decidedAt: true,
          decidedById: true,
          revokedAt: true,
          expiresAt: true,
          zone: true,
          upToScore: true,
        },
      },
    },
  });
  return rows.map(({ currentLikelihood, currentImpact, currentScale, domain, acceptances, ...row }) => ({
    ...row,
    ...(currentScale < inUse ? { older: true as const } : {}),
    acceptances: acceptances.map(({ proposedAt, ...one }) => ({
      ...one,
      ...(isAfter(currentScale, proposedAt) ? { otherScale: true } : {}),
    })),
    likelihood: asLevel(currentLikelihood),
    impact: asLevel(currentImpact),
    appetite: domain?.appetite ?? null,
    domain: domain?.name ?? null,
  }));
}
