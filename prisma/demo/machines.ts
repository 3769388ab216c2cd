import type { NewAsset } from "@/lib/assets/model";

type Machine = Pick<NewAsset, "role" | "kind" | "os" | "cores" | "memoryMb" | "diskGb">;

const app = (os: string | null, cores: number | null, gb: number): Machine => ({
  kind: "server",
  role: "application",
  os,
  cores,
  memoryMb: gb * 1024,
  diskGb: 120,
});
const data = (os: string, cores: number, gb: number, diskGb: number): Machine => ({
  kind: "database_server",
  role: "database",
  os,
  cores,
  memoryMb: gb * 1024,
  diskGb,
});
const device = (role: string): Machine => ({
  kind: "device",
  role,
  os: null,
  cores: null,
  memoryMb: null,
  diskGb: null,
});

const WINDOWS = "Windows Server 2016";
const NEWER = "Windows Server 2022";
const LINUX = "Red Hat Enterprise Linux 8.10";
const OLD = "CentOS 7";

export type Rack = { prefix: string; place: "Tilbury" | "Venlo" | "Columbus"; machines: readonly Machine[] };

/** What the workloads run on; null: machines whose workload nobody has named yet. */
export const RACKS: readonly (readonly [workload: string | null, Rack])[] = [
  [
    "Tilbury WMS",
    rack(
      "tlb-wms",
      "Tilbury",
      app(WINDOWS, 8, 32),
      app(WINDOWS, 8, 32),
      data(LINUX, 16, 128, 2048),
      data(LINUX, 16, 128, 2048),
    ),
  ],
  ["Voice picking", rack("tlb-voice", "Tilbury", app(WINDOWS, 4, 16), app(WINDOWS, 4, 16))],
  [
    "Label print server",
    rack(
      "tlb-lbl",
      "Tilbury",
      app(NEWER, 4, 16),
      device("label printer"),
      device("label printer"),
      device("label printer"),
      device("label printer"),
    ),
  ],
  [
    "Conveyor interface Tilbury",
    rack("tlb-plc", "Tilbury", app(OLD, null, 4), device("controller"), device("controller")),
  ],
  ["Tilbury scanner middleware", rack("tlb-scan", "Tilbury", app(LINUX, 4, 8), app(LINUX, 4, 8))],
  ["Tilbury dock scheduling", rack("tlb-dock", "Tilbury", app(NEWER, 4, 16))],
  ["Carrier hub", rack("tlb-carr", "Tilbury", app(LINUX, 8, 16), app(LINUX, 8, 16), data(LINUX, 8, 64, 512))],
  ["Customs filing", rack("tlb-cust", "Tilbury", app(WINDOWS, 4, 16))],
  ["EDI gateway", rack("tlb-edi", "Tilbury", app(LINUX, 8, 32), app(LINUX, 8, 32), data(LINUX, 8, 64, 1024))],
  ["EDI translator maps", rack("tlb-map", "Tilbury", app(LINUX, 4, 16))],
  [
    "Order intake API",
    rack(
      "tlb-oia",
      "Tilbury",
      app(LINUX, 4, 16),
      app(LINUX, 4, 16),
      app(LINUX, 4, 16),
      data(LINUX, 8, 64, 512),
    ),
  ],
  ["Customer portal", rack("tlb-cpo", "Tilbury", app(LINUX, 4, 16), app(LINUX, 4, 16))],
  ["Supplier portal", rack("tlb-spo", "Tilbury", app(WINDOWS, 4, 16), app(WINDOWS, 4, 16))],
  ["Partner SFTP", rack("tlb-sftp", "Tilbury", app(OLD, 2, 4))],
  ["Message broker", rack("tlb-mq", "Tilbury", app(LINUX, 8, 32), app(LINUX, 8, 32), app(LINUX, 8, 32))],
  ["Stock availability", rack("tlb-atp", "Tilbury", app(LINUX, 8, 32), app(LINUX, 8, 32))],
  ["Portal web front", rack("tlb-web", "Tilbury", app(LINUX, 2, 8), app(LINUX, 2, 8))],
  ["Price engine cache", rack("tlb-pric", "Tilbury", app(LINUX, 4, 64), app(LINUX, 4, 64))],
  [
    "Venlo WMS",
    rack("vnl-wms", "Venlo", app(WINDOWS, 8, 32), app(WINDOWS, 8, 32), data(LINUX, 12, 96, 1536)),
  ],
  ["Venlo scanner middleware", rack("vnl-scan", "Venlo", app(OLD, 4, 8))],
  [
    "Pick-by-light Venlo",
    rack("vnl-light", "Venlo", app(OLD, null, 4), device("controller"), device("controller")),
  ],
  ["Cold store monitor", rack("vnl-cold", "Venlo", device("sensor hub"), device("sensor hub"))],
  ["TMS planning", rack("vnl-tms", "Venlo", app(NEWER, 8, 32), data(NEWER, 8, 64, 768))],
  ["Columbus WMS", rack("col-wms", "Columbus", app(WINDOWS, 8, 32), data(LINUX, 8, 64, 1024))],
  ["Columbus scanner middleware", rack("col-scan", "Columbus", app(null, null, 8))],
  ["Pallet labels Columbus", rack("col-lbl", "Columbus", device("label printer"), device("label printer"))],
  [
    "ERP core",
    rack(
      "tlb-erp",
      "Tilbury",
      app(LINUX, 16, 128),
      app(LINUX, 16, 128),
      app(LINUX, 16, 128),
      app(LINUX, 16, 128),
    ),
  ],
  [
    "ERP database",
    rack("tlb-erpdb", "Tilbury", data("AIX 7.2", 32, 512, 12288), data("AIX 7.2", 32, 512, 12288)),
  ],
  ["General ledger", rack("tlb-gl", "Tilbury", app(LINUX, 8, 32), data(LINUX, 8, 64, 1024))],
  ["Payments interface", rack("tlb-pay", "Tilbury", app(LINUX, 4, 16), app(LINUX, 4, 16))],
  ["Replenishment batch", rack("tlb-rpl", "Tilbury", app(LINUX, 16, 64))],
  ["Data warehouse", rack("tlb-dwh", "Tilbury", data(LINUX, 24, 256, 8192), data(LINUX, 24, 256, 8192))],
  ["Sales reporting", rack("tlb-rep", "Tilbury", app(NEWER, 8, 32))],
  ["Single sign-on", rack("tlb-sso", "Tilbury", app(NEWER, 4, 16), app(NEWER, 4, 16))],
  [
    "Site-to-cloud network",
    rack(
      "tlb-fw",
      "Tilbury",
      { ...device("firewall"), kind: "network" },
      { ...device("firewall"), kind: "network" },
      { ...device("router"), kind: "network" },
    ),
  ],
  [
    "Backup vault",
    rack(
      "tlb-bck",
      "Tilbury",
      { ...device("tape library"), kind: "storage", diskGb: 184_320 },
      app(NEWER, 8, 64),
    ),
  ],
  ["Test WMS", rack("tlb-twms", "Tilbury", app(WINDOWS, 4, 16), data(LINUX, 4, 32, 512))],
  ["Test ERP", rack("tlb-terp", "Tilbury", app(LINUX, 8, 64), data(LINUX, 8, 128, 4096))],
  ["Old fax server", rack("tlb-fax", "Tilbury", app("Windows Server 2008 R2", 2, 4))],
  [null, rack("tlb-tmp", "Tilbury", app(null, 4, 16), app(WINDOWS, 4, 16), app(OLD, 2, 8), app(OLD, 2, 8))],
  [
    null,
    rack(
      "tlb-vm",
      "Tilbury",
      app(LINUX, 4, 16),
      app(LINUX, 4, 16),
      data(LINUX, 4, 32, 256),
      app(null, null, 8),
    ),
  ],
  [null, rack("vnl-srv", "Venlo", app(WINDOWS, 4, 16), app(null, 2, 8), app(OLD, 2, 4))],
  [null, rack("col-srv", "Columbus", app(null, null, 16), app(null, null, 8), app(null, null, 8))],
];

function rack(prefix: string, place: Rack["place"], ...machines: Machine[]): Rack {
  return { prefix, place, machines };
}
