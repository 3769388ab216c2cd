import { api, EVERYBODY, MEMBERS, page, type Route, SETTLERS, TRAIL, WRITERS } from "./route";

/** The files and answers of a program that are no pages. */
export const API_ROUTES: Record<string, Route> = {
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
  "/api/p/[program]/waves/[number]/checklist/export.csv/route": page(
    api("/waves/5/checklist/export.csv"),
    MEMBERS,
    "section,item,why",
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
  "/api/p/[program]/controls/export.csv/route": page(api("/controls/export.csv"), MEMBERS, "control,domain"),
  "/api/p/[program]/risks/route": page(api("/risks"), MEMBERS, '"rows"'),
  "/api/p/[program]/risks/export.csv/route": page(api("/risks/export.csv"), MEMBERS, "code,title"),
  "/api/p/[program]/trends/export.csv/route": page(
    api("/trends/export.csv?chart=recovery"),
    MEMBERS,
    "Day,Proven",
  ),
  "/api/p/[program]/packs/[number]/pdf/route": page(api("/packs/1/pdf"), TRAIL, "/StructTreeRoot"),
  "/api/p/[program]/recovery/export.csv/route": page(
    api("/recovery/export.csv"),
    MEMBERS,
    "Workload,Judgement,",
  ),
  "/api/p/[program]/risks/heatmap.csv/route": page(
    api("/risks/heatmap.csv?by=wave"),
    MEMBERS,
    "domain,wave,score",
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
