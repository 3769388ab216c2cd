import type { FormatName, ToolFormat } from "./model/formats";
import type { ImportState } from "./model/import-state";
import type { Outcome } from "./model/plan";
import type { Entity } from "./model/reading";

export const FORMAT_LABELS: Record<FormatName, string> = {
  workloads: "Wavegate workloads",
  sites: "Wavegate sites",
  processes: "Wavegate business processes",
  assets: "Wavegate assets",
  dependencies: "Wavegate dependencies",
  risks: "Wavegate risks",
  "recovery-targets": "Wavegate recovery targets",
  konveyor: "Konveyor application inventory",
  "aws-migration-factory": "AWS Migration Factory intake",
  "azure-migrate": "Azure Migrate discovery report",
  "azure-dependencies": "Azure Migrate dependency export",
  rvtools: "RVTools export",
};

/** What stands before the columns of every format, at the end of what is said of a header that none bears. */
export const EXPECTED_COLUMNS = "Expected the columns of one of these:";

export const ENTITY_LABELS: Record<Entity, { one: string; many: string }> = {
  workload: { one: "workload", many: "workloads" },
  site: { one: "site", many: "sites" },
  process: { one: "business process", many: "business processes" },
  asset: { one: "asset", many: "assets" },
  wave: { one: "wave", many: "waves" },
  membership: { one: "place in a wave", many: "places in waves" },
  dependency: { one: "dependency", many: "dependencies" },
  "external-link": { one: "link out of the portfolio", many: "links out of the portfolio" },
  risk: { one: "risk", many: "risks" },
  target: { one: "recovery target", many: "recovery targets" },
};

/** What an undo speaks of, in the order in which it is shown. */
export const UNDO_WORDS: Readonly<Record<string, string>> = {
  workload: "Workloads",
  asset: "Assets",
  site: "Sites",
  process: "Business processes",
  wave: "Waves",
  membership: "Places in waves",
  dependency: "Dependencies",
  "external-link": "Links out of the portfolio",
  risk: "Risks",
  target: "Recovery targets",
  question: "Questions",
  claim: "What sources said",
  person: "People",
  source: "Sources",
};

export const OUTCOME_LABELS: Record<Outcome, string> = {
  create: "New",
  update: "Changed",
  unchanged: "Unchanged",
  refused: "Refused",
};

export const STATE_LABELS: Record<ImportState, string> = {
  previewed: "Waiting for you",
  committed: "Imported",
  discarded: "Discarded",
  uploaded: "Waiting to be read",
  reading: "Being read",
  importing: "Being imported",
  failed: "Failed",
  undone: "Undone",
};

/** The source whose word a tool's file is, where nobody names another. */
export const TOOL_SOURCES: Record<ToolFormat, string> = {
  konveyor: "Konveyor",
  "aws-migration-factory": "AWS Migration Factory",
  "azure-migrate": "Azure Migrate",
  "azure-dependencies": "Azure Migrate",
  rvtools: "RVTools",
};

/** What a file of this name is by now, as the end of a sentence. */
export const STATE_WORDS: Record<ImportState, string> = {
  uploaded: "is waiting to be read.",
  reading: "is being read.",
  previewed: "waits for somebody to look at it.",
  importing: "is being imported.",
  committed: "was imported already. Bring the file in again to import it again.",
  discarded: "was discarded already. Bring the file in again to import it again.",
  failed: "could not be finished. Try it again from its page.",
  undone: "was imported and taken back. Bring the file in again to import it again.",
};

import { formatCount } from "@/lib/kernel/text";

/** Why a file that came by a plain form was not kept; the words stand on the page it leads back to. */
export const REFUSALS = {
  "no-file": "Choose a file first.",
  empty: "The file is empty.",
  "too-large": "Files of more than 100 MB, and workbooks of more than 50 MB, are not taken. Split the file.",
  "not-allowed": "Your role in this program does not include this.",
  incomplete: "The file did not arrive whole. Nothing was kept; try again.",
  unreadable: "The file cannot be read as a table. Save it as XLSX or as CSV (UTF-8), and try again.",
} as const;
export type RefusalKind = keyof typeof REFUSALS;

/** Which of these an error is; what has no words of its own could not be read. */
export function refusalKind(error: {
  code: string;
  message: string;
  fields: Readonly<Record<string, string>>;
}): RefusalKind {
  if (error.code === "FORBIDDEN") return "not-allowed";
  if (error.fields.file === undefined)
    return error.message === REFUSALS.incomplete ? "incomplete" : "unreadable";
  if (error.message === REFUSALS["no-file"]) return "no-file";
  return error.message === REFUSALS.empty ? "empty" : "too-large";
}

/** The words of a refusal named in an address; null for anything else. */
export function refusalWords(kind: string | undefined): string | null {
  for (const [name, words] of Object.entries(REFUSALS)) if (name === kind) return words;
  return null;
}

/** "3 new, 2 changed, 10 unchanged, 1 left out": the result of an import in one line. */
export function resultWords(counts: Record<Outcome, number>): string {
  const parts = [
    counts.create > 0 && `${formatCount(counts.create)} new`,
    counts.update > 0 && `${formatCount(counts.update)} changed`,
    counts.unchanged > 0 && `${formatCount(counts.unchanged)} unchanged`,
    counts.refused > 0 && `${formatCount(counts.refused)} left out`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? "no rows" : parts.join(", ");
}

/** "1.2 MB", "340 kB", "12 bytes" */
export function sizeWords(bytes: number): string {
  if (bytes >= 1_000_000) return `${(bytes / 1_000_000).toFixed(1)} MB`;
  return bytes >= 1000 ? `${Math.round(bytes / 1000)} kB` : `${bytes} bytes`;
}
