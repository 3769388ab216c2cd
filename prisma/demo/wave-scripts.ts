import type { WaveKind } from "@/lib/waves/model/states";

export type WaveScript = {
  number: number;
  name: string;
  kind: WaveKind;
  lead: string;
  /** The cutover is on the first Saturday at least so many days from the demo's day. */
  fromDay: number;
  scope: string;
  impact: string;
  rollback: string;
  rollbackMinutes: number | null;
  checklist: readonly string[];
};

const COMMON = [
  "Lower the DNS time-to-live to 300 seconds",
  "Check certificate chains from outside",
  "Freeze changes that are not part of the move",
  "Tell the service desk and the shift leads",
];

/** The six waves, as their plans say. */
export const WAVE_SCRIPTS: readonly WaveScript[] = [
  {
    number: 1,
    name: "Foundation",
    kind: "foundation",
    lead: "Priya Raman",
    fromDay: -70,
    scope: "Landing zone, network, sign-on, monitoring and backup.",
    impact: "Nobody outside the platform team notices anything",
    rollback: "Leave the old monitoring and sign-on in charge",
    rollbackMinutes: 60,
    checklist: [...COMMON, "Break-glass accounts tested"],
  },
  {
    number: 2,
    name: "Reporting and test",
    kind: "non_production",
    lead: "Tomas Lindqvist",
    fromDay: -42,
    scope: "Reports, the data warehouse and both test systems.",
    impact: "Reports are a day old on Monday morning",
    rollback: "Point the reports back to the old warehouse",
    rollbackMinutes: 45,
    checklist: [...COMMON, "Compare twenty reports with the old ones"],
  },
  {
    number: 3,
    name: "EDI and portals",
    kind: "production",
    lead: "Priya Raman",
    fromDay: 5,
    scope: "EDI with 17 partners, the customer and the supplier portal, order intake.",
    impact:
      "The portals show a notice page; EDI orders wait in a queue and are booked before the window ends; urgent orders come by phone",
    rollback: "return to the present systems and replay the queue",
    rollbackMinutes: 70,
    checklist: [
      ...COMMON,
      "Partner allowlists confirmed",
      "EDI sequence numbers noted per partner",
      "Duplicate suppression switched on",
      "Phone team briefed for urgent orders",
    ],
  },
  {
    number: 4,
    name: "Tilbury WMS, carriers",
    kind: "production",
    lead: "Tomas Lindqvist",
    fromDay: 40,
    scope: "The warehouse system of Tilbury with its conveyor, labels, handhelds and carriers.",
    impact: "Tilbury ships nothing that night; picking starts at 06:00 from printed lists",
    rollback: "return to the server room in Tilbury and book the night's moves by hand",
    rollbackMinutes: 180,
    checklist: [
      ...COMMON,
      "Restore rehearsed inside 4 h",
      "Printers and scanners tested in every aisle",
      "Carrier test labels scanned",
    ],
  },
  {
    number: 5,
    name: "Venlo and Columbus",
    kind: "production",
    lead: "Sam Whitlock",
    fromDay: 61,
    scope: "The warehouse systems of Venlo and Columbus, and transport planning.",
    impact: "Both warehouses work from printed lists until 06:00 local time",
    rollback: "return to the site servers",
    rollbackMinutes: null,
    checklist: [...COMMON, "Scanners tested in both warehouses"],
  },
  {
    number: 6,
    name: "ERP core and finance",
    kind: "production",
    lead: "Lena Fischer",
    fromDay: 96,
    scope: "The ERP with its database, ledger, payments and master data.",
    impact: "",
    rollback: "",
    rollbackMinutes: null,
    checklist: [],
  },
];
