import type { Addresses } from "./addresses";

export type Reader =
  | "executive"
  | "platform engineer"
  | "business owner"
  | "program manager"
  | "auditor"
  | "partner";

export type Route = {
  path: (at: Addresses) => string;
  /** Who gets it; "anyone" also signed out, "signed in" whoever has an account. */
  who: readonly Reader[] | "anyone" | "signed in";
  /** Words that stand only in what is protected here; whoever has no right must not get them. */
  says: string;
  method?: "GET" | "POST";
};

const MEMBERS = ["executive", "platform engineer", "business owner", "program manager", "auditor"] as const;
const EVERYBODY = [...MEMBERS, "partner"] as const;
const WRITERS = ["platform engineer", "program manager"] as const;
const SETTLERS = [...WRITERS, "business owner"] as const;
const MANAGER = ["program manager"] as const;
const EXECUTIVE = ["executive"] as const;
const TRAIL = ["executive", "program manager", "auditor"] as const;

const program = (rest: string) => (at: Addresses) => `/p/${at.program}${rest}`;
const workload = (rest: string) => (at: Addresses) => `/p/${at.program}/workloads/${at.workload}${rest}`;
const wave = (rest: string) => (at: Addresses) => `/p/${at.program}/waves/${at.wave}${rest}`;
const api = (rest: string) => (at: Addresses) => `/api/p/${at.program}${rest}`;
const page = (path: Route["path"], who: Route["who"], says: string): Route => ({ path, who, says });

