import type { DrillKind } from "@/prisma/generated/client/enums";

export type DemoDrill = {
  workload: string;
  kind: DrillKind;
  /** Days from the demo's day, and the time on the program's clocks. */
  day: number;
  at: string;
  /** Minutes from declared to usable; null is not reached. */
  back: number | null;
  /** Minutes from the last good transaction to declared; null is not measured. */
  lost: number | null;
  by: "Priya Raman" | "Tomas Lindqvist" | "Ines Carvalho";
  findings: string;
  /** Why the record was withdrawn, the day after. */
  withdrawn?: string;
};

/** How often each tier is drilled, in days, by rank. Of tier 4 nobody has said it. */
export const DRILL_INTERVALS: Readonly<Record<number, number>> = { 1: 90, 2: 180, 3: 365 };

/** The drills of the invented program: met, missed, stale, one not reached, two not measured, one withdrawn. Those of the last rehearsal stand apart. */
export const DEMO_DRILLS: readonly DemoDrill[] = [
  {
    workload: "Single sign-on",
    kind: "failover",
    day: -20,
    at: "10:05",
    back: 38,
    lost: 2,
    by: "Ines Carvalho",
    findings: "Sessions were lost, as written in the plan; nobody had to be given a new password.",
  },
  {
    workload: "Site-to-cloud network",
    kind: "failover",
    day: -25,
    at: "09:30",
    back: 22,
    lost: 0,
    by: "Priya Raman",
    findings: "Venlo came back four minutes after Tilbury: its second line has the longer route.",
  },
  {
    workload: "Backup vault",
    kind: "restore",
    day: -45,
    at: "10:00",
    back: 150,
    lost: 10,
    by: "Priya Raman",
    findings: "One of the two people who hold the vault key was on leave. A third is named now.",
  },
  {
    workload: "Central log store",
    kind: "rebuild",
    day: -60,
    at: "09:15",
    back: 210,
    lost: 30,
    by: "Tomas Lindqvist",
    findings: "",
  },
  {
    workload: "Metrics and alerting",
    kind: "restore",
    day: -200,
    at: "13:00",
    back: 90,
    lost: 12,
    by: "Tomas Lindqvist",
    findings: "Done in the old server room, before the move.",
  },
  {
    workload: "Certificate service",
    kind: "restore",
    day: -30,
    at: "11:20",
    back: 75,
    lost: null,
    by: "Ines Carvalho",
    findings: "Nobody noted the last certificate issued before the failure; next time it is the first step.",
  },
  {
    workload: "Cloud landing zone",
    kind: "rebuild",
    day: -35,
    at: "08:40",
    back: 310,
    lost: 0,
    by: "Priya Raman",
    findings: "The rules of the firewall are not in the code yet and were entered by hand for two hours.",
  },
  {
    workload: "Data warehouse",
    kind: "restore",
    day: -50,
    at: "09:00",
    back: 190,
    lost: 14,
    by: "Tomas Lindqvist",
    findings: "Two nightly loads had to be run again; the figures of the day agreed to the cent.",
  },
  {
    workload: "Sales reporting",
    kind: "restore",
    day: -40,
    at: "10:30",
    back: 300,
    lost: 120,
    by: "Tomas Lindqvist",
    findings: "",
  },
  {
    workload: "Stock reporting",
    kind: "restore",
    day: -410,
    at: "10:00",
    back: 180,
    lost: 45,
    by: "Tomas Lindqvist",
    findings: "From the yearly exercise before this program.",
  },
  {
    workload: "Month-end reports",
    kind: "restore",
    day: -33,
    at: "14:00",
    back: 130,
    lost: 8,
    by: "Tomas Lindqvist",
    findings: "",
  },
  {
    workload: "Order intake API",
    kind: "failover",
    day: -80,
    at: "09:10",
    back: 95,
    lost: 4,
    by: "Priya Raman",
    findings: "The name of the old address was kept for an hour by three partners.",
  },
  {
    workload: "Order intake API",
    kind: "failover",
    day: -12,
    at: "09:10",
    back: 52,
    lost: 4,
    by: "Priya Raman",
    findings: "With short-lived names the partners followed within five minutes.",
  },
  {
    workload: "Message broker",
    kind: "game_day",
    day: -9,
    at: "10:00",
    back: null,
    lost: 5,
    by: "Tomas Lindqvist",
    findings: "Stopped after four hours: the queue would not replay in order. Open with the vendor.",
  },
  {
    workload: "EDI gateway",
    kind: "restore",
    day: -16,
    at: "10:15",
    back: 84,
    lost: 3,
    by: "Priya Raman",
    findings:
      "Half of the time was the wait for partner certificates. Eleven orders were entered again by hand.",
  },
  {
    workload: "Customer portal",
    kind: "restore",
    day: -18,
    at: "13:30",
    back: 48,
    lost: 5,
    by: "Priya Raman",
    findings: "",
  },
  {
    workload: "Stock availability",
    kind: "failover",
    day: -11,
    at: "09:45",
    back: 41,
    lost: 1,
    by: "Tomas Lindqvist",
    findings: "The cache needs 25 minutes to fill. The stores saw stock of the day before.",
  },
  {
    workload: "Partner SFTP",
    kind: "rollback",
    day: -14,
    at: "15:00",
    back: 35,
    lost: null,
    by: "Priya Raman",
    findings: "Going back to the old host works; recovering the new one has not been tried.",
  },
  {
    workload: "Price engine cache",
    kind: "rebuild",
    day: -22,
    at: "08:30",
    back: 18,
    lost: 0,
    by: "Priya Raman",
    findings: "",
  },
  {
    workload: "Tilbury WMS",
    kind: "restore",
    day: -66,
    at: "05:00",
    back: 112,
    lost: 13,
    by: "Tomas Lindqvist",
    findings: "Scanners had to be signed on again, one by one: 40 minutes of two shift leads.",
  },
  {
    workload: "Tilbury WMS",
    kind: "failover",
    day: -26,
    at: "05:00",
    back: 31,
    lost: 1,
    by: "Tomas Lindqvist",
    findings: "",
    withdrawn: "These are the times of the test WMS; in Tilbury nothing was rehearsed that morning.",
  },
  {
    workload: "Venlo WMS",
    kind: "restore",
    day: -190,
    at: "05:30",
    back: 100,
    lost: 11,
    by: "Tomas Lindqvist",
    findings: "",
  },
  {
    workload: "ERP database",
    kind: "restore",
    day: -48,
    at: "07:00",
    back: 175,
    lost: 4,
    by: "Tomas Lindqvist",
    findings: "The copy of 2.1 TB over one line took two hours; a second line is ordered.",
  },
  {
    workload: "General ledger",
    kind: "restore",
    day: -29,
    at: "12:00",
    back: 220,
    lost: 14,
    by: "Priya Raman",
    findings: "",
  },
];

