import "server-only";
import type { Tx } from "@/lib/db/transaction";
import { idsInChanges } from "../rules/snapshot-changes";

/** The names of users by id, as a function; somebody unknown is named so. */
export async function namesOf(tx: Tx, userIds: readonly string[]): Promise<(id: string) => string> {
  const users = await tx.user.findMany({
    where: { id: { in: [...new Set(userIds)] } },
    select: { id: true, name: true },
  });
  const names = new Map(users.map((user) => [user.id, user.name]));
  return (id) => names.get(id) ?? "A former member";
}

/**
 * The words for what differs between the present snapshot and others: workloads, links, risks, items, criteria, evidence,
 * periods, conditions, people, tiers.
 */
export async function labelsFor(
  tx: Tx,
  present: string,
  others: readonly string[],
): Promise<Map<string, string>> {
  const ids = [...new Set(others.flatMap((other) => idsInChanges(other, present)))];
  if (ids.length === 0) return new Map();
  const where = { id: { in: ids } };
  const workloads = await tx.workload.findMany({ where, select: { id: true, name: true } });
  const risks = await tx.risk.findMany({ where, select: { id: true, code: true, title: true } });
  const items = await tx.checklistItem.findMany({ where, select: { id: true, title: true } });
  const criteria = await tx.gateCriterion.findMany({ where, select: { id: true, title: true } });
  const people = await tx.person.findMany({ where, select: { id: true, name: true } });
  const evidence = await tx.evidence.findMany({ where, select: { id: true, title: true } });
  const periods = await tx.calendarPeriod.findMany({ where, select: { id: true, title: true } });
  const conditions = await tx.signOffCondition.findMany({ where, select: { id: true, text: true } });
  const tiers = await tx.tier.findMany({ where, select: { id: true, name: true } });
  const users = await tx.user.findMany({ where, select: { id: true, name: true } });
  const links = await tx.dependency.findMany({
    where,
    select: { id: true, dependent: { select: { name: true } }, needed: { select: { name: true } } },
  });
  return new Map([
    ...[...workloads, ...people, ...tiers, ...users].map(({ id, name }) => [id, name] as const),
    ...conditions.map(({ id, text }) => [id, `“${text}”`] as const),
    ...[...items, ...criteria, ...evidence, ...periods].map(({ id, title }) => [id, title] as const),
    ...risks.map(({ id, code, title }) => [id, `${code} ${title}`] as const),
    ...links.map(({ id, dependent, needed }) => [id, `${dependent.name} → ${needed.name}`] as const),
  ]);
}
