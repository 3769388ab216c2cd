import type { DutyWord, Metric, NewRemediation } from "@/lib/profiles/model";

type Figures = Readonly<Partial<Record<Metric, string>>>;

const PROVIDER: DutyWord = { party: "provider", note: "" };
const CUSTOMER: DutyWord = { party: "customer", note: "" };

/** Who does what where the platform team runs it, as it was agreed in the spring. */
export const USUAL_DUTIES = {
  platform_reliability: PROVIDER,
  patching: { party: "provider", note: "monthly, Sunday nights" },
  backup_execution: PROVIDER,
  monitoring: PROVIDER,
  incident_response: { party: "shared", note: "provider by night, site team by day" },
  capacity: PROVIDER,
  process_design: CUSTOMER,
  application_configuration: CUSTOMER,
  data_stewardship: CUSTOMER,
  release_approval: { party: "customer", note: "the business owner" },
} as const satisfies Record<string, DutyWord>;

/** Of these nobody has settled more than this. */
export const HALF_SETTLED: Readonly<Record<string, Partial<Record<keyof typeof USUAL_DUTIES, DutyWord>>>> = {
  "Carrier hub": { platform_reliability: PROVIDER, monitoring: PROVIDER, process_design: CUSTOMER },
  "Venlo WMS": {
    platform_reliability: PROVIDER,
    backup_execution: { party: "shared", note: "tapes are still changed by the site" },
    process_design: CUSTOMER,
    release_approval: CUSTOMER,
  },
  "ERP core": {
    platform_reliability: PROVIDER,
    patching: { party: "shared", note: "database by the provider, application by finance IT" },
    backup_execution: PROVIDER,
    process_design: CUSTOMER,
    data_stewardship: CUSTOMER,
    release_approval: CUSTOMER,
  },
};

type Measured = {
  name: string;
  days: number;
  source: string;
  values: Figures;
  currency?: string;
  note?: string;
};

/** What was measured before the move, and after it where the wave is live. */
export const FIGURES: readonly Measured[] = [
  {
    name: "Tilbury WMS",
    days: -96,
    source: "Restore test in the server room",
    values: { rto_minutes: "310", rpo_minutes: "60" },
    note: "The tape library was busy for 40 minutes.",
  },
  {
    name: "Tilbury WMS",
    days: -90,
    source: "Monitoring, last 90 days",
    currency: "GBP",
    values: {
      availability_percent: "99.62",
      latency_ms: "180",
      throughput_per_minute: "2350",
      cost_per_month: "18400",
    },
  },
  {
    name: "Tilbury WMS",
    days: -41,
    source: "Restore test in the server room",
    values: { rto_minutes: "275", rpo_minutes: "45" },
  },
  ...["EDI gateway", "Order intake API", "Carrier hub", "Venlo WMS", "ERP core"].map((name, at) => ({
    name,
    days: -92 + at,
    source: "Monitoring, last 90 days",
    values: {
      availability_percent: ["99.91", "99.95", "99.4", "99.55", "99.83"][at] ?? "99.9",
      latency_ms: String(60 + at * 35),
      throughput_per_minute: String(300 + at * 640),
    },
  })),
  ...["EDI gateway", "ERP core", "Single sign-on"].map((name, at) => ({
    name,
    days: -60 + at,
    source: "Failover rehearsal",
    values: { rto_minutes: ["95", "420", "12"][at] ?? "60", rpo_minutes: ["5", "15", "0"][at] ?? "5" },
  })),
  ...["Sales reporting", "Stock reporting", "Data warehouse"].flatMap((name, at) => [
    {
      name,
      days: -95,
      source: "Monitoring, last 90 days",
      currency: "GBP",
      values: {
        availability_percent: "98.9",
        latency_ms: String(2400 + at * 300),
        cost_per_month: String(2200 + at * 900),
      },
    },
    {
      name,
      days: -4,
      source: "Cloud monitoring, since the move",
      currency: "GBP",
      values: {
        availability_percent: "99.97",
        latency_ms: String(900 + at * 150),
        cost_per_month: String(1900 + at * 1150),
      },
    },
  ]),
];

type Item = Omit<NewRemediation, "workloadId" | "ownerId" | "dueOn"> & {
  workload: string;
  owner: string | null;
  dueIn: number | null;
};

