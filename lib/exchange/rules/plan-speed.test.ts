import { expect, it } from "vitest";
import { afterPlan, EMPTY, planBook } from "@/prisma/testing/planning";
import type { Snapshot, Table } from "../model";
import { readTables } from "./read-tables";

const WORKLOADS = 10_000;
const LINKS = 50_000;
/** Processor time, which a busy machine does not stretch; a third of it is what it takes. */
const MOST_MS = 2500;

it("reads and plans 10,000 workloads with 50,000 links, and 50,000 flows, within a budget", () => {
  const workloads = sheet(
    "workloads",
    ["name", "source", "external_id", "description", "kind", "business_owner", "site", "tags", "users"],
    WORKLOADS,
    (at) => [
      `Workload ${at}`,
      "CMDB",
      `APP-${at}`,
      `Does thing ${at} for the business`,
      at % 2 === 0 ? "wms" : "ERP core",
      `Owner ${at % 300} <o${at % 300}@example.com>`,
      `Site ${at % 40}`,
      `java; orders; x${at % 7}`,
      String(at * 3),
    ],
  );
  const links = sheet("dependencies", ["dependent", "needed", "kind", "hardness", "note"], LINKS, (at) => {
    const from = Math.floor(at / 5);
    return [
      `Workload ${from}`,
      `workload ${(from + 1 + (at % 5) * 37) % WORKLOADS}`,
      "file",
      "hard",
      `note ${at}`,
    ];
  });
  const begun = process.cpuUsage();
  const first = planned([workloads, links], EMPTY);
  expect(first.counts).toEqual({ create: WORKLOADS + LINKS, update: 0, unchanged: 0, refused: 0 });
  expect(process.cpuUsage(begun).user / 1000).toBeLessThan(MOST_MS);

  const served = afterPlan(first, EMPTY);
  const assets = Array.from({ length: WORKLOADS }, (_, at) => ({
    id: `asset-${at}`,
    version: 1,
    facts: { name: `host${at}`, workload: `Workload ${at}`, addresses: [`10.0.${at >> 8}.${at & 255}`] },
  }));
  const flows = sheet(
    "",
    ["Timeslot", "Source server name", "Destination server name", "Destination IP", "Destination port"],
    LINKS,
    (at) => {
      const from = at % WORKLOADS;
      const to = (from + 1 + (at % 9)) % WORKLOADS;
      return [`slot ${at}`, `host${from}.example`, `host${to}`, "", at % 2 === 0 ? "443" : "1433"];
    },
  );
  const resumed = process.cpuUsage();
  expect(planned([flows], { ...served, assets }).counts.refused).toBe(0);
  expect(process.cpuUsage(resumed).user / 1000).toBeLessThan(MOST_MS);
}, 60_000);

function planned(tables: readonly Table[], snapshot: Snapshot) {
  return planBook(readTables({ kind: "xlsx", tables, emptySheets: [] }), snapshot).plan;
}

function sheet(name: string, header: string[], rows: number, cells: (at: number) => string[]): Table {
  return {
    name,
    hidden: false,
    formulasWithoutValue: 0,
    errorCells: 0,
    sheet: {
      header,
      headerRow: 1,
      rows: Array.from({ length: rows }, (_, at) => ({ row: at + 2, cells: cells(at) })),
      blankRows: 0,
      skipped: [],
      encoding: null,
      delimiter: null,
    },
  };
}
