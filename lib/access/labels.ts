import type { Role } from "./model";

export const ROLE_LABELS: Record<Role, string> = {
  executive: "Executive",
  platform_engineer: "Platform engineer",
  business_owner: "Business owner",
  program_manager: "Program manager",
  auditor: "Auditor",
  partner: "Partner",
};
