import "server-only";
import type { AuditEventInput } from "@/lib/audit/model";
import type { CommandContext } from "@/lib/command/define-command";
import type { Tx } from "@/lib/db/transaction";
import { applyDependencyChanges } from "@/lib/dependencies/commands/apply-dependency-changes";
import { nameKey } from "@/lib/kernel/text";
import { ensurePeople } from "@/lib/programs/commands/ensure-people";
import { applyTargetChanges } from "@/lib/recovery/commands/apply-target-changes";
import { applyRiskChanges } from "@/lib/risks/commands/apply-risk-changes";
import { applyWorkloadChanges } from "@/lib/workloads/commands/apply-workload-changes";
import type { Entity, Plan, PlannedRow, Snapshot } from "../model";
import { dependencyChange, type Ids, riskChange, targetChange, workloadChange } from "../rules/changes";

type Applied = { peopleAdded: number; events: AuditEventInput[] };

/**
 * Writes the new and changed rows of a plan through the cores that single edits use: people, workloads, then what refers
 * to workloads. One event for each row.
 */
export async function applyPlan(
  tx: Tx,
  ctx: CommandContext,
  plan: Plan,
  snapshot: Snapshot,
): Promise<Applied> {
  const rows = plan.rows.filter((row) => row.outcome === "create" || row.outcome === "update");
  const people = await addPeople(tx, ctx, rows);
  const ids: Ids = {
    people: people.idByKey,
    tiers: keyed(snapshot.tiers),
    domains: keyed(snapshot.domains),
    workloads: new Map(snapshot.workloads.map((one) => [nameKey(String(one.facts.name)), one.id])),
  };
  const workloadRows = of(rows, "workload");
  const workloads = await applyWorkloadChanges(
    tx,
    ctx,
    workloadRows.map((row) => workloadChange(row, ids)),
  );
  workloadRows.forEach((row, at) => {
    const id = workloads.ids[at];
    if (row.id === null && id !== undefined) ids.workloads.set(nameKey(row.subject), id);
  });
  const known = { ratings: new Map(snapshot.risks.map((risk) => [risk.id, risk.facts])) };
  const links = await applyDependencyChanges(
    tx,
    ctx,
    of(rows, "dependency").map((row) => dependencyChange(row, ids)),
  );
  const risks = await applyRiskChanges(
    tx,
    ctx,
    of(rows, "risk").map((row) => riskChange(row, ids, known.ratings)),
  );
  const targets = await applyTargetChanges(
    tx,
    ctx,
    of(rows, "target").map((row) => targetChange(row, ids)),
  );
  const events = [...people.events, ...workloads.events, ...links.events, ...risks.events, ...targets.events];
  return { peopleAdded: people.events.length, events };
}

/** Adds the people whom rows name. An address is noted with a new name; it gives nobody access. */
async function addPeople(tx: Tx, ctx: CommandContext, rows: readonly PlannedRow[]) {
  const names = rows.flatMap(({ sets }) => [sets.business_owner, sets.technical_owner, sets.owner]);
  const { idByKey, events } = await ensurePeople(
    tx,
    ctx,
    names.filter((name) => typeof name === "string"),
  );
  const emails = new Map(
    rows.flatMap((row) => Object.entries(row.emails).map(([name, email]) => [nameKey(name), email])),
  );
  const noted: AuditEventInput[] = [];
  for (const event of events) {
    const email = emails.get(nameKey(event.subject.label));
    if (event.action !== "person.added" || email === undefined) noted.push(event);
    else {
      await tx.person.update({ where: { id: event.subject.id }, data: { email }, select: { id: true } });
      noted.push({ ...event, after: { ...event.after, email } });
    }
  }
  return { idByKey, events: noted };
}

function of(rows: readonly PlannedRow[], entity: Entity): PlannedRow[] {
  return rows.filter((row) => row.entity === entity);
}

function keyed(rows: readonly { id: string; name: string }[]): Map<string, string> {
  return new Map(rows.map((row) => [nameKey(row.name), row.id]));
}
