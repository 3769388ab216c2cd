import { createHash } from "node:crypto";
import { canonicalJson, type Json, type JsonRecord } from "@/lib/kernel/canonical-json";
import type { AcceptanceFact, GateFacts, RecoveryFact } from "../model/facts";

/**
 * The material facts of a gate, its links apart: ids and values that a signer relies on. No ages, clocks, labels or other
 * signatures, so the same state always gives the same text, and changed and changed back holds again.
 */
function materialFacts(facts: GateFacts): JsonRecord {
  const { gate, wave } = facts;
  return {
    gate: {
      attempt: gate.attempt,
      id: gate.id,
      quorum: gate.quorum,
      seats: byId(facts.seats.map(({ id, role, userId, capacity }) => ({ id, role, userId, capacity }))),
    },
    wave: {
      id: wave.id,
      impact: wave.impact,
      kind: wave.kind,
      leadId: wave.leadId,
      rollback: wave.rollback,
      rollbackMinutes: wave.rollbackMinutes,
      scope: wave.scope,
      windowEndAt: wave.windowEndAt?.toISOString() ?? null,
      windowStartAt: wave.windowStartAt?.toISOString() ?? null,
      zone: wave.zone,
    },
    workloads: byId(facts.workloads.map(({ name: _name, ...workload }) => ({ ...workload }))),
    risks: byId(
      facts.risks.map(({ id, likelihood, impact, appetite, older, acceptances }) => ({
        id,
        likelihood,
        impact,
        appetite,
        ...(older ? { olderScale: true } : {}),
        // left out where there is none: what was signed before anything could be accepted holds on
        ...(acceptances.length === 0 ? {} : { accepted: acceptedFacts(acceptances) }),
      })),
    ),
    ...asked(facts),
    checklist: byId(facts.checklist.map(({ id, state, reason }) => ({ id, state, reason }))),
    criteria: byId(
      facts.criteria.map(({ id, key, source, attestation, waiver, evidence }) => ({
        id,
        key,
        source,
        attested: attestation && {
          userId: attestation.userId,
          met: attestation.met,
          statement: attestation.statement,
          evidenceUrl: attestation.evidenceUrl,
        },
        waiver: waiver && {
          id: waiver.id,
          grantedById: waiver.grantedById,
          reason: waiver.reason,
          expiresAt: waiver.expiresAt.toISOString(),
        },
        // left out where there is none: what was signed before anything could be attached holds on
        ...(evidence.length === 0
          ? {}
          : { evidence: byId(evidence.map(({ id, revision, shows }) => ({ id, revision, shows }))) }),
      })),
    ),
  };
}

/** Facts of criteria that not every gate has; what was signed before a gate could ask for them holds on. */
function asked({ recovery, freezes, earlierConditions }: GateFacts): JsonRecord {
  return {
    ...(recovery === null ? {} : { recovery: byId(recovery.map(recoveryFacts)) }),
    ...(freezes === null
      ? {}
      : {
          freezes: byId(
            freezes.map(({ periodId, startAt, endAt, exception }) => ({
              id: `${periodId}@${startAt.toISOString()}`,
              endAt: endAt.toISOString(),
              exception,
            })),
          ),
        }),
    ...(earlierConditions === null ? {} : { conditions: byId(earlierConditions.map(({ id }) => ({ id }))) }),
  };
}

/** Whether the drill is still fresh depends on the clock; which one counts, what it proved and how often to drill do not. */
function recoveryFacts({ workloadId, stateful, drillIntervalDays, drill }: RecoveryFact) {
  return {
    id: workloadId,
    stateful,
    drillIntervalDays,
    drill: drill && {
      id: drill.id,
      declaredAt: drill.declaredAt.toISOString(),
      overtaken: drill.overtaken,
      rpoMinutes: drill.rpo,
      rtoMinutes: drill.rto,
    },
  };
}

/** Whether one is in force depends on the clock and is judged anew; what was accepted does not. */
function acceptedFacts(acceptances: readonly AcceptanceFact[]) {
  return byId(
    acceptances.map(({ id, expiresAt, upToScore }) => ({
      id,
      expiresAt: expiresAt.toISOString(),
      upToScore,
    })),
  );
}

type Snapshot = { snapshot: string; digest: string };

/** Facts are never changed once they are read, and judged again and again: they are written out once. */
const written = new WeakMap<GateFacts, Snapshot>();

/** The snapshot's one text and its SHA-256, lower-case hex. */
export function snapshotOf(facts: GateFacts): Snapshot {
  const known = written.get(facts);
  if (known !== undefined) return known;
  const snapshot = textOf(facts);
  const fresh = { snapshot, digest: digestOf(snapshot) };
  written.set(facts, fresh);
  return fresh;
}

/** The canonical text of all that is material; the links are in it as the database wrote them. */
function textOf(facts: GateFacts): string {
  const material = materialFacts(facts);
  const parts = [...Object.keys(material), "links"].sort().map((key) => {
    const text = key === "links" ? facts.links : canonicalJson(material[key] ?? null);
    return `${canonicalJson(key)}:${text}`;
  });
  return `{${parts.join(",")}}`;
}

export function digestOf(snapshot: string): string {
  return createHash("sha256").update(snapshot, "utf8").digest("hex");
}

function byId<Row extends { id: string; [field: string]: Json }>(rows: readonly Row[]): Row[] {
  return [...rows].sort((one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0));
}
