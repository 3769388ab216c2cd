import "server-only";
import type { Tx } from "@/lib/db/transaction";
import { notFound } from "@/lib/kernel/errors";
import { type CalendarDate, calendarDate, daysBetween } from "@/lib/kernel/time";
import type { RiskActionView } from "../model/risk";
import { asLevel } from "../rules/scores";

const COLUMNS = {
  id: true,
  riskId: true,
  what: true,
  ownerId: true,
  owner: { select: { name: true } },
  dueOn: true,
  expectedLikelihood: true,
  expectedImpact: true,
  state: true,
  settledOn: true,
  settledNote: true,
  version: true,
} as const;

/** The treatment actions of a risk: the open ones first, the one that is due first at the top. */
export async function loadActions(
  tx: Tx,
  riskId: string,
  { today, open }: { today: CalendarDate; open: boolean },
): Promise<RiskActionView[]> {
  const rows = await tx.riskAction.findMany({
    where: { riskId },
    select: COLUMNS,
    orderBy: [{ state: "asc" }, { dueOn: { sort: "asc", nulls: "last" } }, { createdAt: "asc" }],
  });
  return rows.map(
    ({ owner, dueOn, expectedLikelihood, expectedImpact, settledOn, riskId: _risk, ...row }) => {
      const due = dueOn === null ? null : calendarDate(dueOn);
      const late = open && row.state === "open" && due !== null ? daysBetween(due, today) : 0;
      return {
        ...row,
        owner: owner?.name ?? null,
        dueOn: due,
        lateDays: Math.max(0, late),
        expected: { likelihood: asLevel(expectedLikelihood), impact: asLevel(expectedImpact) },
        settledOn: settledOn === null ? null : calendarDate(settledOn),
      };
    },
  );
}

/** One action of this program, locked until the transaction ends. @throws NOT_FOUND */
export async function lockAction(tx: Tx, programId: string, actionId: string) {
  await tx.$executeRaw`SELECT 1 FROM "RiskAction" WHERE id = ${actionId}::uuid AND "programId" = ${programId}::uuid FOR UPDATE`;
  const row = await tx.riskAction.findUnique({ where: { id: actionId, programId }, select: COLUMNS });
  if (row === null) throw notFound("action");
  return row;
}

/** The name of a person of this program; null for nobody. @throws NOT_FOUND */
export async function nameOfPerson(tx: Tx, programId: string, id: string | null): Promise<string | null> {
  if (id === null) return null;
  const person = await tx.person.findUnique({ where: { id, programId }, select: { name: true } });
  if (person === null) throw notFound("person");
  return person.name;
}