/** What will hurt in the move. */
export const REMEDIATION: readonly Item[] = [
  {
    workload: "Tilbury WMS",
    kind: "fixed_address",
    title: "Voice terminals hold a fixed address of the server",
    remedy: "Put the name into the terminal profile and roll it out by shift.",
    owner: "Tomas Lindqvist",
    dueIn: 12,
    state: "in_progress",
  },
  {
    workload: "Tilbury WMS",
    kind: "undocumented_job",
    title: "A job at 03:40 moves stock between two tables",
    remedy: "Find who wrote it, then schedule it where the others run.",
    owner: null,
    dueIn: -6,
  },
  {
    workload: "Tilbury WMS",
    kind: "unsupported_version",
    title: "Database version leaves support in spring",
    remedy: "Restore into the managed version and run a day of orders against it.",
    owner: "Tomas Lindqvist",
    dueIn: 30,
  },
  {
    workload: "Tilbury WMS",
    kind: "customisation",
    title: "Eleven customised pick screens",
    remedy: "Nine are unused since the last release; two are moved.",
    owner: "Joost van Dijk",
    dueIn: -40,
    state: "done",
    reason: "Nine were removed and two are in the new release; the shift leads tried both.",
  },
  {
    workload: "Label print server",
    kind: "fixed_address",
    title: "84 printers are reached by address, not by name",
    remedy: "Names for all printers, then change the queues in one night.",
    owner: "Tomas Lindqvist",
    dueIn: 9,
    state: "in_progress",
  },
  {
    workload: "EDI gateway",
    kind: "site_or_partner_specific",
    title: "Partners allow only the present addresses",
    remedy: "Write to 17 partners; keep the old address answering for two weeks.",
    owner: "Priya Raman",
    dueIn: 4,
    state: "in_progress",
  },
  {
    workload: "EDI translator maps",
    kind: "customisation",
    title: "Three maps were changed on the server and nowhere else",
    remedy: "Bring them into the repository and compare a month of messages.",
    owner: "Priya Raman",
    dueIn: -25,
    state: "done",
    reason: "All three are in the repository; 31 days of messages came out the same.",
  },
  {
    workload: "Partner SFTP",
    kind: "unsupported_version",
    title: "Two partners use a cipher that the new servers refuse",
    remedy: "Ask both for a newer client.",
    owner: "Ines Carvalho",
    dueIn: -3,
  },
  {
    workload: "Carrier hub",
    kind: "direct_database_coupling",
    title: "Freight audit reads the hub’s tables directly",
    remedy: "Give freight audit a nightly file instead.",
    owner: "Tomas Lindqvist",
    dueIn: 18,
  },
  {
    workload: "Customs filing",
    kind: "export_control",
    title: "The encryption module may not run outside the UK without a licence",
    remedy: "Ask for the licence, or keep the module at Tilbury.",
    owner: "Lena Fischer",
    dueIn: 45,
  },
  {
    workload: "Conveyor interface Tilbury",
    kind: "site_or_partner_specific",
    title: "The controller speaks only to its own network segment",
    remedy: "",
    owner: "Tomas Lindqvist",
    dueIn: null,
    state: "accepted",
    reason: "It stays on site; Joost van Dijk agreed on the walk through the hall.",
  },
  {
    workload: "Venlo WMS",
    kind: "customisation",
    title: "Dutch customs screens were built by a company that is gone",
    remedy: "",
    owner: null,
    dueIn: null,
  },
  {
    workload: "ERP core",
    kind: "direct_database_coupling",
    title: "Fourteen reports query the core’s database at noon",
    remedy: "Point them at the data warehouse.",
    owner: "Ravi Menon",
    dueIn: 60,
    state: "in_progress",
  },
  {
    workload: "ERP core",
    kind: "undocumented_job",
    title: "Price upload runs from somebody’s workstation",
    remedy: "Move it to the job server under a service account.",
    owner: "Clara Nyström",
    dueIn: 21,
  },
  {
    workload: "Payments interface",
    kind: "residency_limit",
    title: "Card tokens may not leave the EU",
    remedy: "Keep the token store in the EU region and prove it to the acquirer.",
    owner: "Clara Nyström",
    dueIn: 75,
  },
  {
    workload: "Columbus WMS",
    kind: "unsupported_version",
    title: "Handheld clients need a browser that is no longer shipped",
    remedy: "Replace 60 handhelds before the move.",
    owner: "Sam Whitlock",
    dueIn: 50,
  },
  {
    workload: "Old fax server",
    kind: "other",
    title: "Two suppliers still send order changes by fax",
    remedy: "Both have agreed to e-mail.",
    owner: null,
    dueIn: 90,
  },
];

/** Whom a workload serves, and how they are kept apart. */
export const TENANT_CLASSES = [
  {
    workload: "Tilbury WMS",
    kind: "regulated",
    name: "Pharma customers",
    tenants: "6",
    users: "40",
    isolation: "Own stock owner codes and a locked hall; own schema in the new release",
    residency: "United Kingdom",
    encryption: "Key of their own, held by the customer",
    rollout: "Last, after a recall exercise",
  },
  {
    workload: "Tilbury WMS",
    kind: "standard",
    name: "Own brand and retail",
    tenants: "112",
    users: "340",
    isolation: "Rows by stock owner",
    encryption: "Platform key",
    rollout: "Hall by hall, behind a flag in the order router",
  },
  {
    workload: "Customer portal",
    kind: "premium",
    name: "Key accounts",
    tenants: "24",
    users: "",
    isolation: "Rows by customer, own rate limit",
    residency: "EU and United Kingdom",
    rollout: "After two weeks of standard customers",
  },
  {
    workload: "Customer portal",
    kind: "standard",
    name: "All other customers",
    tenants: "3,100",
    users: "5,400",
    isolation: "Rows by customer",
    rollout: "Five percent first",
  },
  {
    workload: "EDI gateway",
    kind: "standard",
    name: "Trading partners",
    tenants: "41",
    isolation: "Own mailbox and keys each",
    residency: "",
  },
] as const;
