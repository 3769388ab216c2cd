import type { Page } from "@playwright/test";
import { looksRight } from "./axe";
import { type DemoRole, expect, test } from "./fixtures";
import { type Addresses, findAddresses } from "./routes/addresses";

type Look = { role: DemoRole; title: string; paths: (at: Addresses) => string[] };

/** The parts of a workload's page beside its overview. */
const TABS = [
  "decisions",
  "links",
  "people",
  "places",
  "measurements",
  "remediation",
  "tenants",
  "risks",
  "history",
];

/** Every page, parted so that each test is of about the same length. */
const LOOKS: readonly Look[] = [
  {
    role: "program manager",
    title: "plan, workloads and their forms",
    paths: ({ workload, link }) => [
      "/p/demo",
      "/p/demo/workloads",
      "/p/demo/workloads?q=nothing+of+that+name",
      "/p/demo/workloads?missing=owner&cols=kind,technical,site,hosting,users,assets,questions,health&sort=-links",
      "/p/demo/workloads/new",
      "/p/demo/workloads/bulk",
      "/p/demo/workloads/bulk?all=1&q=Tilbury&set_field=hosting&set_value=single_cloud&set_reason=One+region",
      `/p/demo/workloads/${workload}`,
      ...TABS.map((tab) => `/p/demo/workloads/${workload}?tab=${tab}`),
      `/p/demo/workloads/${workload}/edit`,
      `/p/demo/workloads/${workload}/edit?part=decisions`,
      `/p/demo/workloads/${workload}/links/new`,
      `/p/demo/workloads/${workload}/links/${link}`,
    ],
  },
  {
    role: "program manager",
    title: "dependencies",
    paths: ({ workload, externalLink }) => [
      "/p/demo/dependencies",
      "/p/demo/dependencies?list=circles",
      "/p/demo/dependencies?list=outside",
      "/p/demo/dependencies?tab=map&by=site",
      `/p/demo/dependencies?tab=radius&w=${workload}`,
      "/p/demo/dependencies?tab=radius&q=tilbury",
      `/p/demo/dependencies/${workload}?hops=2`,
      `/p/demo/dependencies/${workload}?view=drawing`,
      "/p/demo/dependencies/outside/new",
      `/p/demo/dependencies/outside/${externalLink}`,
    ],
  },
  {
    role: "program manager",
    title: "the profile of a workload and remediation",
    paths: ({ workload, tenantClass, remediation }) => [
      `/p/demo/workloads/${workload}/duties`,
      `/p/demo/workloads/${workload}/measurements/new`,
      `/p/demo/workloads/${workload}/remediation/new`,
      `/p/demo/workloads/${workload}/tenants/new`,
      `/p/demo/workloads/${workload}/tenants/${tenantClass}`,
      "/p/demo/remediation",
      "/p/demo/remediation?state=all&sort=workload",
      `/p/demo/remediation/${remediation}`,
    ],
  },
  {
    role: "program manager",
    title: "questions, sources and data health",
    paths: ({ question, source }) => [
      "/p/demo/questions",
      "/p/demo/questions?state=all&about=workload",
      `/p/demo/questions/${question}`,
      `/p/demo/questions/answer?id=${question}&take=stated`,
      "/p/demo/sources",
      `/p/demo/sources/${source}`,
      "/p/demo/data-health",
      "/p/demo/data-health/data_classification",
      "/p/demo/data-health/ask/program-manager",
    ],
  },
  {
    role: "program manager",
    title: "waves and their forms",
    paths: ({ workload, item }) => [
      "/p/demo/waves",
      "/p/demo/waves/new",
      "/p/demo/waves/4/edit",
      "/p/demo/waves/4/window",
      "/p/demo/waves/split",
      "/p/demo/waves/split?after=3",
      "/p/demo/waves/4/rollback",
      "/p/demo/waves/4/move?to=rehearsing",
      "/p/demo/waves/6/move?to=preparing",
      "/p/demo/waves/4/add",
      `/p/demo/waves/4/remove?w=${workload}`,
      `/p/demo/waves/4/checklist/${item}`,
      "/p/demo/waves/4/checklist/new",
      "/p/demo/waves/4/checklist/template",
      "/p/demo/waves/5?tab=checklist&by=time",
      "/p/demo/waves/5?tab=checklist&show=blocked",
      "/p/demo/checklists",
      "/p/demo/checklists/production",
      "/p/demo/checklists/rehearsal",
      "/p/demo/checklists/rehearsal/new",
      "/p/demo/checklists/rehearsal/dns-ttl",
      "/p/demo/checklists/non-production",
      "/p/demo/waves/4/gate/open",
      "/p/demo/waves/4/gate/open?kind=readiness",
      "/p/demo/waves/4/gate?kind=rehearsal",
      "/p/demo/gate-templates",
      "/p/demo/gate-templates/production/rehearsal",
    ],
  },
  {
    role: "program manager",
    title: "recovery, evidence, imports, members and the account",
    paths: (at) => [
      "/p/demo/recovery",
      `/p/demo/recovery/${at.workload}`,
      `/p/demo/recovery/${at.workload}/claim`,
      `/p/demo/recovery/${at.workload}/protection`,
      `/p/demo/recovery/${at.workload}/drills/new`,
      `/p/demo/recovery/${at.workload}/drills/${at.drill}`,
      "/p/demo/imports",
      `/p/demo/imports/${at.import}`,
      `/p/demo/imports/${at.import}/undo`,
      "/p/demo/members",
      `/p/demo/members/${at.member}`,
      `/p/demo/waves/3/gate/attest/${at.criterion}`,
      "/p/demo/evidence",
      "/p/demo/evidence?validity=expired&used=no",
      "/p/demo/evidence/new?refused=markup",
      "/p/demo/evidence/new?as=link",
      `/p/demo/evidence/${at.evidence}`,
      `/p/demo/evidence/${at.evidence}?as=link`,
      "/account",
      "/?choose=1",
      "/p/demo/nothing-here",
    ],
  },
  {
    role: "platform engineer",
    title: "my work, the workspace of a wave, risks",
    paths: ({ risk, treated, action, control }) => [
      "/p/demo",
      "/p/demo/waves/3",
      "/p/demo/waves/4?tab=checklist",
      "/p/demo/waves/4?tab=workloads",
      "/p/demo/waves/4?tab=dependencies",
      "/p/demo/waves/4?tab=risks",
      "/p/demo/waves/4?tab=history",
      "/p/demo/risks",
      "/p/demo/risks/new",
      `/p/demo/risks/${risk}`,
      `/p/demo/risks/${risk}/edit`,
      `/p/demo/risks/${risk}/accept`,
      "/p/demo/risks/domains",
      "/p/demo/risks/heatmaps",
      "/p/demo/risks/heatmaps?by=wave",
      "/p/demo/risks/heatmaps?by=criticality&aspect=inherent",
      "/p/demo/risks/scales",
      `/p/demo/risks/${treated}/actions/${action}`,
      `/p/demo/risks/${risk}/actions/new`,
      "/p/demo/controls",
      "/p/demo/controls/new",
      `/p/demo/controls/${control}`,
      `/p/demo/controls/${control}/edit`,
    ],
  },
  {
    role: "program manager",
    title: "assets, sites and tiers",
    paths: ({ asset, site, workload }) => [
      "/p/demo/assets",
      "/p/demo/assets?workload=none&kind=none",
      "/p/demo/assets/new",
      `/p/demo/assets/assign?a=${asset}&w=${workload}`,
      `/p/demo/assets/${asset}`,
      `/p/demo/assets/${asset}/edit`,
      "/p/demo/sites",
      "/p/demo/sites/new",
      `/p/demo/sites/${site}`,
      `/p/demo/sites/${site}/edit`,
      `/p/demo/sites/${site}/workloads`,
      `/p/demo/workloads/${workload}/sites`,
      "/p/demo/tiers",
      "/p/demo/playbook",
      "/p/demo/playbook?playbook=p-2&set=food",
    ],
  },
  {
    role: "program manager",
    title: "the calendar and windows in a freeze",
    paths: ({ period }) => [
      "/p/demo/inbox",
      "/p/demo/inbox?show=all",
      "/p/demo/inbox/settings",
      "/p/demo/calendar",
      "/p/demo/calendar?kind=freeze&scope=site",
      "/p/demo/calendar/new",
      "/p/demo/calendar/bring-in?refused=zone&at=3",
      `/p/demo/calendar/${period}`,
      `/p/demo/calendar/${period}/edit`,
      `/p/demo/calendar/${period}/end`,
      "/p/demo/waves/4/window?startLocal=2027-12-12T20:00&endLocal=2027-12-13T04:00&zone=Europe/London",
    ],
  },
  {
    role: "program manager",
    title: "business processes and people",
    paths: ({ process, person, otherPerson }) => [
      "/p/demo/processes",
      "/p/demo/processes/new",
      `/p/demo/processes/${process}`,
      `/p/demo/processes/${process}/edit`,
      `/p/demo/processes/${process}/workloads`,
      "/p/demo/risks/scales/new",
      "/p/demo/people",
      `/p/demo/people/${person}`,
      `/p/demo/people/${person}/merge?other=${otherPerson}`,
    ],
  },
  {
    role: "executive",
    title: "the brief, the gate and its record",
    paths: ({ proposed, acceptance, criterion, signOff, gate }) => [
      "/p/demo",
      "/p/demo/trends",
      "/p/demo/packs",
      "/p/demo/packs/1",
      `/p/demo/risks/${proposed}/acceptances/${acceptance}`,
      "/p/demo/waves/3/gate",
      "/p/demo/waves/6/gate",
      `/p/demo/waves/3/gate/waive/${criterion}`,
      "/p/demo/waves/3/exception",
      "/p/demo/waves/4/freeze",
      `/p/demo/sign-offs/${signOff}`,
      `/p/demo/gates/${gate}/record`,
      `/p/demo/gates/${gate}/meeting`,
      `/p/demo/gates/${gate}/deputy`,
    ],
  },
  { role: "business owner", title: "my services", paths: () => ["/p/demo", "/p/demo/waves/3/gate"] },
  { role: "auditor", title: "the trail", paths: () => ["/p/demo/audit"] },
];

// a fault names its page and element; a trace of thousands of looks takes as long as the looks
test.use({ trace: "off" });

let known: Addresses | undefined;

for (const { role, title, paths } of LOOKS) {
  test(`${title}: clean at every width, in light and dark`, async ({ signInAs, complaints }) => {
    test.setTimeout(300_000); // twenty pages in six looks each, on two slow processors
    complaints.allow(/status of 404 .*nothing-here/);
    known ??= await findAddresses(await signInAs("program manager"));
    const page = await signInAs(role);
    for (const path of paths(known)) await look(page, path);
  });
}

test("signed out: clean at every width, in light and dark", async ({ page, complaints }) => {
  complaints.allow(/status of 404 .*nothing-here/);
  for (const path of ["/sign-in", "/nothing-here"]) await look(page, path);
});

async function look(page: Page, path: string): Promise<void> {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 }), path).toBeVisible();
  await looksRight(page, path);
}
