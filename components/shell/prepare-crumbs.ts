import type { Crumb } from "@/components/shell/shell-model";
import { readGateKind } from "@/lib/gates/rules/gate-path";
import { GATE_KIND_LABELS } from "@/lib/waves/labels";

const PLACES: Record<string, string> = {
  waves: "Waves",
  workloads: "Workloads",
  dependencies: "Dependencies",
  outside: "Links out of the portfolio",
  risks: "Risks",
  controls: "Controls",
  remediation: "Remediation",
  duties: "Who does what",
  measurements: "Measurements",
  tenants: "Tenants",
  recovery: "Recovery",
  drills: "Drills",
  claim: "Claim",
  protection: "Protection",
  evidence: "Evidence",
  trends: "Trends",
  packs: "Board packs",
  imports: "Imports",
  inbox: "Inbox",
  settings: "When you get mail",
  audit: "Audit trail",
  members: "Members",
  "sign-offs": "Sign-off",
  gate: "Go or no-go",
  gates: "Gate",
  record: "Sign-off record",
  meeting: "Meeting",
  deputy: "Deputy",
  window: "Window",
  rollback: "Rollback",
  split: "Links across",
  calendar: "Calendar",
  "bring-in": "Bring a file in",
  end: "Take out",
  freeze: "Freeze",
  checklist: "Checklist",
  checklists: "Checklist templates",
  "gate-templates": "Gate templates",
  template: "From the template",
  domains: "Appetite by domain",
  scales: "Scales",
  heatmaps: "Heatmaps",
  actions: "Actions",
  edit: "Edit",
  undo: "Take back",
  move: "Next step",
  add: "Add",
  remove: "Remove",
  attest: "Attest",
  waive: "Waive",
  open: "Open",
  exception: "Exception",
  accept: "Propose to accept",
  acceptances: "Acceptance",
  tiers: "Tiers",
  playbook: "Start from a playbook",
  bulk: "Change many",
  assets: "Assets",
  assign: "Which workload",
  sites: "Sites",
  processes: "Processes",
  people: "People",
  merge: "Merge",
  questions: "Questions",
  answer: "Answer many",
  sources: "Sources",
  "data-health": "Data health",
  ask: "Ask",
};

/** What a page of something new is called: by the place it stands in. */
const NEW: Record<string, string> = {
  workloads: "New workload",
  links: "New link",
  outside: "New link",
  measurements: "New figures",
  remediation: "New item",
  tenants: "New class",
  assets: "New asset",
  sites: "New site",
  processes: "New process",
  waves: "New wave",
  risks: "New risk",
  actions: "New action",
  scales: "New scale",
  controls: "New control",
  calendar: "New period",
  drills: "New drill",
  evidence: "New evidence",
};

/** Segments that are no page of their own: their words stand without a link. */
const NO_PAGE = new Set([
  "gates",
  "acceptances",
  "actions",
  "attest",
  "waive",
  "checklist",
  "sign-offs",
  "measurements",
  "tenants",
  "ask",
  "drills",
]);

/**
 * Where an address lies, from the program down. The last crumb is the page itself and has no address.
 * @param names what is known by name: by the identity in the address, or by the whole address
 * @param gateKind the kind of gate that the address asks for; null: go/no-go, or no gate at all
 */
export function prepareCrumbs(
  path: string,
  program: { name: string; href: string },
  home: string,
  names: ReadonlyMap<string, string> = new Map(),
  gateKind: string | null = null,
): Crumb[] {
  const rest = path.startsWith(`${program.href}/`) ? path.slice(program.href.length + 1).split("/") : [];
  if (rest.length === 0) return [{ label: program.name, href: program.href }, { label: home }];
  const crumbs: Crumb[] = [{ label: program.name, href: program.href }];
  let href = program.href;
  for (const [index, segment] of rest.entries()) {
    href = `${href}/${segment}`;
    const parent = rest[0] === "gate-templates" && index > 0 ? rest[0] : rest[index - 1];
    const label = names.get(href) ?? names.get(segment) ?? labelOf(segment, parent);
    if (label === null) continue;
    const last = index === rest.length - 1;
    const partOfWorkload = rest[0] === "workloads" && index === 2; // a tab of the workload, no page of its own
    const kindOfWave = rest[0] === "gate-templates" && index === 1; // a part of the list of templates
    const kind = rest[0] === "waves" && segment === "gate" ? readGateKind(gateKind ?? undefined) : null;
    if (kind !== null && kind !== "go_no_go") {
      const named = `${GATE_KIND_LABELS[kind]} gate`;
      crumbs.push(last ? { label: named } : { label: named, href: `${href}?kind=${kind}` });
    } else if (segment === "outside")
      crumbs.push({ label, href: `${program.href}/dependencies?list=outside` });
    else
      crumbs.push(last || partOfWorkload || kindOfWave || NO_PAGE.has(segment) ? { label } : { label, href });
  }
  return crumbs;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function labelOf(segment: string, parent: string | undefined): string | null {
  if (segment === "new") return NEW[parent ?? ""] ?? "New";
  if (parent === "waves" && /^\d+$/.test(segment)) return `Wave ${segment}`;
  if (parent === "risks" && /^R-\d+$/.test(segment)) return segment;
  if (parent === "sign-offs") return segment;
  if (parent === "gate-templates")
    return segment === "go-no-go" ? "Go/no-go" : capitalised(segment.replaceAll("-", " "));
  if (parent === "checklists") return segment.charAt(0).toUpperCase() + segment.slice(1);
  if (parent === "packs") return `Pack ${segment}`;
  const place = PLACES[segment];
  if (place !== undefined) return place;
  switch (parent) {
    case "workloads":
    case "dependencies":
    case "recovery":
      return "Workload";
    case "controls":
      return "Control";
    case "actions":
      return "Action";
    case "outside":
    case "links":
      return "Link";
    case "imports":
      return "File";
    case "drills":
      return "Drill";
    case "assets":
      return "Asset";
    case "sites":
      return "Site";
    case "calendar":
      return "Period";
    case "processes":
      return "Process";
    case "people":
    case "ask":
      return "Person";
    case "questions":
      return "Question";
    case "sources":
      return "Source";
    case "evidence":
      return "Revisions";
    case "data-health":
      return "Finding";
    case "foundation":
    case "non-production":
    case "rehearsal":
    case "production":
    case "checklist":
    case "remediation":
      return "Item";
    case "tenants":
      return "Class";
    case "members":
      return "Member";
    default:
      return null;
  }
}
