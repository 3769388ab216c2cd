import type { NewWorkload } from "@/lib/workloads/model/workload";

type Facts = Omit<Partial<NewWorkload>, "name" | "tags" | "masterData"> & {
  tags?: string[];
  masterData?: string[];
};
type Kind = NonNullable<NewWorkload["kind"]>;

const MOVES = {
  rehost: {
    disposition: "rehost",
    dispositionReason: "It is understood and small; moving it as it is costs less than anything else.",
    cutoverPattern: "blue_green",
    cutoverReason: "Both stand beside each other for a day, and names can be pointed back.",
  },
  replatform: {
    disposition: "replatform",
    dispositionReason: "Its database version leaves support next spring, so it moves onto the managed one.",
    cutoverPattern: "phased_by_site",
    cutoverReason: "One warehouse learns before the next one starts.",
  },
} as const satisfies Record<string, Facts>;

const RECOVERY_CLOUD = {
  hosting: "primary_and_recovery_cloud",
  hostingReason: "The recovery time of its tier asks for a second place that is ready.",
} as const satisfies Facts;

/** What is usual for a kind in the invented company. Much stays unknown: it is a program in its middle. */
const BY_KIND: Partial<Record<Kind, Facts>> = {
  wms: {
    ...MOVES.replatform,
    ...RECOVERY_CLOUD,
    stateful: true,
    singleWriter: true,
    readWrite: "write_heavy",
    replication: "Streaming to the recovery host in the same room",
    masterData: ["stock", "locations"],
    dataClassification: "Internal",
    peakPerMinute: 2_400,
    dataGb: 640,
    growthPercent: 18,
    batchWindows: "Wave planning 04:00–04:45, stock count Sun 22:00",
    seasonalPeaks: "November to Christmas, four times the usual",
    latencySensitivity: "high",
    changeTolerance: "low",
  },
  erp_extension: {
    ...MOVES.rehost,
    stateful: true,
    singleWriter: true,
    readWrite: "balanced",
    dataGb: 120,
    dataClassification: "Confidential",
    changeTolerance: "medium",
  },
  edi_gateway: {
    ...MOVES.rehost,
    ...RECOVERY_CLOUD,
    stateful: true,
    singleWriter: false,
    readWrite: "balanced",
    dataClassification: "Partner confidential",
    retention: "90 days of messages",
    peakPerMinute: 310,
    dataGb: 85,
    latencySensitivity: "medium",
  },
  customer_portal: {
    ...MOVES.rehost,
    stateful: false,
    readWrite: "read_heavy",
    peakPerMinute: 5_200,
    seasonalPeaks: "Mondays 08:00–10:00; spring price list",
    latencySensitivity: "high",
    tenancy: "multi_tenant",
    tenancyReason: "Customers share one portal and see only their own orders.",
  },
  handheld: {
    ...MOVES.rehost,
    stateful: false,
    readWrite: "balanced",
    peakPerMinute: 1_900,
    latencySensitivity: "high",
    changeTolerance: "low",
  },
  analytics: {
    ...MOVES.rehost,
    stateful: true,
    singleWriter: true,
    readWrite: "read_heavy",
    dataGb: 2_100,
    growthPercent: 25,
    batchWindows: "Nightly load 01:00–05:30",
    latencySensitivity: "low",
    changeTolerance: "high",
    retention: "7 years",
  },
  carrier: {
    ...MOVES.rehost,
    stateful: false,
    readWrite: "balanced",
    peakPerMinute: 420,
    seasonalPeaks: "Black week, three times the usual",
  },
  finance: {
    stateful: true,
    singleWriter: true,
    readWrite: "balanced",
    dataClassification: "Confidential",
    retention: "10 years, by law",
    legalEntity: "Corvane Group plc",
    batchWindows: "Month end, working days 1 to 3, all night",
    changeTolerance: "low",
  },
  scada: {
    disposition: "retain",
    dispositionReason: "It stands beside the conveyor and answers in milliseconds; it stays on site.",
    hosting: "split_by_domain",
    hostingReason: "The part beside the machines stays, the part that plans moves.",
    latencySensitivity: "high",
    changeTolerance: "low",
  },
};

