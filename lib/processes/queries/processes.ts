import "server-only";
import type { Actor } from "@/lib/access/model";
import { requireEstate } from "@/lib/access/reads-estate";
import { withActor } from "@/lib/db/transaction";
import { isId } from "@/lib/kernel/new-id";
import { calendarDate } from "@/lib/kernel/time";
import { effectiveTargetsOf, NO_TARGETS } from "@/lib/workloads/queries/effective-targets";
import type { ProcessChoices, ProcessRow, ProcessView } from "../model";
import { fallbackStanding } from "../rules/fallback";

const NAMED = { select: { id: true, name: true } } as const;

/** Every business process: revenue first, then by name. Not for partners. */
export function listProcesses(actor: Actor): Promise<ProcessRow[]> {
  requireEstate(actor, "page");
  return withActor(actor, async (tx) => {
    const rows = await tx.businessProcess.findMany({
      select: {
        id: true,
        name: true,
        criticality: true,
        rtoMinutes: true,
        rpoMinutes: true,
        fallback: true,
        fallbackRehearsedOn: true,
        fallbackAcknowledgedAt: true,
        owner: NAMED,
        _count: { select: { workloads: true } },
      },
      orderBy: [{ criticality: { sort: "asc", nulls: "first" } }, { nameKey: "asc" }],
    });
    return rows.map(({ _count, fallback, fallbackAcknowledgedAt, fallbackRehearsedOn, ...row }) => ({
      ...row,
      fallbackRehearsedOn: dateOrNull(fallbackRehearsedOn),
      workloads: _count.workloads,
      fallback: fallbackStanding(fallback, fallbackAcknowledgedAt),
    }));
  });
}

/** One process with what carries it; null when it is not there or not to be seen. */
export function getProcess(actor: Actor, id: string): Promise<ProcessView | null> {
  requireEstate(actor, "business process");
  if (!isId(id)) return Promise.resolve(null);
  return withActor(actor, async (tx) => {
    const row = await tx.businessProcess.findUnique({
      where: { id, programId: actor.programId },
      select: VIEW,
    });
    if (row === null) return null;
    const { workloads, fallbackRehearsedOn, fallbackAcknowledgedAt, fallbackAcknowledgedBy, ...process } =
      row;
    const carrying = workloads.map(({ workload }) => workload);
    const targets = await effectiveTargetsOf(
      tx,
      carrying.map((workload) => workload.id),
    );
    const by =
      fallbackAcknowledgedBy === null
        ? null
        : await tx.user.findUnique({ where: { id: fallbackAcknowledgedBy }, select: { name: true } });
    return {
      ...process,
      fallbackRehearsedOn: dateOrNull(fallbackRehearsedOn),
      acknowledged:
        fallbackAcknowledgedAt === null
          ? null
          : { at: fallbackAcknowledgedAt, by: by?.name ?? "a former member" },
      workloads: carrying.map((workload) => ({ ...workload, ...(targets.get(workload.id) ?? NO_TARGETS) })),
    };
  });
}

/** The people that a process may be owned by, by name. */
export function processChoices(actor: Actor): Promise<ProcessChoices> {
  requireEstate(actor, "page");
  return withActor(actor, async (tx) => ({
    people: await tx.person.findMany({ ...NAMED, orderBy: { nameKey: "asc" } }),
  }));
}

const VIEW = {
  id: true,
  version: true,
  name: true,
  description: true,
  criticality: true,
  rtoMinutes: true,
  rpoMinutes: true,
  fallback: true,
  fallbackRehearsedOn: true,
  fallbackAcknowledgedAt: true,
  fallbackAcknowledgedBy: true,
  owner: { select: { id: true, name: true, userId: true } },
  fallbackOwner: NAMED,
  workloads: {
    select: { workload: { select: { id: true, name: true, criticality: true } } },
    orderBy: { workload: { nameKey: "asc" } },
  },
} as const;

function dateOrNull(date: Date | null): string | null {
  return date === null ? null : calendarDate(date);
}
