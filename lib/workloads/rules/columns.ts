import { CUTOVER_LABELS, DISPOSITION_LABELS, HOSTING_LABELS, TENANCY_LABELS } from "../labels";
import { COLUMN_KEYS, type ColumnKey, EXTRA_KEYS, type ExtraKey, type SortKey } from "../model/search";

export type Column = {
  key: ColumnKey;
  label: string;
  sort?: SortKey;
  /** Left out for partners, who may not see it. */
  full?: true;
  /** How its cells stand: numbers to the right. */
  number?: true;
};

type Told = Omit<Column, "key">;

const TOLD: Record<ColumnKey, Told> = {
  kind: { label: "Kind", sort: "kind" },
  tier: { label: "Tier", sort: "tier", full: true },
  criticality: { label: "Criticality", sort: "criticality" },
  owner: { label: "Owner", sort: "owner", full: true },
  technical: { label: "Technical owner", sort: "technical", full: true },
  wave: { label: "Wave", sort: "wave" },
  rto: { label: "RTO target", sort: "rto", full: true },
  rpo: { label: "RPO target", sort: "rpo", full: true },
  links: { label: "Links", sort: "links", number: true },
  risks: { label: "Risks", sort: "risks", full: true, number: true },
  service: { label: "Business service", sort: "service" },
  site: { label: "Site", sort: "site" },
  region: { label: "Region", sort: "region" },
  hosted: { label: "Runs at", sort: "hosted" },
  target: { label: "Target" },
  disposition: { label: "Disposition", sort: "disposition" },
  hosting: { label: "Hosting" },
  tenancy: { label: "Tenancy" },
  cutover: { label: "Cutover pattern" },
  users: { label: "Users", sort: "users", number: true },
  data: { label: "Data GB", sort: "data", number: true },
  assets: { label: "Assets", full: true, number: true },
  remediation: { label: "Remediation open", full: true, number: true },
  questions: { label: "Questions open", full: true, number: true },
  source: { label: "Source", sort: "source" },
  health: { label: "Health", sort: "health", full: true },
  because: { label: "Because", full: true },
};

/** Every column behind the name, in order. */
export const COLUMNS: readonly Column[] = COLUMN_KEYS.map((key) => ({ key, ...TOLD[key] }));

/** What the list shows until somebody chooses. */
export const DEFAULT_COLUMNS: readonly ColumnKey[] = [
  "kind",
  "tier",
  "criticality",
  "owner",
  "wave",
  "rto",
  "rpo",
  "links",
  "risks",
  "health",
  "because",
];

/** The columns shown: those chosen, without what partners may not see when `full` is false. */
export function columnsShown(chosen: readonly ColumnKey[], full: boolean): readonly Column[] {
  return COLUMNS.filter((column) => chosen.includes(column.key) && (full || column.full === undefined));
}

/** Of the chosen columns those that a row holds only when asked, in order. */
export function extrasOf(chosen: readonly ColumnKey[]): readonly ExtraKey[] {
  return EXTRA_KEYS.filter((key) => chosen.includes(key));
}

/** The columns named in an address, each list parted by commas, in their order; the usual ones when none is known. */
export function parseColumns(lists: readonly string[]): readonly ColumnKey[] {
  const named = new Set(lists.flatMap((list) => list.split(",")));
  const known = COLUMN_KEYS.filter((key) => named.has(key));
  return known.length === 0 ? DEFAULT_COLUMNS : known;
}

/** What the address says of the columns; null for the usual ones. */
export function columnsQuery(columns: readonly ColumnKey[]): string | null {
  const list = columns.join(",");
  return list === DEFAULT_COLUMNS.join(",") ? null : list;
}

const WORDS: Partial<Record<ExtraKey, Readonly<Record<string, string>>>> = {
  disposition: DISPOSITION_LABELS,
  hosting: HOSTING_LABELS,
  tenancy: TENANCY_LABELS,
  cutover: CUTOVER_LABELS,
};

/** A value of a further column in people's words; null stays null: not known. */
export function extraWord(key: ExtraKey, value: string | number | null | undefined): string | number | null {
  if (value === null || value === undefined) return null;
  return WORDS[key]?.[String(value)] ?? value;
}
