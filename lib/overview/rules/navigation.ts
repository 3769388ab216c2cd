import type { Role } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { readsEstate } from "@/lib/access/reads-estate";
import type { ProgramFrame } from "../model";

/** A place one may go to; places of one group stand together under its name. */
export type Place = {
  href: string;
  label: string;
  group?: string;
  count?: number;
  due?: boolean;
  exact?: boolean;
};

const HOME_WORDS: Record<Role, string> = {
  executive: "Brief",
  platform_engineer: "My work",
  business_owner: "My services",
  program_manager: "Plan",
  auditor: "Reading room",
  partner: "Shared with you",
};

/** What each role's home is called. */
export function homeWord(role: Role): string {
  return HOME_WORDS[role];
}

/** The places of a program that this role may go to, most used first. */
export function placesFor(actor: { role: Role }, base: string, frame: ProgramFrame): Place[] {
  const places: (Place | null)[] = [
    {
      href: base,
      label: homeWord(actor.role),
      exact: true,
      ...(frame.signaturesDue > 0 ? { count: frame.signaturesDue, due: true } : {}),
    },
    can(actor, "history:read") ? inboxOf(base, frame.waiting) : null,
    { href: `${base}/waves`, label: "Waves", count: frame.waves.length },
    can(actor, "calendar:read") ? { href: `${base}/calendar`, label: "Calendar" } : null,
    can(actor, "risk:read") ? { href: `${base}/risks`, label: "Risks", count: frame.openRisks ?? 0 } : null,
    can(actor, "risk:read") ? { href: `${base}/controls`, label: "Controls" } : null,
    can(actor, "recovery:read") ? { href: `${base}/recovery`, label: "Recovery" } : null,
    can(actor, "evidence:read") ? { href: `${base}/evidence`, label: "Evidence" } : null,
    ...estateOf(actor, base, frame),
    ...grouped("Program", [
      isEmpty(frame) && can(actor, "program:configure")
        ? { href: `${base}/playbook`, label: "Start from a playbook" }
        : null,
      can(actor, "gate:read") ? { href: `${base}/checklists`, label: "Checklists" } : null,
      can(actor, "gate:read") ? { href: `${base}/gate-templates`, label: "Gate templates" } : null,
      can(actor, "history:read") ? { href: `${base}/trends`, label: "Trends" } : null,
      can(actor, "pack:read") ? { href: `${base}/packs`, label: "Board packs" } : null,
      can(actor, "import:run") ? { href: `${base}/imports`, label: "Imports" } : null,
      can(actor, "audit:read") ? { href: `${base}/audit`, label: "Audit trail" } : null,
      can(actor, "member:read") ? { href: `${base}/members`, label: "Members" } : null,
    ]),
  ];
  return places.filter((place) => place !== null);
}

/** Nothing is planned and nothing recorded: the moment for a playbook. */
function isEmpty({ workloads, waves }: ProgramFrame): boolean {
  return workloads === 0 && waves.length === 0;
}

/** A number stands there only while something waits. */
function inboxOf(base: string, waiting: number): Place {
  return { href: `${base}/inbox`, label: "Inbox", ...(waiting > 0 ? { count: waiting, due: true } : {}) };
}

/** What the program moves, and what is known of it; partners see the workloads they were given and the links between. */
function estateOf(actor: { role: Role }, base: string, frame: ProgramFrame): Place[] {
  const granted = [
    { href: `${base}/workloads`, label: "Workloads", count: frame.workloads },
    { href: `${base}/dependencies`, label: "Dependencies" },
  ];
  if (!readsEstate(actor)) return granted;
  return grouped("Estate", [
    ...granted,
    { href: `${base}/assets`, label: "Assets" },
    { href: `${base}/sites`, label: "Sites" },
    { href: `${base}/processes`, label: "Processes" },
    { href: `${base}/people`, label: "People" },
    { href: `${base}/remediation`, label: "Remediation" },
    { href: `${base}/questions`, label: "Questions" },
    { href: `${base}/sources`, label: "Sources" },
    { href: `${base}/data-health`, label: "Data health" },
  ]);
}

function grouped(group: string, places: readonly (Place | null)[]): Place[] {
  return places.flatMap((place) => (place === null ? [] : [{ ...place, group }]));
}
