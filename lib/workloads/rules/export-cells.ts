import { CRITICALITY_LABELS, HEALTH_LABELS, KIND_LABELS, UNKNOWN } from "../labels";
import type { WorkloadRow } from "../model/list";
import type { ColumnKey, ExtraKey } from "../model/search";
import { columnsShown, extraWord } from "./columns";
import { healthOf } from "./health";

type Cell = string | number;
type ExportColumn = { head: string; cell: (row: WorkloadRow) => Cell };

/** A table of an export: its head, and how a row becomes a line. Unknown is the word, minutes are whole numbers. */
export type ExportTable = { head: readonly string[]; line: (row: WorkloadRow) => readonly Cell[] };

/** The name and the chosen columns, as they stand in a file; `full` false leaves out what partners may not see. */
export function exportTable(chosen: readonly ColumnKey[], full: boolean): ExportTable {
  const columns = [NAME, ...columnsShown(chosen, full).flatMap(({ key, label }) => inFile(key, label))];
  return {
    head: columns.map(({ head }) => head),
    line: (row) => columns.map(({ cell }) => cell(row)),
  };
}

const NAME: ExportColumn = { head: "Workload", cell: (row) => row.name };

function inFile(key: ColumnKey, label: string): readonly ExportColumn[] {
  return isExtra(key)
    ? [{ head: label, cell: (row) => extraWord(key, row.more[key]) ?? NOTHING[key] ?? UNKNOWN }]
    : USUAL[key];
}

/** What stands for "none" where it is not simply unknown. */
const NOTHING: Partial<Record<ExtraKey, string>> = {
  technical: "no owner",
  disposition: "undecided",
  hosting: "undecided",
  tenancy: "undecided",
  cutover: "undecided",
  source: "by hand",
};

const USUAL: Record<Exclude<ColumnKey, ExtraKey>, readonly ExportColumn[]> = {
  kind: [{ head: "Kind", cell: (row) => (row.kind === null ? UNKNOWN : KIND_LABELS[row.kind]) }],
  tier: [{ head: "Tier", cell: (row) => row.tier ?? UNKNOWN }],
  criticality: [
    {
      head: "Criticality",
      cell: (row) => (row.criticality === null ? UNKNOWN : CRITICALITY_LABELS[row.criticality]),
    },
  ],
  owner: [{ head: "Business owner", cell: (row) => row.owner ?? "no owner" }],
  wave: [{ head: "Wave", cell: (row) => row.wave ?? "no wave" }],
  rto: [
    { head: "RTO target (minutes)", cell: (row) => row.rto ?? UNKNOWN },
    { head: "RTO target from", cell: (row) => row.rtoFrom ?? UNKNOWN },
  ],
  rpo: [
    { head: "RPO target (minutes)", cell: (row) => row.rpo ?? UNKNOWN },
    { head: "RPO target from", cell: (row) => row.rpoFrom ?? UNKNOWN },
  ],
  links: [{ head: "Links", cell: (row) => row.links }],
  risks: [{ head: "Open risks", cell: (row) => row.risks }],
  health: [{ head: "Health", cell: (row) => HEALTH_LABELS[row.health] }],
  because: [{ head: "Because", cell: (row) => healthOf(row).reason }],
};

function isExtra(key: ColumnKey): key is ExtraKey {
  return !(key in USUAL);
}
