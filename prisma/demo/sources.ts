import type { Value } from "@/lib/claims/model";

/** A source's word on one fact of a workload. `stands`: it was taken, and the source stands behind it. */
type Word = [workload: string, field: string, value: Value, stands: boolean];

/** What the sources of the invented distributor say, in the order in which they were brought in; days before the demo's day. */
export const SOURCE_WORDS: readonly { source: string; days: number; words: readonly Word[] }[] = [
  {
    source: "Azure Migrate",
    days: -52,
    words: [
      ["Tilbury WMS", "dataGb", 1870, true],
      ["Order intake API", "peakPerMinute", 940, true],
      ["Stock availability", "stateful", true, true],
      ["Data warehouse", "dataGb", 11_400, true],
      ["EDI gateway", "runsAt", "Data centre Tilbury", false],
    ],
  },
  {
    source: "CMDB",
    days: -48,
    words: [
      ["Tilbury WMS", "dataGb", 1200, false],
      ["Tilbury WMS", "users", 240, true],
      ["Order intake API", "peakPerMinute", 600, false],
      ["Stock availability", "stateful", false, false],
      ["Data warehouse", "dataGb", 8000, false],
      ["Customer portal", "dataClassification", "internal", true],
      ["Sales reporting", "users", 45, true],
      ["Label print server", "runsAt", "Print room Tilbury", false],
    ],
  },
  {
    source: "Site survey",
    days: -44,
    words: [
      ["Tilbury WMS", "users", 310, false],
      ["Customer portal", "dataClassification", "personal data", false],
      ["Sales reporting", "users", 60, false],
    ],
  },
];

/** The survey was corrected later, and its question went by itself. */
export const CORRECTED: { source: string; days: number; words: readonly Word[] } = {
  source: "Site survey",
  days: -41,
  words: [["Sales reporting", "users", 45, false]],
};

/** Who answered which question, and how. */
export const ANSWERS: readonly {
  workload: string;
  field: string;
  by: string;
  days: number;
  choice: string;
  other?: string;
  reason: string;
}[] = [
  {
    workload: "Order intake API",
    field: "peakPerMinute",
    by: "Priya Raman",
    days: -43,
    choice: "present",
    reason: "Measured over four weeks; the CMDB holds the figure of the contract.",
  },
  {
    workload: "Data warehouse",
    field: "dataGb",
    by: "Tomas Lindqvist",
    days: -42,
    choice: "other",
    other: "11600",
    reason: "Read from the storage console, snapshots included.",
  },
  {
    workload: "Label print server",
    field: "runsAt",
    by: "Joost van Dijk",
    days: -40,
    choice: "source:CMDB",
    reason: "It was moved to the print room when hall 3 was rebuilt.",
  },
];
