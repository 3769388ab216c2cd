import type { Minutes } from "@/lib/kernel/minutes";
import type { HealthLevel } from "./health";
import type { ExtraKey } from "./search";
import type { TargetOrigin } from "./target";
import type { Criticality, WorkloadKind } from "./workload";

/** One line of the list. `tier`, `owner`, targets, `risks` and health stay empty for partners, who may not see them. */
export type WorkloadRow = {
  id: string;
  name: string;
  kind: WorkloadKind | null;
  criticality: Criticality | null;
  tier: string | null;
  owner: string | null;
  wave: number | null;
  rto: Minutes | null;
  rtoFrom: TargetOrigin;
  rpo: Minutes | null;
  rpoFrom: TargetOrigin;
  links: number;
  risks: number;
  /** Open risks above the appetite of their domain; not yet judged; past their due date. */
  above: number;
  unjudged: number;
  late: number;
  health: HealthLevel;
  /** Values of the further columns that were asked for; words of enumerations as the database names them. */
  more: Readonly<Partial<Record<ExtraKey, string | number | null>>>;
};

/** A page of the list: `total` in the program, `matched` by text and filters, and the rows of `page` (from 1). */
export type WorkloadPage = {
  /** False for partners: owners, tiers, targets and risks are not theirs to see. */
  full: boolean;
  total: number;
  matched: number;
  page: number;
  pages: number;
  rows: readonly WorkloadRow[];
};
