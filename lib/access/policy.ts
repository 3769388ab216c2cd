import type { Permission, Role } from "./model";

const READS = [
  "program:read",
  "member:read",
  "workload:read",
  "recovery:read",
  "risk:read",
  "wave:read",
  "gate:read",
  "history:read",
] as const satisfies readonly Permission[];

/** The permission matrix. `docs/access.md` shows the same table, and a test compares the two. */
export const GRANTS: Record<Role, readonly Permission[]> = {
  executive: [
    ...READS,
    "wave:override-window",
    "gate:sign",
    "gate:waive",
    "comment:write",
    "view:save",
    "audit:read",
    "audit:export",
  ],
  platform_engineer: [
    ...READS,
    "workload:write",
    "dependency:write",
    "recovery:write",
    "risk:write",
    "wave:plan",
    "wave:transition",
    "checklist:settle",
    "gate:attest",
    "gate:sign",
    "condition:close",
    "import:run",
    "fact:settle",
    "comment:write",
    "view:save",
  ],
  business_owner: [
    ...READS,
    "checklist:settle",
    "gate:attest",
    "gate:sign",
    "condition:close",
    "fact:settle",
    "comment:write",
    "view:save",
  ],
  program_manager: [
    ...READS,
    "program:configure",
    "member:manage",
    "workload:write",
    "dependency:write",
    "recovery:write",
    "risk:write",
    "risk:configure",
    "wave:plan",
    "wave:transition",
    "checklist:settle",
    "gate:configure",
    "gate:attest",
    "gate:sign",
    "condition:close",
    "import:run",
    "fact:settle",
    "comment:write",
    "view:save",
    "history:backfill",
    "audit:read",
    "audit:checkpoint",
    "audit:export",
  ],
  auditor: [...READS, "audit:read", "audit:checkpoint", "audit:export"],
  partner: ["program:read", "workload:read", "wave:read"],
};

/** Whether a role holds a right. Serves server and interface; only the server decides. */
export function can(actor: { role: Role }, permission: Permission): boolean {
  return GRANTS[actor.role].includes(permission);
}
