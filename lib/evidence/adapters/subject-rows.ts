import "server-only";
import type { Tx } from "@/lib/db/transaction";
import { AppError, notFound } from "@/lib/kernel/errors";
import { formatDay } from "@/lib/kernel/moments";
import type { Subject } from "@/lib/kernel/violations";
import type { GateKind, WaveState } from "@/prisma/generated/client/enums";
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
    case "item":
      return itemOf(tx, programId, id);
    case "control":
      return controlOf(tx, programId, id);
  }
}

/** Keeps a checklist item as it is until the transaction ends: it is not settled while evidence comes or goes. */
export async function lockSubject(tx: Tx, programId: string, { type, id }: EvidenceSubject): Promise<void> {
  if (type !== "item") return;
  await tx.$queryRaw`SELECT 1 FROM "ChecklistItem" WHERE id = ${id}::uuid AND "programId" = ${programId}::uuid FOR UPDATE`;
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

async function controlOf(tx: Tx, programId: string, id: string): Promise<KnownSubject> {
  const control = await tx.control.findUnique({ where: { id, programId }, select: { title: true } });
  if (control === null) throw notFound("control");
  return {
    label: control.title,
    path: `controls/${id}`,
    audit: { type: "control", id, label: control.title },
    closed: null,
  };
}

/** States in which a gate takes attestations, and so evidence: until the wave has taken the step that it guards. */
const OPEN_IN: Record<GateKind, readonly WaveState[]> = {
  readiness: ["planned", "preparing"],
  rehearsal: ["planned", "preparing", "rehearsing"],
  go_no_go: ["planned", "preparing", "rehearsing", "ready"],
  emergency: ["planned", "preparing", "rehearsing", "ready"],
  cutover_complete: ["planned", "preparing", "rehearsing", "ready", "cutting_over"],
  hypercare_exit: ["planned", "preparing", "rehearsing", "ready", "cutting_over", "hypercare"],
};

async function criterionOf(tx: Tx, programId: string, id: string): Promise<KnownSubject> {
  const criterion = await tx.gateCriterion.findUnique({
    where: { id, programId },
    select: {
      title: true,
      gate: {
        select: {
          id: true,
          kind: true,
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
  const over = gate.attempt !== gate.wave.attempt || !OPEN_IN[gate.kind].includes(gate.wave.state);
  return {
    label,
    path: `waves/${gate.wave.number}/gate${gate.kind === "go_no_go" ? "" : `?kind=${gate.kind}`}`,
    audit: { type: "gate", id: gate.id, label },
    closed: over
      ? "What this gate decides has been acted on or is over; what its criteria rest on stays as it is."
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

/** States in which nothing of a wave's checklist changes any more. */
const FINISHED: readonly string[] = ["closed", "rolled_back", "cancelled"];

async function itemOf(tx: Tx, programId: string, id: string): Promise<KnownSubject> {
  const item = await tx.checklistItem.findUnique({
    where: { id, programId },
    select: {
      title: true,
      state: true,
      attempt: true,
      wave: { select: { number: true, attempt: true, state: true } },
    },
  });
  if (item === null) throw notFound("checklist item");
  const { wave, title, attempt, state } = item;
  const over = attempt !== wave.attempt || FINISHED.includes(wave.state);
  const label = `“${title}” of wave ${wave.number}`;
  return {
    label,
    path: `waves/${wave.number}/checklist/${id}`,
    audit: { type: "checklist-item", id, label },
    closed: over
      ? "This attempt is over; what its checklist rests on stays as it is."
      : state === "done"
        ? "The item is done on this evidence. Open it again to change what it rests on."
        : null,
  };
}
