import type { ComputedKey, CriterionTemplate } from "../model/template";

/** The groups in which criteria are asked, in their order on the gate. */
export const CRITERION_GROUPS = [
  "Security readiness",
  "Observability coverage",
  "Backup and restore",
  "Performance baseline",
  "Data reconciliation",
  "Rollback",
  "Business readiness",
  "Communications",
  "Risk",
  "Cutover",
] as const;

type Words = Omit<CriterionTemplate, "key" | "source">;

/** What the system can check from live data; a template takes them by their key. */
export const COMPUTED_CRITERIA: Readonly<Record<ComputedKey, Words>> = {
  owners: {
    group: "Business readiness",
    title: "Every workload has a business and a technical owner",
    meaning: "Without an owner nobody decides when something goes wrong on the night",
  },
  targets: {
    group: "Backup and restore",
    title: "Every workload has recovery targets",
    meaning: "Without a target nobody has promised how fast a service is back or how much is lost",
  },
  recovery: {
    group: "Backup and restore",
    title: "Every workload that keeps data or earns money has a fresh drill inside its targets",
    meaning: "What is promised after a failure has not been shown lately",
  },
  risks: {
    group: "Risk",
    title: "No open risk above the appetite of its domain",
    meaning: "A risk above the agreed limit could stop deliveries",
  },
  checklist: {
    group: "Cutover",
    title: "Checklist complete",
    meaning: "Something that was to be prepared is not",
  },
  window: {
    group: "Cutover",
    title: "Cutover window set",
    meaning: "It is not settled when the services will be away",
  },
  calendar: {
    group: "Cutover",
    title: "The window meets no freeze without an exception",
    meaning: "The business has said that nothing may move at that time",
  },
  conditions: {
    group: "Cutover",
    title: "No condition of an earlier gate is open",
    meaning: "Somebody agreed only on a condition, and it is not fulfilled",
  },
};

/** What people attest. A program's own template may word it otherwise, leave it out or add to it. */
export const ATTESTED_CRITERIA = {
  "restore-rehearsed": {
    group: "Backup and restore",
    title: "Restore rehearsed inside the targets",
    meaning: "We do not know that the services come back as fast as promised",
  },
  "rollback-rehearsed": {
    group: "Rollback",
    title: "Rollback rehearsed and timed",
    meaning: "We do not know how long going back takes",
  },
  reconciliation: {
    group: "Data reconciliation",
    title: "Orders, stock and balances reconcile within tolerance",
    meaning: "Numbers might differ between the old and the new system",
  },
  observability: {
    group: "Observability coverage",
    title: "Dashboards and alerts recorded for every workload",
    meaning: "A fault might be noticed by customers first",
  },
  "users-ready": {
    group: "Business readiness",
    title: "Users told, trained and able to reach support",
    meaning: "People might not know what to do on Monday morning",
  },
  "access-reviewed": {
    group: "Security readiness",
    title: "Access, network paths and secrets in place and reviewed",
    meaning: "Somebody might get in who should not, or nobody who must",
  },
  "backups-run": {
    group: "Backup and restore",
    title: "Backups run in the new place, and one was read back",
    meaning: "A backup that nobody has read back may be none",
  },
  "performance-measured": {
    group: "Performance baseline",
    title: "Response times measured against those of today",
    meaning: "People might wait longer for every screen",
  },
  "back-in-use": {
    group: "Performance baseline",
    title: "The main transactions work with real users",
    meaning: "The services run, but the work does not",
  },
  "people-told": {
    group: "Communications",
    title: "Everybody concerned was told what happens when",
    meaning: "Customers and partners might be taken by surprise",
  },
  "escalation-known": {
    group: "Communications",
    title: "Escalation paths known and tried",
    meaning: "At night nobody knows whom to call",
  },
  "cycles-passed": {
    group: "Business readiness",
    title: "Two operational cycles passed without a setback",
    meaning: "What happens only at month-end or on Mondays was not seen yet",
  },
  "handed-over": {
    group: "Business readiness",
    title: "Support handed over and accepted",
    meaning: "The project leaves and nobody is there for the users",
  },
  "way-back-known": {
    group: "Rollback",
    title: "The way back is known, and who decides on it",
    meaning: "If it goes wrong we improvise twice",
  },
  "emergency-review": {
    group: "Business readiness",
    title: "The emergency change was reviewed afterwards",
    meaning: "What was left out in haste was never looked at",
  },
} as const satisfies Record<string, Words>;

export type AttestedKey = keyof typeof ATTESTED_CRITERIA;