/** What is told of single workloads, over what is usual for their kind. */
const BY_NAME: Readonly<Record<string, Facts>> = {
  "Tilbury WMS": {
    description:
      "Receives, stores, picks and ships everything that leaves Tilbury; bound to the conveyor, voice picking and the ERP.",
    businessService: "Warehouse Tilbury",
    legalEntity: "Corvane Logistics Ltd",
    region: "United Kingdom",
    users: 380,
    residency: "United Kingdom",
    retention: "6 years of stock movements",
    cutoverPattern: "dual_write",
    cutoverReason: "Old and new count the same stock for one week; the old one wins until the count agrees.",
    tags: ["warehouse", "peak-critical"],
  },
  "Venlo WMS": { businessService: "Warehouse Venlo", region: "Netherlands", users: 240, residency: "EU" },
  "Columbus WMS": { businessService: "Warehouse Columbus", region: "United States", users: 210 },
  "ERP core": {
    disposition: "replatform",
    dispositionReason:
      "The vendor supports the present database until June; the managed one takes its place.",
    hosting: "active_active",
    hostingReason:
      "The board asked for it after the outage in May; finance and the platform team look at it again in January.",
    stateful: true,
    singleWriter: true,
    readWrite: "write_heavy",
    masterData: ["products", "prices", "customer terms", "finance"],
    dataClassification: "Confidential",
    legalEntity: "Corvane Group plc",
    users: 1_150,
    peakPerMinute: 3_800,
    dataGb: 1_900,
    growthPercent: 12,
    batchWindows: "Replenishment 02:00–03:30; invoicing 20:00–21:00",
    seasonalPeaks: "November to Christmas; month end",
    latencySensitivity: "medium",
    changeTolerance: "low",
    retention: "10 years, by law",
    residency: "EU and United Kingdom",
  },
  "EDI gateway": {
    businessService: "Orders from partners",
    users: 14,
    tenancy: "dedicated",
    tenancyReason: "Partners hold allowlists of its addresses; sharing them would break 40 links at once.",
  },
  "Single sign-on": {
    stateful: true,
    singleWriter: false,
    readWrite: "read_heavy",
    replication: "Two nodes, each writes",
    users: 2_600,
    hosting: "active_active",
    hostingReason: "Nobody can work while it is away, and it hardly writes: two places may answer.",
    dataClassification: "Personal data",
  },
  "Old fax server": {
    disposition: "retire",
    dispositionReason: "Two suppliers still use it; both agreed to e-mail from March.",
  },
  "General ledger": {
    disposition: "rehost",
    dispositionReason: "Nothing about it changes before the audit of this year.",
    cutoverPattern: "parallel_run",
    cutoverReason: "One month end is closed on both, and the two must agree to the penny.",
    users: 90,
  },
};

/** The services of the business and the workloads that make them; whatever stands in none has no service yet. */
const SERVICES: Readonly<Record<string, readonly string[]>> = {
  "Warehouse Tilbury": [
    "Voice picking",
    "Label print server",
    "Conveyor interface Tilbury",
    "Tilbury scanner middleware",
    "Tilbury dock scheduling",
    "Slotting optimiser",
    "Yard gate Tilbury",
  ],
  "Warehouse Venlo": ["Venlo scanner middleware", "Pick-by-light Venlo", "Cold store monitor"],
  "Warehouse Columbus": ["Columbus scanner middleware", "Pallet labels Columbus"],
  "Orders from partners": ["EDI translator maps", "Partner SFTP", "Partner directory", "Order intake API"],
  "Selling online": ["Customer portal", "Portal web front", "Price engine cache", "Stock availability"],
  Transport: ["Carrier hub", "Norfrakt connector", "Lakeshore connector", "TMS planning", "Freight audit"],
  Finance: ["General ledger", "Month-end reports", "Payments interface", "ERP core", "ERP database"],
  Workplace: ["Single sign-on", "Site-to-cloud network", "Certificate service"],
};
const SERVICE_OF = new Map(
  Object.entries(SERVICES).flatMap(([service, names]) => names.map((name) => [name, service] as const)),
);

/** How many people work with it, where somebody has counted. */
const USERS: Readonly<Record<string, number>> = {
  "Voice picking": 160,
  "Label print server": 120,
  "Tilbury scanner middleware": 210,
  "Tilbury dock scheduling": 35,
  "Venlo scanner middleware": 130,
  "Pick-by-light Venlo": 60,
  "Customer portal": 5_400,
  "Order intake API": 48,
  "Supplier portal": 620,
  "TMS planning": 22,
  "Month-end reports": 40,
  "Sales reporting": 75,
};

/** The facts of a workload beyond name, owners and places. */
export function demoFacts(name: string, kind: Kind, site: string | null): Facts {
  const isKnown = kind !== "quality" && site !== "Columbus";
  const service = SERVICE_OF.get(name);
  const users = USERS[name];
  return {
    ...(service === undefined ? {} : { businessService: service }),
    ...(users === undefined ? {} : { users }),
    ...(isKnown || name === "Columbus WMS" ? BY_KIND[kind] : {}),
    ...BY_NAME[name],
  };
}
