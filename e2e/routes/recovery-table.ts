import { MEMBERS, page, program, type Route, WRITERS } from "./route";

/** The pages of recovery: targets, drills, claims, protections. */
export const RECOVERY_ROUTES: Record<string, Route> = {
  "/p/[program]/recovery/page": page(program("/recovery"), MEMBERS, "How much is proven"),
  "/p/[program]/recovery/[workloadId]/page": page(
    (at) => program(`/recovery/${at.workload}`)(at),
    MEMBERS,
    "Target, claimed, proven",
  ),
  "/p/[program]/recovery/[workloadId]/claim/page": page(
    (at) => program(`/recovery/${at.workload}/claim`)(at),
    WRITERS,
    "Change the claim",
  ),
  "/p/[program]/recovery/[workloadId]/protection/page": page(
    (at) => program(`/recovery/${at.workload}/protection`)(at),
    WRITERS,
    "Protection by part",
  ),
  "/p/[program]/recovery/[workloadId]/drills/new/page": page(
    (at) => program(`/recovery/${at.workload}/drills/new`)(at),
    WRITERS,
    "What was measured",
  ),
  "/p/[program]/recovery/[workloadId]/drills/[drill]/page": page(
    (at) => program(`/recovery/${at.workload}/drills/${at.drill}`)(at),
    MEMBERS,
    "What was noted",
  ),
};