export type DemoClaim = {
  workload: string;
  rtoMinutes: number | null;
  rpoMinutes: number | null;
  basis: string;
  /** Days from the demo's day. */
  statedIn: number;
};

/** What providers say; nothing of it is proven by saying it. */
export const DEMO_CLAIMS: readonly DemoClaim[] = [
  {
    workload: "ERP core",
    rtoMinutes: 30,
    rpoMinutes: 5,
    basis: "Hosting contract CV-2211, schedule 4, section 2: committed for the whole ERP",
    statedIn: -140,
  },
  {
    workload: "ERP database",
    rtoMinutes: 30,
    rpoMinutes: 0,
    basis: "Hosting contract CV-2211, schedule 4, section 3",
    statedIn: -140,
  },
  {
    workload: "Carrier hub",
    rtoMinutes: 120,
    rpoMinutes: 15,
    basis: "Service description of the carrier network, version 7",
    statedIn: -95,
  },
  {
    workload: "EDI gateway",
    rtoMinutes: 60,
    rpoMinutes: 1,
    basis: "Vendor's data sheet; no penalty is agreed",
    statedIn: -88,
  },
  {
    workload: "Tilbury WMS",
    rtoMinutes: 240,
    rpoMinutes: 15,
    basis: "Maintenance contract with the WMS vendor, appendix B",
    statedIn: -230,
  },
  {
    workload: "Cold store monitor",
    rtoMinutes: 480,
    rpoMinutes: null,
    basis: "E-mail of the installer to Joost van Dijk",
    statedIn: -62,
  },
];
