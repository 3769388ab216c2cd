import { CRITICALITY_LABELS, DISPOSITION_LABELS, HEALTH_LABELS, KIND_LABELS, UNKNOWN } from "../labels";
import type { Disposition, WorkloadRow } from "../model";
import { safeCell } from "./csv-cell";
import { healthOf } from "./health";

/** A line of the list with what only the CSV shows. */
export type WorkloadCsvRow = WorkloadRow & {
  site: string | null;
  service: string | null;
  runsAt: string | null;
  target: string | null;
  disposition: Disposition | null;
};

type Column = { head: string; cell: (row: WorkloadCsvRow) => string | number | null; full?: true };

/** Column by column what a line of the CSV holds; unknown is the word, minutes are whole numbers. */
const COLUMNS: readonly Column[] = [
  { head: "Workload", cell: (row) => row.name },
  { head: "Kind", cell: (row) => (row.kind === null ? UNKNOWN : KIND_LABELS[row.kind]) },
  { head: "Tier", cell: (row) => row.tier ?? UNKNOWN, full: true },
  {
    head: "Criticality",
    cell: (row) => (row.criticality === null ? UNKNOWN : CRITICALITY_LABELS[row.criticality]),
  },
  { head: "Business owner", cell: (row) => row.owner ?? "no owner", full: true },
  { head: "Wave", cell: (row) => row.wave ?? "no wave" },
  { head: "RTO target (minutes)", cell: (row) => row.rto ?? UNKNOWN, full: true },
  { head: "RTO target from", cell: (row) => row.rtoFrom ?? UNKNOWN, full: true },
  { head: "RPO target (minutes)", cell: (row) => row.rpo ?? UNKNOWN, full: true },
  { head: "RPO target from", cell: (row) => row.rpoFrom ?? UNKNOWN, full: true },
  { head: "Links", cell: (row) => row.links },
  { head: "Open risks", cell: (row) => row.risks, full: true },
  { head: "Health", cell: (row) => HEALTH_LABELS[row.health], full: true },
  { head: "Because", cell: (row) => healthOf(row).reason, full: true },
  { head: "Business service", cell: (row) => row.service ?? UNKNOWN },
  { head: "Site", cell: (row) => row.site ?? UNKNOWN },
  { head: "Runs at", cell: (row) => row.runsAt ?? UNKNOWN },
  { head: "Target", cell: (row) => row.target ?? UNKNOWN },
  {
    head: "Disposition",
    cell: (row) => (row.disposition === null ? "undecided" : DISPOSITION_LABELS[row.disposition]),
  },
];

/** The head and lines of the CSV, each cell safe to open in a spreadsheet; `full` false leaves out what partners may not see. */
export function csvLines(rows: readonly WorkloadCsvRow[], full: boolean): readonly (readonly string[])[] {
  const columns = COLUMNS.filter((column) => full || column.full === undefined);
  const lines = rows.map((row) => columns.map((column) => safeCell(column.cell(row))));
  return [columns.map((column) => column.head), ...lines];
}
