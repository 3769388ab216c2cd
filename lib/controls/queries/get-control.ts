import "server-only";
import type { Actor } from "@/lib/access/model";
import { requireRight } from "@/lib/audit/queries/as-actor";
import { withActor } from "@/lib/db/transaction";
import { notFound } from "@/lib/kernel/errors";
import { isId } from "@/lib/kernel/new-id";
import { calendarDate, dateIn } from "@/lib/kernel/time";
import { Prisma } from "@/prisma/generated/client/client";
import { loadControl, namesOf } from "../adapters/control-rows";
import type { ControlsOfRisk, ControlView } from "../model";
import { judgeControl } from "../rules/state";
import { controlRows, worstFirst } from "./control-sql";

/** So many verifications of a control are shown, and controls offered to be linked. */
const MOST = 500;

/** A control judged at `now`, with its verifications and the risks it works against. Right: risk:read. @throws NOT_FOUND */
export async function getControl(actor: Actor, controlId: string, now: Date): Promise<ControlView> {
  requireRight(actor, "risk:read");
  if (!isId(controlId)) throw notFound("control");
  const { programId } = actor;
  return withActor(actor, async (tx) => {
    const { verifications: _count, ...control } = await loadControl(tx, programId, controlId);
    const names = await namesOf(tx, programId, control);
    const rows = await tx.controlVerification.findMany({
      where: { programId, controlId },
      orderBy: [{ verifiedOn: "desc" }, { recordedAt: "desc" }, { id: "desc" }],
      take: MOST,
    });
    const people = await tx.user.findMany({
      where: { id: { in: [...new Set(rows.map(({ recordedById }) => recordedById))] } },
      select: { id: true, name: true },
    });
    const by = new Map(people.map(({ id, name }) => [id, name]));
    const verifications = rows.map(({ id, verifiedOn, outcome, note, recordedById, recordedAt }) => ({
      id,
      verifiedOn: calendarDate(verifiedOn),
      outcome,
      note,
      by: by.get(recordedById) ?? "A former member",
      recordedAt,
    }));
    const links = await tx.controlRisk.findMany({
      where: { programId, controlId },
      select: { risk: { select: { id: true, code: true, title: true, status: true } } },
    });
    const risks = links
      .map(({ risk }) => risk)
      .sort((a, b) => a.code.localeCompare(b.code, "en", { numeric: true }));
    const { state, holdsUntil } = judgeControl(control, verifications, dateIn(actor.programZone, now));
    return { ...control, ...names, state, holdsUntil, verifications, risks };
  });
}

/** The controls against a risk, the worst first, and others that could be linked. Right: risk:read. */
export async function controlsOfRisk(actor: Actor, riskId: string, now: Date): Promise<ControlsOfRisk> {
  requireRight(actor, "risk:read");
  const { programId } = actor;
  const today = dateIn(actor.programZone, now);
  return withActor(actor, async (tx) => {
    const linked = await controlRows(tx, {
      where: Prisma.sql`c."programId" = ${programId}::uuid AND c.id IN (SELECT l."controlId" FROM "ControlRisk" l
        WHERE l."programId" = ${programId}::uuid AND l."riskId" = ${riskId}::uuid)`,
      order: worstFirst(today),
      today,
      limit: MOST,
      offset: 0,
    });
    const choices = await tx.control.findMany({
      where: { programId, id: { notIn: linked.map(({ id }) => id) } },
      select: { id: true, title: true },
      orderBy: [{ titleKey: "asc" }, { id: "asc" }],
      take: MOST,
    });
    return { linked, choices };
  });
}
