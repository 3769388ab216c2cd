import { listed, nameKey } from "@/lib/kernel/text";
import type { ReadRow, Value } from "../model/reading";
import type { Sheet, Table } from "../model/sheet";
import { type Cells, rowOf, saidBy, statedFacts } from "./cells";
import { headKey } from "./formats";
import { parseSize } from "./read-number";

export type Machines = { rows: ReadRow[]; notes: string[] };

/** A discovery report of Azure Migrate: one row is a machine. What it discovered on it becomes tags. */
export function readAzureMachines(all: readonly Cells[], source: string): Machines {
  const rows = all.map((cells) => {
    const {
      name,
      machine_id,
      environment,
      os,
      cores,
      memory_mb,
      disk_gb,
      power_state,
      sql_count,
      web_count,
    } = cells.values;
    const found = [above(sql_count) ? "SQL Server" : "", above(web_count) ? "Web application" : ""];
    const tags = found.filter((tag) => tag !== "");
    const facts = statedFacts({
      name,
      kind: "server",
      environment,
      os,
      cores,
      memory_mb,
      disk_gb,
      addresses: some(cells.values.addresses),
      power_state: powerOf(power_state),
      tags: some(tags),
    });
    return rowOf(cells, "asset", facts, { said: saidBy(source, machine_id, name) });
  });
  return { rows, notes: [] };
}

/**
 * The virtual machines of an RVTools export; templates and placeholders of site recovery are left out and named. What
 * vInfo leaves empty is taken from the other sheets, by the machine's id or, where it has none, by its name.
 */
export function readRvtools(all: readonly Cells[], source: string, others: readonly Table[]): Machines {
  const left: string[] = [];
  const sides = {
    cores: gauge(others, "vcpu", "cpus", false),
    memory_mb: gauge(others, "vmemory", "size mib", false),
  };
  const disks = gauge(others, "vdisk", "capacity mib", true);
  const rows = all.flatMap((cells) => {
    const { name, template, srm_placeholder, vm_id, vm_uuid } = cells.values;
    if (template === true || srm_placeholder === true) {
      left.push(String(name ?? `row ${cells.row}`));
      return [];
    }
    const { fqdn, address, datacenter, cluster, os_tools, os_config, power_state } = cells.values;
    const key = { id: textOf(vm_id), name: textOf(name) };
    const disk = disks(key);
    const place = [datacenter, cluster].filter((part) => part !== undefined).join(", ");
    const facts = statedFacts({
      name,
      kind: "server",
      os: os_tools ?? os_config,
      cores: cells.values.cores ?? sides.cores(key),
      memory_mb: cells.values.memory_mb ?? sides.memory_mb(key),
      disk_gb: cells.values.disk_gb ?? (disk === undefined ? undefined : Math.round(disk / 1024)),
      addresses: some(address),
      fqdn,
      power_state: powerOf(power_state),
      location: place === "" ? undefined : place.slice(0, 200),
    });
    return [rowOf(cells, "asset", facts, { said: saidBy(source, vm_uuid ?? vm_id, name) })];
  });
  const notes =
    left.length === 0
      ? []
      : [`Left out as templates or placeholders, which are no machines: ${listed(left, 8)}.`];
  return { rows, notes };
}

type MachineKey = { id: string; name: string };

/** What another sheet says of a machine, by its id, else by a name that only one machine without an id bears there. */
function gauge(others: readonly Table[], sheetName: string, column: string, sum: boolean) {
  const sheet = others.find((table) => headKey(table.name) === sheetName)?.sheet;
  const amounts = new Map<string, number>();
  if (sheet !== undefined) collect(sheet, column, sum, amounts);
  return ({ id, name }: MachineKey): number | undefined =>
    id === "" ? amounts.get(`name ${nameKey(name)}`) : amounts.get(`id ${id}`);
}

function collect(sheet: Sheet, column: string, sum: boolean, amounts: Map<string, number>): void {
  const heads = sheet.header.map(headKey);
  const [at, idAt, nameAt] = [heads.indexOf(column), heads.indexOf("vm id"), heads.indexOf("vm")];
  if (at < 0 || nameAt < 0) return;
  for (const { cells } of sheet.rows) {
    const amount = parseSize(cells[at] ?? "", "MB", "MB", true);
    if (typeof amount !== "number") continue;
    const id = idAt < 0 ? "" : (cells[idAt] ?? "");
    for (const key of id === "" ? [`name ${nameKey(cells[nameAt] ?? "")}`] : [`id ${id}`])
      amounts.set(key, amount + (sum ? (amounts.get(key) ?? 0) : 0));
  }
}

const POWER: ReadonlyMap<string, string> = new Map(
  Object.entries({
    on: "on",
    off: "off",
    poweredon: "on",
    poweredoff: "off",
    running: "on",
    stopped: "off",
    suspended: "suspended",
  }),
);

function powerOf(value: Value | undefined): Value | undefined {
  return typeof value === "string" ? (POWER.get(nameKey(value).replace(/\s/gu, "")) ?? value) : undefined;
}

function above(value: Value | undefined): boolean {
  return typeof value === "number" && value > 0;
}

function some(value: Value | undefined): Value | undefined {
  return Array.isArray(value) && value.length === 0 ? undefined : value;
}

function textOf(value: Value | undefined): string {
  return typeof value === "string" ? value : "";
}
