import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";

/** What stands in the addresses of the demo's detail pages. */
export type Addresses = {
  /** Open. */
  question: string;
  source: string;
  asset: string;
  site: string;
  process: string;
  person: string;
  /** The one that stands below it. */
  otherPerson: string;
  program: string;
  /** Tilbury WMS */
  workload: string;
  link: string;
  /** Of Tilbury WMS. */
  tenantClass: string;
  /** Of Tilbury WMS, the newest; it was withdrawn. */
  drill: string;
  remediation: string;
  risk: string;
  control: string;
  /** A risk whose acceptance somebody proposed. */
  proposed: string;
  /** Of that risk, undecided. */
  acceptance: string;
  /** A risk with treatment actions, and one of them. */
  treated: string;
  action: string;
  wave: string;
  /** Of wave 4. */
  item: string;
  /** Of wave 3. */
  criterion: string;
  gate: string;
  member: string;
  signOff: string;
  import: string;
  /** Of a workload, to something that is none. */
  externalLink: string;
  /** Of the calendar. */
  period: string;
  /** Two revisions of a file. */
  evidence: string;
};

const PROPOSED = "R-017";
const TREATED = "R-007";
const UUID = "[0-9a-f]{8}-[0-9a-f-]{27}";
const INVENTORY = new URL("../fixtures/konveyor/app_name_with_spaces.csv", import.meta.url);

/** Finds them as a program manager would, by following links; brings in a file that is only previewed. */
export async function findAddresses(manager: Page): Promise<Addresses> {
  const read = async (path: string) => (await manager.request.get(path)).text();
  const find = async (path: string, pattern: string) => {
    const found = new RegExp(pattern).exec(await read(path))?.[1];
    if (found === undefined) throw new Error(`${path} holds no ${pattern}`);
    return found;
  };
  const workload = await find("/p/demo/workloads?q=Tilbury+WMS", `/workloads/(${UUID})`);
  return {
    program: "demo",
    workload,
    link: await find(`/p/demo/workloads/${workload}?tab=links`, `/links/(${UUID})`),
    tenantClass: await find(`/p/demo/workloads/${workload}?tab=tenants`, `/tenants/(${UUID})`),
    drill: await find(`/p/demo/recovery/${workload}`, `/drills/(${UUID})`),
    remediation: await find("/p/demo/remediation", `/remediation/(${UUID})`),
    risk: await find("/p/demo/risks", "/risks/(R-\\d+)"),
    control: await find("/p/demo/controls", `/controls/(${UUID})`),
    proposed: PROPOSED,
    acceptance: await find(`/p/demo/risks/${PROPOSED}`, `/acceptances/(${UUID})`),
    treated: TREATED,
    action: await find(`/p/demo/risks/${TREATED}`, `/actions/(${UUID})`),
    wave: "3",
    item: await find("/p/demo/waves/4?tab=checklist", `/checklist/(${UUID})`),
    criterion: await find("/p/demo/waves/3/gate", `/gate/attest/(${UUID})`),
    gate: await find("/p/demo/waves/3/gate", `/gates/(${UUID})/record`),
    member: await find("/p/demo/members", `/members/(${UUID})`),
    signOff: await findSignOff(manager),
    import: await bringIn(manager),
    question: await find("/p/demo/questions?field=stateful", `/questions/(${UUID})`),
    source: await find("/p/demo/sources", `/sources/(${UUID})`),
    asset: await find("/p/demo/assets", `/assets/(${UUID})`),
    evidence: await find("/p/demo/evidence?q=Restore+of+Tilbury", `/evidence/(${UUID})`),
    period: await find("/p/demo/calendar", `/calendar/(${UUID})`),
    site: await find("/p/demo/sites", `/sites/(${UUID})`),
    process: await find("/p/demo/processes", `/processes/(${UUID})`),
    person: await find("/p/demo/people", `/people/(${UUID})`),
    otherPerson: await find("/p/demo/people", `/people/${UUID}[^]*?/people/(${UUID})`),
    externalLink: await find(
      "/p/demo/dependencies?list=outside",
      `/dependencies/outside/(${UUID})[^>]*>Bank host-to-host`,
    ),
  };
}

async function findSignOff(manager: Page): Promise<string> {
  const answer = await manager.request.post("/api/p/demo/audit/export", { headers: sameOrigin(manager) });
  const found = /\bW1-A1-[0-9A-F]{8}\b/.exec(await answer.text())?.[0];
  if (found === undefined) throw new Error("the trail holds no sign-off of wave 1");
  return found;
}

async function bringIn(manager: Page): Promise<string> {
  const file = { name: "two-names.csv", mimeType: "text/csv", buffer: readFileSync(INVENTORY) };
  const headers = { ...sameOrigin(manager), accept: "application/json" };
  const answer = await manager.request.post("/api/p/demo/imports/upload", { headers, multipart: { file } });
  const { location }: { location: string } = await answer.json();
  return location.split("/").at(-1) ?? "";
}

function sameOrigin(page: Page): { origin: string } {
  return { origin: new URL(page.url()).origin };
}
