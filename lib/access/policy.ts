import type { Permission, Role, Standing } from "./model";

const READS = [
  "program:read",
  "member:read",
  "workload:read",
  "recovery:read",
  "risk:read",
  "evidence:read",
  "calendar:read",
  "wave:read",
  "gate:read",
  "history:read",
] as const satisfies readonly Permission[];

/** The permission matrix. `docs/access.md` shows the same table, and a test compares the two. */
export const GRANTS: Record<Role, readonly Permission[]> = {
  executive: [
    ...READS,
    "risk:accept",
    "wave:override-window",
    "gate:sign",
    "gate:waive",
    "comment:write",
    "view:save",
    "pack:read",
    "pack:freeze",
    "audit:read",
    "audit:export",
  ],
  platform_engineer: [
    ...READS,
    "workload:write",
    "dependency:write",
    "recovery:write",
    "risk:write",
    "evidence:write",
    "calendar:write",
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
    "evidence:write",
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
    "evidence:write",
    "calendar:write",
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
    "pack:read",
    "pack:freeze",
    "history:backfill",
    "audit:read",
    "audit:checkpoint",
    "audit:export",
  ],
  auditor: [...READS, "pack:read", "audit:read", "audit:checkpoint", "audit:export"],
  partner: ["program:read", "workload:read", "wave:read"],
};

/** What nobody does with rights that were given for a time: say who may what, sign, and bring history in. */
const NEVER_FOR_A_TIME: readonly Permission[] = ["member:manage", "gate:sign", "history:backfill"];

/** Whether a role holds a right. Serves server and interface; only the server decides. */
export function can(actor: { role: Role; standing?: Standing }, permission: Permission): boolean {
  if (actor.standing !== undefined && NEVER_FOR_A_TIME.includes(permission)) return false;
  return GRANTS[actor.role].includes(permission);
}
