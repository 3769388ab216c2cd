import "server-only";
import { nameKey } from "@/lib/kernel/text";
import { type FilterKey, MISSING_KEYS, type MissingKey, NONE, type WorkloadSearch } from "../model/search";
import { CRITICALITIES, CUTOVER_PATTERNS, DISPOSITIONS, HOSTINGS, WORKLOAD_KINDS } from "../model/workload";

/** What partners may not filter by: it is not theirs to see, so for them these narrow nothing. */
const NOT_FOR_PARTNERS: readonly FilterKey[] = ["tier", "owner", "technical", "health", "question"];
const MISSING_FOR_PARTNERS: readonly MissingKey[] = ["owner", "technical", "tier", "rto", "rpo"];
const MUST_BE_KNOWN: readonly MissingKey[] = ["owner", "tier", "criticality", "rto", "rpo"];

/**
 * The conditions of a search on a standing `s`; values are appended to `values`. Sorting and pages are not here.
 * @param full false for partners
 */
export function conditionsOf(search: WorkloadSearch, full: boolean, values: unknown[]): string[] {
  const conditions: string[] = [];
  if (search.text !== "") conditions.push(textCondition(search.text, values));
  if (search.ids.length > 0) conditions.push(`s."workloadId" = ANY($${values.push(search.ids)}::uuid[])`);
  for (const [key, condition] of FILTERS) {
    const chosen = search.filters[key];
    if (chosen.length === 0 || (!full && NOT_FOR_PARTNERS.includes(key))) continue;
    conditions.push(condition(chosen, values, full));
  }
  return conditions;
}

type Condition = (chosen: readonly string[], values: unknown[], full: boolean) => string;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
const isUuid = (value: string) => uuid.test(value);
const oneOf = (list: readonly string[]) => (value: string) => list.includes(value);
const anything = () => true;

const FILTERS: readonly (readonly [FilterKey, Condition])[] = [
  ["wave", among("s.wave", "int", (value) => /^\d{1,6}$/u.test(value))],
  ["criticality", among("s.criticality", "text", oneOf(CRITICALITIES))],
  ["health", healthCondition],
  ["kind", among("s.kind", "text", oneOf(WORKLOAD_KINDS))],
  ["tier", among(`s."tierId"`, "uuid", isUuid)],
  ["owner", among(`s."businessOwnerId"`, "uuid", isUuid)],
  ["technical", among(`s."technicalOwnerId"`, "uuid", isUuid)],
  ["site", among("s.site", "text", anything)],
  ["region", among("s.region", "text", anything)],
  ["hosted", among(`s."runsAt"`, "text", anything)],
  ["disposition", among("s.disposition", "text", oneOf(DISPOSITIONS))],
  ["hosting", among("s.hosting", "text", oneOf(HOSTINGS))],
  ["cutover", among(`s."cutoverPattern"`, "text", oneOf(CUTOVER_PATTERNS))],
  ["source", among("s.source", "text", anything)],
  ["missing", missingCondition],
  ["question", questionCondition],
];

/**
 * The values, the last of them as often as makes 1, 2, 4, 8 …: the planner, which makes one plan for all values, can tell a few
 * from many by their number alone, and few numbers are few plans.
 */
function filledUp(values: readonly string[]): readonly string[] {
  const size = 2 ** Math.ceil(Math.log2(values.length));
  return Array.from({ length: size }, (_, at) => values[at] ?? values.at(-1) ?? "");
}

/** A column holds one of the chosen values; "none" is that it holds nothing. */
function among(column: string, cast: string, known: (value: string) => boolean): Condition {
  return (chosen, values) => {
    const wanted = chosen.filter((value) => value !== NONE && known(value));
    if (wanted.length === 0) return chosen.includes(NONE) ? `${column} IS NULL` : "false";
    const places = filledUp(wanted).map((value) => `$${values.push(value)}::${cast}`);
    const inList = `${column} = ANY(ARRAY[${places.join(", ")}])`;
    return chosen.includes(NONE) ? `(${inList} OR ${column} IS NULL)` : inList;
  };
}

const LEVELS: Readonly<Record<string, string>> = {
  off_track: "s.rank = 0",
  unknown: "s.rank = 1",
  at_risk: `s.rank = 3 AND s."nextDue" < (SELECT day FROM today)`,
  on_track: `s.rank = 3 AND (s."nextDue" IS NULL OR s."nextDue" >= (SELECT day FROM today))`,
};

function healthCondition(chosen: readonly string[]): string {
  return anyOf(chosen.map((level) => LEVELS[level === NONE ? "unknown" : level] ?? "false"));
}

const EMPTY: Record<MissingKey, string> = {
  owner: `s."businessOwnerId" IS NULL`,
  technical: `s."technicalOwnerId" IS NULL`,
  tier: `s."tierId" IS NULL`,
  criticality: "s.criticality IS NULL",
  rto: `s."rtoMinutes" IS NULL`,
  rpo: `s."rpoMinutes" IS NULL`,
  kind: "s.kind IS NULL",
  site: "s.site IS NULL",
  region: "s.region IS NULL",
  hosted: `s."runsAt" IS NULL`,
  disposition: "s.disposition IS NULL",
  hosting: "s.hosting IS NULL",
  cutover: `s."cutoverPattern" IS NULL`,
  wave: "s.wave IS NULL",
  source: "s.source IS NULL",
};

function missingCondition(chosen: readonly string[], _values: unknown[], full: boolean): string {
  const seen = (keys: readonly MissingKey[]) =>
    keys.filter((key) => full || !MISSING_FOR_PARTNERS.includes(key)).map((key) => EMPTY[key]);
  const asked = MISSING_KEYS.filter((key) => chosen.includes(key));
  const complete = chosen.includes(NONE) ? [`NOT ${anyOf(seen(MUST_BE_KNOWN))}`] : [];
  return anyOf([...seen(asked), ...complete]);
}

function questionCondition(chosen: readonly string[]): string {
  const asked = `s."workloadId" IN (SELECT q."workloadId" FROM "FactQuestion" q
    WHERE q."programId" = (SELECT wavegate_program()) AND q."openKey" IS NOT NULL AND q."workloadId" IS NOT NULL)`;
  return anyOf([
    ...(chosen.includes("open") ? [asked] : []),
    ...(chosen.includes(NONE) ? [`NOT (${asked})`] : []),
  ]);
}

function anyOf(conditions: readonly string[]): string {
  return conditions.length === 0 ? "false" : `(${conditions.join(" OR ")})`;
}

function textCondition(text: string, values: unknown[]): string {
  return `s.words LIKE $${values.push(`%${nameKey(text).replace(/[\\%_]/gu, "\\$&")}%`)}::text`;
}