/** Every route of the build: how its address is filled, and who may have it. */
export const ROUTES: Record<string, Route> = {
  "/page": page(() => "/?choose=1", "signed in", "The programs you have a role in."),
  "/sign-in/page": page(() => "/sign-in", "anyone", "Sign in"),
  "/account/page": page(() => "/account", "signed in", "You are signed in on"),
  "/_not-found/page": page(() => "/_not-found", "anyone", "There is nothing at this address"),
  "/(dev)/gallery/page": page(() => "/gallery", "anyone", "There is nothing at this address"),
  "/api/health/route": page(() => "/api/health", "anyone", '"database":"ok"'),
  "/api/auth/[...nextauth]/route": page(() => "/api/auth/session", "anyone", "{"),

  "/p/[program]/page": page(program(""), EVERYBODY, "Corvane to cloud"),
  "/p/[program]/workloads/page": page(program("/workloads"), EVERYBODY, "Corvane to cloud"),
  "/p/[program]/workloads/new/page": page(program("/workloads/new"), WRITERS, "Add workload"),
  "/p/[program]/workloads/bulk/page": page(
    program("/workloads/bulk?all=1&q=Tilbury+WMS&set_field=tags&set_mode=add&set_value=peak"),
    WRITERS,
    "would change",
  ),
  "/p/[program]/workloads/[id]/page": page(workload(""), MEMBERS, "Who answers for it"),
  "/p/[program]/workloads/[id]/edit/page": page(workload("/edit"), WRITERS, "Change Tilbury WMS"),
  "/p/[program]/workloads/[id]/duties/page": page(workload("/duties"), WRITERS, "Save duties"),
  "/p/[program]/workloads/[id]/measurements/new/page": page(
    workload("/measurements/new"),
    WRITERS,
    "Currency of the cost",
  ),
  "/p/[program]/workloads/[id]/remediation/new/page": page(
    workload("/remediation/new"),
    WRITERS,
    "What will hurt",
  ),
  "/p/[program]/workloads/[id]/tenants/new/page": page(workload("/tenants/new"), WRITERS, "Add class"),
  "/p/[program]/workloads/[id]/tenants/[class]/page": page(
    (at) => workload(`/tenants/${at.tenantClass}`)(at),
    WRITERS,
    "Remove this class",
  ),
  "/p/[program]/remediation/page": page(program("/remediation"), MEMBERS, "What will hurt in the move"),
  "/p/[program]/remediation/[item]/page": page(
    (at) => program(`/remediation/${at.remediation}`)(at),
    MEMBERS,
    "What is done about it",
  ),
  "/p/[program]/workloads/[id]/links/new/page": page(workload("/links/new"), WRITERS, "Record link"),
  "/p/[program]/workloads/[id]/links/[link]/page": page(
    (at) => workload(`/links/${at.link}`)(at),
    WRITERS,
    "Remove this link",
  ),
  "/p/[program]/dependencies/page": page(program("/dependencies"), EVERYBODY, "Parts of the dependencies"),
  "/p/[program]/dependencies/[workloadId]/page": page(
    (at) => program(`/dependencies/${at.workload}`)(at),
    MEMBERS,
    "When Tilbury WMS is lost",
  ),
  "/p/[program]/dependencies/outside/new/page": page(
    program("/dependencies/outside/new"),
    WRITERS,
    "The workload needs what lies outside",
  ),
  "/p/[program]/dependencies/outside/[link]/page": page(
    (at) => program(`/dependencies/outside/${at.externalLink}`)(at),
    WRITERS,
    "It is in the portfolio after all",
  ),
  "/p/[program]/waves/page": page(program("/waves"), MEMBERS, "EDI and portals"),
  "/p/[program]/waves/new/page": page(
    program("/waves/new"),
    WRITERS,
    "Its workloads and its window come next",
  ),
  "/p/[program]/waves/[number]/page": page(wave(""), MEMBERS, "EDI and portals"),
  "/p/[program]/waves/[number]/edit/page": page(wave("/edit"), WRITERS, "Edit EDI and portals"),
  "/p/[program]/waves/[number]/move/page": page(wave("/move?to=cutting_over"), WRITERS, "What this means"),
  "/p/[program]/waves/[number]/window/page": page(wave("/window"), MEMBERS, "Move the window"),
  "/p/[program]/waves/[number]/exception/page": page(wave("/exception"), EXECUTIVE, "What you allow"),
  "/p/[program]/waves/[number]/freeze/page": page(wave("/freeze"), EXECUTIVE, "may meet this one freeze"),
  "/p/[program]/calendar/page": page(program("/calendar"), MEMBERS, "The next 12 weeks"),
  "/p/[program]/calendar/new/page": page(
    program("/calendar/new"),
    WRITERS,
    "shown as conflicts from then on",
  ),
  "/p/[program]/calendar/bring-in/page": page(
    program("/calendar/bring-in"),
    WRITERS,
    "the same file twice changes nothing",
  ),
  "/p/[program]/calendar/[period]/page": page(
    (at) => program(`/calendar/${at.period}`)(at),
    MEMBERS,
    "When it takes place",
  ),
  "/p/[program]/calendar/[period]/edit/page": page(
    (at) => program(`/calendar/${at.period}/edit`)(at),
    WRITERS,
    "covers the time it has now",
  ),
  "/p/[program]/calendar/[period]/end/page": page(
    (at) => program(`/calendar/${at.period}/end`)(at),
    WRITERS,
    "Why it does not count any more",
  ),
  "/p/[program]/waves/[number]/add/page": page(wave("/add"), WRITERS, ">Choose<"),
  "/p/[program]/waves/[number]/remove/page": page(
    (at) => `/p/${at.program}/waves/4/remove?w=${at.workload}`,
    WRITERS,
    "Take 1 workload out",
  ),
  "/p/[program]/waves/[number]/checklist/new/page": page(
    wave("/checklist/new"),
    WRITERS,
    "What is to be done",
  ),
  "/p/[program]/waves/[number]/checklist/[item]/page": page(
    (at) => `/p/${at.program}/waves/4/checklist/${at.item}`,
    SETTLERS,
    "How it stands",
  ),
  "/p/[program]/waves/[number]/gate/page": page(wave("/gate"), MEMBERS, "What you agree to"),
  "/p/[program]/waves/[number]/gate/open/page": page(
    (at) => `/p/${at.program}/waves/4/gate/open`,
    MANAGER,
    "Open the gate",
  ),
  "/p/[program]/waves/[number]/gate/attest/[criterion]/page": page(
    (at) => wave(`/gate/attest/${at.criterion}`)(at),
    WRITERS,
    "Your name stands beside this",
  ),
  "/p/[program]/waves/[number]/gate/waive/[criterion]/page": page(
    (at) => wave(`/gate/waive/${at.criterion}`)(at),
    EXECUTIVE,
    "Why it may be passed over",
  ),
  "/p/[program]/sign-offs/[reference]/page": page(
    (at) => program(`/sign-offs/${at.signOff}`)(at),
    MEMBERS,
    "Who decided",
  ),
  "/p/[program]/risks/page": page(program("/risks"), MEMBERS, "Risk register"),
  "/p/[program]/risks/new/page": page(program("/risks/new"), WRITERS, "next free code of the program"),
  "/p/[program]/risks/domains/page": page(
    program("/risks/domains"),
    MEMBERS,
    "highest score the program lives with",
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
    (at) => program(`/risks/R-017/acceptances/${at.acceptance}`)(at),
    MEMBERS,
    "The mobile link is tested every Friday",
  ),
  "/p/[program]/tiers/page": page(program("/tiers"), MEMBERS, "Classes of service"),
  "/p/[program]/assets/page": page(program("/assets"), MEMBERS, "Machines and devices"),
  "/p/[program]/assets/new/page": page(
    program("/assets/new"),
    WRITERS,
    "Which workload it serves comes next",
  ),
  "/p/[program]/assets/assign/page": page(
    (at) => program(`/assets/assign?a=${at.asset}`)(at),
    WRITERS,
    "Choose a workload",
  ),
  "/p/[program]/assets/[asset]/page": page(
    (at) => program(`/assets/${at.asset}`)(at),
    MEMBERS,
    "A fact without a source was stated by a person",
  ),
  "/p/[program]/assets/[asset]/edit/page": page(
    (at) => program(`/assets/${at.asset}/edit`)(at),
    WRITERS,
    "What you change is stated by a person",
  ),
  "/p/[program]/sites/page": page(program("/sites"), MEMBERS, "Where people work"),
  "/p/[program]/sites/new/page": page(program("/sites/new"), WRITERS, "found by its name"),
  "/p/[program]/sites/[site]/page": page(
    (at) => program(`/sites/${at.site}`)(at),
    MEMBERS,
    "Workloads that stand here",
  ),
  "/p/[program]/sites/[site]/edit/page": page(
    (at) => program(`/sites/${at.site}/edit`)(at),
    WRITERS,
    "People who work there",
  ),
  "/p/[program]/sites/[site]/workloads/page": page(
    (at) => program(`/sites/${at.site}/workloads`)(at),
    WRITERS,
    "Those that serve it stand first",
  ),
  "/p/[program]/workloads/[id]/sites/page": page(workload("/sites"), WRITERS, "Where people work with it"),
  "/p/[program]/processes/page": page(program("/processes"), MEMBERS, "The work of the business"),
  "/p/[program]/processes/new/page": page(
    program("/processes/new"),
    WRITERS,
    "The workloads that carry it come next",
  ),
  "/p/[program]/processes/[process]/page": page(
    (at) => program(`/processes/${at.process}`)(at),
    MEMBERS,
    "How people carry on by hand",
  ),
  "/p/[program]/processes/[process]/edit/page": page(
    (at) => program(`/processes/${at.process}/edit`)(at),
    WRITERS,
    "How people carry on by hand",
  ),
  "/p/[program]/processes/[process]/workloads/page": page(
    (at) => program(`/processes/${at.process}/workloads`)(at),
    WRITERS,
    "Those that carry it stand first",
  ),
  "/p/[program]/people/page": page(program("/people"), MEMBERS, "Whom facts refer to"),
  "/p/[program]/people/[person]/page": page(
    (at) => program(`/people/${at.person}`)(at),
    MEMBERS,
    "Answers for",
  ),
  "/p/[program]/people/[person]/merge/page": page(
    (at) => program(`/people/${at.person}/merge?other=${at.otherPerson}`)(at),
    MANAGER,
    "Nothing has changed yet",
  ),
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
  "/p/[program]/evidence/page": page(program("/evidence"), MEMBERS, "Newest revision"),
  "/p/[program]/evidence/new/page": page(program("/evidence/new"), SETTLERS, "Keep this file"),
  "/p/[program]/evidence/[evidence]/page": page(
    (at) => program(`/evidence/${at.evidence}`)(at),
    MEMBERS,
    "None is ever overwritten",
  ),
  "/p/[program]/imports/page": page(program("/imports"), WRITERS, "Bring a file in"),
  "/p/[program]/imports/[id]/undo/page": page(
    (at) => program(`/imports/${at.import}/undo`)(at),
    WRITERS,
    "Nothing to take back",
  ),
  "/p/[program]/imports/[id]/page": page(
    (at) => program(`/imports/${at.import}`)(at),
    WRITERS,
    "two-names.csv",
  ),
  "/p/[program]/questions/page": page(program("/questions"), MEMBERS, "Who contradicts whom"),
  "/p/[program]/questions/[id]/page": page(
    (at) => program(`/questions/${at.question}`)(at),
    MEMBERS,
    "What each source says",
  ),
  "/p/[program]/questions/answer/page": page(
    (at) => program(`/questions/answer?id=${at.question}&take=present`)(at),
    SETTLERS,
    "One by one",
  ),
  "/p/[program]/sources/page": page(program("/sources"), MEMBERS, "Who says what"),
  "/p/[program]/sources/[id]/page": page(
    (at) => program(`/sources/${at.source}`)(at),
    MEMBERS,
    "Its latest files",
  ),
  "/p/[program]/data-health/page": page(program("/data-health"), MEMBERS, "What is missing or contradictory"),
  "/p/[program]/data-health/[finding]/page": page(
    program("/data-health/data_classification"),
    MEMBERS,
    "Where its data may go",
  ),
  "/p/[program]/data-health/ask/[person]/page": page(
    program("/data-health/ask/program-manager"),
    MEMBERS,
    "To the program manager,",
  ),
  "/p/[program]/audit/page": page(program("/audit"), TRAIL, "Fingerprint of the signing key"),
  "/p/[program]/members/page": page(program("/members"), MEMBERS, "Members now"),
  "/p/[program]/members/[member]/page": page(
    (at) => program(`/members/${at.member}`)(at),
    MANAGER,
    "Role and end",
  ),

  "/api/p/[program]/palette/route": page(
    api("/palette?q=tilbury%20wms"),
    MEMBERS, // a partner of no wave is offered no name
    "Tilbury WMS",
  ),
  "/api/p/[program]/workloads/route": page(api("/workloads"), EVERYBODY, '"rows"'),
  "/api/p/[program]/workloads/names/route": page(
    api("/workloads/names?q=tilbury"),
    MEMBERS, // a partner of no wave is offered no name
    '"value"',
  ),
  "/api/p/[program]/workloads/export.csv/route": page(
    api("/workloads/export.csv"),
    EVERYBODY,
    "Workload,Kind,",
  ),
  "/api/p/[program]/workloads/export.xlsx/route": page(
    api("/workloads/export.xlsx"),
    EVERYBODY,
    "xl/worksheets/sheet1.xml",
  ),
  "/api/p/[program]/dependencies/drawing/route": page(
    (at) => api(`/dependencies/drawing?around=${at.workload}`)(at),
    MEMBERS,
    '"state"',
  ),
  "/api/p/[program]/dependencies/export.csv/route": page(
    api("/dependencies/export.csv?list=circles"),
    EVERYBODY,
    "Need each other",
  ),
  "/api/p/[program]/assets/export.csv/route": page(api("/assets/export.csv"), MEMBERS, "Asset,Kind,"),
  "/api/p/[program]/remediation/export.csv/route": page(
    api("/remediation/export.csv"),
    MEMBERS,
    "title,workload",
  ),
  "/api/p/[program]/calendar/export.csv/route": page(
    api("/calendar/export.csv"),
    MEMBERS,
    "period,kind,starts",
  ),
  "/api/p/[program]/calendar/export.ics/route": page(api("/calendar/export.ics"), MEMBERS, "BEGIN:VCALENDAR"),
  "/api/p/[program]/calendar/bring-in/route": {
    ...page(api("/calendar/bring-in"), WRITERS, "Choose a calendar file first."),
    method: "POST",
  },
  "/api/calendar/[token]/route": page(
    () => `/api/calendar/${"A".repeat(43)}.ics`,
    "anyone",
    "There is nothing at this address",
  ),
  "/api/p/[program]/risks/export.csv/route": page(api("/risks/export.csv"), MEMBERS, "code,title"),
  "/api/p/[program]/recovery/export.csv/route": page(
    api("/recovery/export.csv"),
    MEMBERS,
    "Workload,Judgement,",
  ),
  "/api/p/[program]/risks/map/route": page(api("/risks/map"), MEMBERS, "[null, null, "),
  "/api/p/[program]/evidence/export.csv/route": page(api("/evidence/export.csv"), MEMBERS, "title,revision"),
  "/api/p/[program]/evidence/[evidence]/[revision]/route": page(
    (at) => api(`/evidence/${at.evidence}/1`)(at),
    MEMBERS,
    "backup located",
  ),
  "/api/p/[program]/evidence/upload/route": {
    ...page(api("/evidence/upload"), SETTLERS, "Choose a file first."),
    method: "POST",
  },
  "/api/p/[program]/imports/templates/[name]/route": page(
    api("/imports/templates/workloads"),
    WRITERS,
    "external_id",
  ),
  "/api/p/[program]/imports/[id]/refused/route": page(
    (at) => api(`/imports/${at.import}/refused`)(at),
    WRITERS,
    "Import-app-7",
  ),
  "/api/p/[program]/imports/[id]/progress/route": page(
    (at) => api(`/imports/${at.import}/progress`)(at),
    WRITERS,
    '"state":"previewed"',
  ),
  "/api/p/[program]/imports/upload/route": {
    ...page(api("/imports/upload"), WRITERS, "Choose a file first."),
    method: "POST",
  },
  "/api/p/[program]/questions/export.csv/route": page(
    api("/questions/export.csv"),
    MEMBERS,
    "about,kind,fact",
  ),
  "/api/p/[program]/data-health/export.csv/route": page(
    api("/data-health/export.csv?finding=rto"),
    MEMBERS,
    "about,missing,ask",
  ),
  "/api/p/[program]/audit/export/route": {
    ...page(api("/audit/export"), TRAIL, "wavegate-audit/1"),
    method: "POST",
  },
};
