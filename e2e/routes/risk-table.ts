import { MANAGER, MEMBERS, page, program, type Route, WRITERS } from "./route";

/** The pages of risks and of the controls against them. */
export const RISK_ROUTES: Record<string, Route> = {
  "/p/[program]/risks/page": page(program("/risks"), MEMBERS, "Risk register"),
  "/p/[program]/risks/new/page": page(program("/risks/new"), WRITERS, "next free code of the program"),
  "/p/[program]/risks/domains/page": page(
    program("/risks/domains"),
    MEMBERS,
    "highest score the program lives with",
  ),
  "/p/[program]/risks/heatmaps/page": page(program("/risks/heatmaps"), MEMBERS, "The same as a list"),
  "/p/[program]/risks/scales/page": page(program("/risks/scales"), MEMBERS, "A version is never changed"),
  "/p/[program]/risks/scales/new/page": page(
    program("/risks/scales/new"),
    MANAGER,
    "Once published it is never changed",
  ),
  "/p/[program]/risks/[code]/actions/new/page": page(
    (at) => program(`/risks/${at.risk}/actions/new`)(at),
    WRITERS,
    "One step that makes the risk less likely",
  ),
  "/p/[program]/risks/[code]/actions/[action]/page": page(
    (at) => program(`/risks/${at.treated}/actions/${at.action}`)(at),
    MEMBERS,
    "What was planned",
  ),
  "/p/[program]/risks/[code]/page": page((at) => program(`/risks/${at.risk}`)(at), MEMBERS, "Assessments"),
  "/p/[program]/risks/[code]/edit/page": page(
    (at) => program(`/risks/${at.risk}/edit`)(at),
    WRITERS,
    "What may happen",
  ),
  "/p/[program]/risks/[code]/accept/page": page(
    (at) => program(`/risks/${at.risk}/accept`)(at),
    WRITERS,
    "nor proposed its acceptance decides",
  ),
  "/p/[program]/risks/[code]/acceptances/[acceptance]/page": page(
    (at) => program(`/risks/${at.proposed}/acceptances/${at.acceptance}`)(at),
    MEMBERS,
    "The mobile link is tested every Friday",
  ),
  "/p/[program]/controls/page": page(program("/controls"), MEMBERS, "Control register"),
  "/p/[program]/controls/new/page": page(program("/controls/new"), WRITERS, "How it usually goes wrong"),
  "/p/[program]/controls/[control]/page": page(
    (at) => program(`/controls/${at.control}`)(at),
    MEMBERS,
    "Risks it works against",
  ),
  "/p/[program]/controls/[control]/edit/page": page(
    (at) => program(`/controls/${at.control}/edit`)(at),
    WRITERS,
    "How it usually goes wrong",
  ),
};
