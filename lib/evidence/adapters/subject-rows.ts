import "server-only";
import type { Tx } from "@/lib/db/transaction";
import { AppError, notFound } from "@/lib/kernel/errors";
import { formatDay } from "@/lib/kernel/moments";
import type { Subject } from "@/lib/kernel/violations";
import type { EvidenceSubject } from "../model";

/** What evidence is attached to, as pages and the audit trail name it; `closed` says why it takes none any more. */
export type KnownSubject = {
  label: string;
  /** Of its page, from the program's address. */
  path: string;
  /** What the audit trail files it under. */
  audit: Subject;
  closed: string | null;
};

/** @throws NOT_FOUND when the actor does not see it */
export async function subjectOf(
  tx: Tx,
  programId: string,
  { type, id }: EvidenceSubject,
): Promise<KnownSubject> {
  switch (type) {
    case "risk":
      return riskOf(tx, programId, id);
    case "criterion":
      return criterionOf(tx, programId, id);
    case "drill":
      return drillOf(tx, programId, id);
  }
}

/** The same of several, in order. */
export async function subjectsOf(
  tx: Tx,
  programId: string,
  subjects: readonly EvidenceSubject[],
): Promise<KnownSubject[]> {
  const known: KnownSubject[] = [];
  for (const subject of subjects) known.push(await subjectOf(tx, programId, subject));
  return known;
}

/** @throws BLOCKED when nothing is attached to it or detached from it any more */
export function requireOpen({ closed }: KnownSubject): void {
  if (closed !== null) throw new AppError("BLOCKED", closed);
}

async function riskOf(tx: Tx, programId: string, id: string): Promise<KnownSubject> {
  const risk = await tx.risk.findUnique({ where: { id, programId }, select: { code: true, title: true } });
  if (risk === null) throw notFound("risk");
  const label = `${risk.code} ${risk.title}`;
  return { label, path: `risks/${risk.code}`, audit: { type: "risk", id, label }, closed: null };
}

/** States in which an attempt takes no more attestations, and so no more evidence. */
const OVER: readonly string[] = ["cutting_over", "hypercare", "closed", "rolled_back", "cancelled"];

async function criterionOf(tx: Tx, programId: string, id: string): Promise<KnownSubject> {
  const criterion = await tx.gateCriterion.findUnique({
    where: { id, programId },
    select: {
      title: true,
      gate: {
        select: {
          id: true,
          name: true,
          attempt: true,
          wave: { select: { number: true, attempt: true, state: true } },
        },
      },
    },
  });
  if (criterion === null) throw notFound("criterion");
  const { gate, title } = criterion;
  const label = `“${title}” of ${gate.name}`;
  const over = gate.attempt !== gate.wave.attempt || OVER.includes(gate.wave.state);
  return {
    label,
    path: `waves/${gate.wave.number}/gate`,
    audit: { type: "gate", id: gate.id, label },
    closed: over
      ? "The cutover of this attempt has begun or is over; what its criteria rest on stays as it is."
      : null,
  };
}

async function drillOf(tx: Tx, programId: string, id: string): Promise<KnownSubject> {
  const drill = await tx.drill.findUnique({
    where: { id, programId },
    select: {
      declaredAt: true,
      withdrawnAt: true,
      workload: { select: { id: true, name: true } },
    },
  });
  const program = await tx.program.findUnique({ where: { id: programId }, select: { zone: true } });
  if (drill === null || program === null) throw notFound("drill");
  const { workload } = drill;
  const label = `the drill of ${formatDay(drill.declaredAt, program.zone)} of ${workload.name}`;
  return {
    label,
    path: `recovery/${workload.id}/drills/${id}`,
    audit: { type: "workload", id: workload.id, label },
    closed: drill.withdrawnAt === null ? null : "This drill was withdrawn.",
  };
}
