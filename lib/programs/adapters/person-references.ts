import "server-only";
import type { AuditEventInput } from "@/lib/audit/model";
import type { Tx } from "@/lib/db/transaction";
import { Prisma } from "@/prisma/generated/client/client";

type Moving =
  | "workload.changed"
  | "risk.changed"
  | "risk.action-changed"
  | "control.changed"
  | "wave.changed"
  | "checklist.item-changed"
  | "process.changed"
  | "remediation.changed";

/** A column that names a person: which subject it belongs to, and how the audit trail calls the field. */
type Reference = {
  table: string;
  column: string;
  subject: string;
  action: Moving;
  field: string;
  /** What the audit trail calls the row, in SQL. */
  label: string;
  dated: boolean;
};

/** Every column that names a person and may be moved to another; each row keeps a version. */
const REFERENCES: readonly Reference[] = [
  of("Workload", "businessOwnerId", "workload", "workload.changed", "businessOwner", "name", true),
  of("Workload", "technicalOwnerId", "workload", "workload.changed", "technicalOwner", "name", true),
  of("Risk", "ownerId", "risk", "risk.changed", "owner", "code || ' ' || title", true),
  of("RiskAction", "ownerId", "risk-action", "risk.action-changed", "owner", "what", true),
  of("Control", "ownerId", "control", "control.changed", "owner", "title", true),
  of("Wave", "leadId", "wave", "wave.changed", "lead", "'Wave ' || number || ', ' || name", false),
  of("ChecklistItem", "ownerId", "checklist-item", "checklist.item-changed", "owner", "title", false),
  of("BusinessProcess", "ownerId", "process", "process.changed", "owner", "name", true),
  of("BusinessProcess", "fallbackOwnerId", "process", "process.changed", "fallbackOwner", "name", true),
  of("Remediation", "ownerId", "remediation", "remediation.changed", "owner", "title", true),
];

/** Columns that name a person without a version or an event of their own, and those that are never rewritten. */
export const SILENT_REFERENCES = [["FactQuestion", "askedId"]] as const;
export const FIXED_REFERENCES = [["SignOffCondition", "ownerId"]] as const;

/** Every column that this file knows to name a person, as `Table.column`. */
export function knownReferences(): string[] {
  return [
    ...REFERENCES.map(({ table, column }) => `${table}.${column}`),
    ...[...SILENT_REFERENCES, ...FIXED_REFERENCES].map(([table, column]) => `${table}.${column}`),
  ].sort();
}

type Named = { id: string; name: string };

/** Lets everything that names the one name the other; answers an event for each thing that changed. */
export async function moveReferences(tx: Tx, from: Named, to: Named, now: Date): Promise<AuditEventInput[]> {
  const events: AuditEventInput[] = [];
  for (const reference of REFERENCES) {
    const rows = await moved(tx, reference, from, to, now);
    events.push(...rows.map((row) => eventOf(reference, row, from, to)));
  }
  for (const [table, column] of SILENT_REFERENCES) {
    await tx.$executeRaw`
      UPDATE ${name(table)} SET ${name(column)} = ${to.id}::uuid, version = version + 1 WHERE ${name(column)} = ${from.id}::uuid`;
  }
  return events;
}

function moved(
  tx: Tx,
  reference: Reference,
  from: Named,
  to: Named,
  now: Date,
): Promise<{ id: string; label: string }[]> {
  const { table, column, label, dated } = reference;
  const stamp = dated ? Prisma.sql`, "updatedAt" = ${now}` : Prisma.empty;
  return tx.$queryRaw<{ id: string; label: string }[]>`
    UPDATE ${name(table)} SET ${name(column)} = ${to.id}::uuid, version = version + 1 ${stamp}
    WHERE ${name(column)} = ${from.id}::uuid RETURNING id, ${Prisma.raw(label)} AS label`;
}

function eventOf(
  { subject, action, field }: Reference,
  { id, label }: { id: string; label: string },
  from: Named,
  to: Named,
): AuditEventInput {
  return {
    action,
    subject: { type: subject, id, label },
    before: { [field]: from.name },
    after: { [field]: to.name },
    note: `${from.name} and ${to.name} are one person`,
  };
}

function of(
  table: string,
  column: string,
  subject: string,
  action: Moving,
  field: string,
  label: string,
  dated: boolean,
): Reference {
  return { table, column, subject, action, field, label, dated };
}

/** Names of tables and columns come from the list above alone. */
function name(identifier: string): Prisma.Sql {
  return Prisma.raw(`"${identifier}"`);
}
