export const ROLES = [
  "executive",
  "platform_engineer",
  "business_owner",
  "program_manager",
  "auditor",
  "partner",
] as const;

export type Role = (typeof ROLES)[number];

/** A right, as `noun:verb`. The table of who holds which stands in `docs/access.md` and in `policy.ts`. */
export const PERMISSIONS = [
  "program:read",
  "program:configure",
  "member:read",
  "member:manage",
  "workload:read",
  "workload:write",
  "dependency:write",
  "recovery:read",
  "recovery:write",
  "risk:read",
  "risk:write",
  "risk:configure",
  "risk:accept",
  "evidence:read",
  "evidence:write",
  "calendar:read",
  "calendar:write",
  "wave:read",
  "wave:plan",
  "wave:transition",
  "wave:override-window",
  "checklist:settle",
  "gate:read",
  "gate:configure",
  "gate:attest",
  "gate:sign",
  "gate:waive",
  "condition:close",
  "import:run",
  "fact:settle",
  "comment:write",
  "view:save",
  "pack:read",
  "pack:freeze",
  "history:read",
  "history:backfill",
  "audit:read",
  "audit:checkpoint",
  "audit:export",
] as const;

export type Permission = (typeof PERMISSIONS)[number];

/** Where an act came in. */
export type Via = "browser" | "command-line" | "demo-story";

/** A person acting in one program, in one role. */
export type Actor = {
  userId: string;
  name: string;
  email: string;
  zone: string;
  programId: string;
  programSlug: string;
  programName: string;
  programZone: string;
  role: Role;
  /** Where `role` was given for a time: the role of the membership, and when the time is over. */
  standing?: Standing;
  sessionId: string | null;
  via: Via;
};

export type Standing = { role: Role; until: Date };

/** A signed-in person outside any program. */
export type Account = {
  userId: string;
  name: string;
  email: string;
  zone: string;
  isInstanceAdmin: boolean;
  isDemo: boolean;
  sessionId: string | null;
};
