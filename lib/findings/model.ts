/** Facts that each workload is asked for; wave counts as known where it stays or ends. */
export const FACTS_THAT_MATTER = [
  "business_owner",
  "technical_owner",
  "criticality",
  "tier",
  "disposition",
  "site",
  "data_classification",
  "wave",
  "rto",
  "rpo",
  "links",
] as const;
export const FINDING_KINDS = [
  ...FACTS_THAT_MATTER,
  "measured",
  "question",
  "circle",
  "duplicate",
  "link_undocumented",
  "link_vague",
  "link_outside",
  "asset_unassigned",
  "person_without_account",
  "process_without_fallback",
  "site_undescribed",
  "risk_unscored",
  "risk_without_owner",
  "remediation_overdue",
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** Rows of one finding that one person is asked about; `asked` null: the program manager. */
export type FindingCount = {
  kind: FindingKind;
  asked: string | null;
  count: number;
  /** The rows, each counted by how critical it is: revenue 3, operational 2, support 1, unknown 2. */
  weighted: number;
  revenue: number;
};

export type AskedPerson = { id: string | null; name: string; count: number };

/** One finding as the page lists it, with its weight and whom to ask, the one with most rows first. */
export type Finding = {
  kind: FindingKind;
  count: number;
  revenue: number;
  weight: number;
  asked: readonly AskedPerson[];
};

/** How much is known of the facts that matter; `workloads` 0: nothing can be said. */
export type Completeness = { workloads: number; matter: number; known: number };

export type DataHealth = {
  findings: readonly Finding[];
  completeness: Completeness;
  people: readonly AskedPerson[];
};

/** One row of a finding: what it is about, and where that stands below the program. */
export type FindingRow = {
  kind: FindingKind;
  label: string;
  /** The address of the subject below the program, such as "workloads/<id>". */
  place: string;
  asked: AskedPerson | null;
};

/** A page (from 1) of the rows of one finding. */
export type FindingRows = {
  kind: FindingKind;
  rows: readonly FindingRow[];
  total: number;
  page: number;
  pages: number;
};

/** What one person is asked: subject by subject, everything that is missing of it. */
export type Request = {
  person: { id: string | null; name: string };
  facts: number;
  subjects: readonly { label: string; place: string; kinds: readonly FindingKind[] }[];
};
