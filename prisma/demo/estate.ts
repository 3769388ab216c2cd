import type { NewSite } from "@/lib/sites/model";
import type { Criticality } from "@/lib/workloads/model/workload";

/** The places of the invented distributor. "All sites", which workloads name as well, nobody has described. */
export const SITES: readonly NewSite[] = [
  { name: "Tilbury", kind: "warehouse", zone: "Europe/London", country: "United Kingdom", users: 420 },
  { name: "Venlo", kind: "warehouse", zone: "Europe/Amsterdam", country: "Netherlands", users: 310 },
  { name: "Columbus", kind: "warehouse", zone: "America/New_York", country: "United States", users: null },
  {
    name: "Łódź packing plant",
    kind: "plant",
    zone: "Europe/Warsaw",
    country: "Poland",
    users: 180,
    note: "Repacks bulk goods for the stores; two shifts, none on Sundays.",
  },
  {
    name: "Stores United Kingdom",
    kind: "store_group",
    zone: "Europe/London",
    country: "United Kingdom",
    users: 260,
  },
  { name: "Stores Benelux", kind: "store_group", zone: "Europe/Brussels", country: null, users: null },
  { name: "Head office Leeds", kind: "office", zone: "Europe/London", country: "United Kingdom", users: 145 },
];

/** Which sites workloads serve, with their users there; null is unknown. */
export const SERVED: Readonly<Record<string, readonly [site: string, users: number | null][]>> = {
  "Tilbury WMS": [["Tilbury", 240]],
  "Voice picking": [["Tilbury", 90]],
  "Label print server": [
    ["Tilbury", 60],
    ["Venlo", 40],
  ],
  "Carrier hub": [
    ["Tilbury", 35],
    ["Venlo", 28],
    ["Columbus", null],
  ],
  "Venlo WMS": [["Venlo", 190]],
  "Columbus WMS": [["Columbus", null]],
  "ERP core": [
    ["Tilbury", 120],
    ["Venlo", 80],
    ["Columbus", null],
    ["Łódź packing plant", 60],
    ["Head office Leeds", 140],
  ],
  "General ledger": [["Head office Leeds", 34]],
  "Order intake API": [
    ["Stores United Kingdom", 260],
    ["Stores Benelux", null],
    ["Head office Leeds", 22],
  ],
  "Stock availability": [
    ["Stores United Kingdom", 260],
    ["Stores Benelux", null],
  ],
  "Price engine cache": [["Stores United Kingdom", 260]],
  "Replenishment batch": [
    ["Stores United Kingdom", 18],
    ["Łódź packing plant", 12],
  ],
  "Single sign-on": [
    ["Tilbury", 420],
    ["Venlo", 310],
    ["Columbus", null],
    ["Łódź packing plant", 180],
    ["Head office Leeds", 145],
  ],
};

export type DemoProcess = {
  name: string;
  description: string;
  owner: string | null;
  criticality: Criticality | null;
  rtoMinutes: number | null;
  rpoMinutes: number | null;
  fallback: string;
  fallbackOwner: string | null;
  /** Days from the demo's day. */
  rehearsedIn: number | null;
  /** The day on which the owner acknowledged the fallback. */
  acknowledgedIn: number | null;
  workloads: readonly string[];
};

/** The work of the business, what it asks for, and how people carry on by hand. */
export const PROCESSES: readonly DemoProcess[] = [
  {
    name: "Order intake",
    description: "Orders of stores and wholesale customers, by EDI, portal and telephone.",
    owner: "Helen Brandt",
    criticality: "revenue",
    rtoMinutes: 60,
    rpoMinutes: 5,
    fallback:
      "1. The service desk opens the telephone line for the 40 largest customers (list in the red folder, gate 3).\n2. Orders are written on form OI-2, numbered by hand, and countersigned by the shift lead.\n3. After the systems are back, two people enter the forms in the order of their numbers; a third compares.",
    fallbackOwner: "Helen Brandt",
    rehearsedIn: -34,
    acknowledgedIn: -30,
    workloads: [
      "Order intake API",
      "EDI gateway",
      "EDI translator maps",
      "Message broker",
      "Stock availability",
    ],
  },
  {
    name: "Picking",
    description: "From the released order to the staged pallet, in all three warehouses.",
    owner: "Joost van Dijk",
    criticality: "revenue",
    rtoMinutes: 120,
    rpoMinutes: 15,
    fallback:
      "1. Print the pick lists of the last 4 hours from the label print server's own queue.\n2. Pick by paper, zone by zone; note short picks on the list.\n3. Keep the lists in order; stock is corrected from them afterwards.",
    fallbackOwner: "Tomas Lindqvist",
    rehearsedIn: -62,
    acknowledgedIn: -48,
    workloads: ["Tilbury WMS", "Voice picking", "Tilbury scanner middleware", "Venlo WMS", "Columbus WMS"],
  },
  {
    name: "Shipping",
    description: "Labels, customs papers and handover to the carriers.",
    owner: "Joost van Dijk",
    criticality: "revenue",
    rtoMinutes: 60,
    rpoMinutes: 5,
    fallback:
      "1. Use the carriers' own web pages for the parcels of the day (accounts in the safe).\n2. Pallets wait; the gate tells drivers.\n3. Customs papers cannot be made by hand: shipments outside the customs union wait.",
    fallbackOwner: "Tomas Lindqvist",
    rehearsedIn: null,
    acknowledgedIn: null,
    workloads: [
      "Carrier hub",
      "Label print server",
      "Norfrakt connector",
      "Lakeshore connector",
      "Customs filing",
    ],
  },
  {
    name: "Replenishment",
    description: "What the stores get tomorrow, computed from what they sold today.",
    owner: null,
    criticality: "operational",
    rtoMinutes: 240,
    rpoMinutes: null,
    fallback: "Stores get yesterday's quantities once more.",
    fallbackOwner: null,
    rehearsedIn: null,
    acknowledgedIn: null,
    workloads: ["Replenishment batch", "Stock reporting"],
  },
  {
    name: "Store sales",
    description: "Prices and stock that the tills and the store tablets ask for.",
    owner: "Helen Brandt",
    criticality: "revenue",
    rtoMinutes: 30,
    rpoMinutes: null,
    fallback:
      "1. Tills keep the prices of the morning for 12 hours by themselves.\n2. Reductions decided during the day are written on the till sheet and booked by the store lead.",
    fallbackOwner: "Helen Brandt",
    rehearsedIn: -120,
    acknowledgedIn: null,
    workloads: ["Price engine cache", "Stock availability"],
  },
  {
    name: "Production scheduling",
    description: "Which lines of the packing plant run what, two days ahead.",
    owner: null,
    criticality: null,
    rtoMinutes: null,
    rpoMinutes: null,
    fallback: "",
    fallbackOwner: null,
    rehearsedIn: null,
    acknowledgedIn: null,
    workloads: [],
  },
  {
    name: "Month-end close",
    description: "Closing the books, on the first three working days of a month.",
    owner: "Lena Fischer",
    criticality: "operational",
    rtoMinutes: 240,
    rpoMinutes: 15,
    fallback:
      "1. Bookings stop at noon of the second day and are collected as signed lists.\n2. The close moves by one day; the auditors are told the same afternoon.",
    fallbackOwner: "Clara Nyström",
    rehearsedIn: -51,
    acknowledgedIn: -45,
    workloads: ["General ledger", "Month-end reports", "Data warehouse"],
  },
];
