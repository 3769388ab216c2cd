import { TENANT_CLASS_LABELS } from "../labels";
import type { NewTenantClass, TenantClassFacts } from "../model";

/** A class of which only this is known. */
export function newTenantClass(facts: NewTenantClass): TenantClassFacts {
  return { tenants: null, users: null, isolation: "", residency: "", encryption: "", rollout: "", ...facts };
}

const FIELDS = [
  ["kind", "Class"],
  ["name", "Name"],
  ["tenants", "Tenants"],
  ["users", "Users"],
  ["isolation", "Isolation"],
  ["residency", "Residency"],
  ["encryption", "Encryption"],
  ["rollout", "Rollout"],
] as const;

export type TenantClassRecord = Record<(typeof FIELDS)[number][0], string | number | null>;

/** A class as the audit trail tells it. */
export function tenantClassRecord(facts: TenantClassFacts): TenantClassRecord {
  const { workloadId: _, ...rest } = facts;
  return { ...rest, kind: TENANT_CLASS_LABELS[facts.kind] };
}

/** Where two writers differ, in words. */
export function tenantClassConflicts(wanted: TenantClassRecord, now: TenantClassRecord) {
  return FIELDS.flatMap(([field, label]) => {
    const [yours, theirs] = [shown(wanted[field]), shown(now[field])];
    return yours === theirs ? [] : [{ label, yours, theirs }];
  });
}

function shown(value: string | number | null): string {
  return value === null || value === "" ? "unknown" : String(value);
}
