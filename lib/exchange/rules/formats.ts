import { listed, nameKey } from "@/lib/kernel/text";
import { EXPECTED_COLUMNS, FORMAT_LABELS } from "../labels";
import { FORMATS, type FormatName } from "../model/formats";
import type { Mapping } from "../model/reading";
import { quoted } from "./cells";
import { FIELDS, type Field } from "./fields";

/** The heads by which a format is known; every one of a group must be there. */
const MARKS: Record<FormatName, readonly (readonly string[])[]> = {
  konveyor: [
    ["record type 1", "application name"],
    ["record type", "application name"],
  ],
  "aws-migration-factory": [
    ["server name", "app name"],
    ["server name", "r type"],
    ["server name", "wave name"],
    ["server name", "server os family"],
  ],
  "azure-migrate": [
    ["machine name", "machine id"],
    ["machine name", "operating system"],
  ],
  "azure-dependencies": [["source server name", "destination server name"]],
  rvtools: [["vm", "powerstate", "cpus", "memory"]],
  dependencies: [["dependent", "needed"]],
  "recovery-targets": [
    ["workload", "rto"],
    ["workload", "rpo"],
  ],
  risks: [["title"]],
  workloads: [["name"]],
  assets: [
    ["name", "os"],
    ["name", "cores"],
    ["name", "workload"],
    ["name", "power state"],
    ["name", "fqdn"],
  ],
  sites: [
    ["name", "zone"],
    ["name", "country"],
  ],
  processes: [
    ["name", "fallback"],
    ["name", "rto"],
    ["name", "workloads"],
  ],
};

/** The format whose marks the header bears; of several the one that knows most columns; null when none does. */
export function recogniseFormat(header: readonly string[]): FormatName | null {
  const heads = new Set(header.map(headKey));
  let best: { format: FormatName; known: number } | null = null;
  for (const format of FORMATS) {
    if (!MARKS[format].some((marks) => marks.every((mark) => heads.has(mark)))) continue;
    const known = knownColumns(format, header);
    if (best === null || known > best.known) best = { format, known };
  }
  return best?.format ?? null;
}

/** Whether any format knows a column of this head. */
export function knowsHead(head: string): boolean {
  const key = headKey(head);
  return KNOWN_HEADS.has(key) || KNOWN_HEADS.has(withoutNumber(key));
}

/** Which field each column fills by its head; a field that takes one column is given to the first that fits. */
export function defaultMapping(format: FormatName, header: readonly string[]): Mapping {
  const taken = new Set<string>();
  const exact = header.map((head) => claim(fieldNamed(format, head), taken));
  return header.map((head, index) => exact[index] ?? claim(fieldMeant(format, head), taken));
}

/** What keeps a mapping from being used, in words; empty when it can be. */
export function mappingProblems(format: FormatName, mapping: Mapping): string[] {
  const used = mapping.filter((name): name is string => name !== null);
  return FIELDS[format].flatMap((field) => {
    const columns = used.filter((name) => name === field.name).length;
    if (field.required && columns === 0)
      return [`No column is mapped to “${field.label}”, which every row needs.`];
    if (!field.many && columns > 1) return [`${columns} columns are mapped to “${field.label}”; choose one.`];
    return [];
  });
}

/** Says of a header that no format bears it: what was found, what was expected, what to do. */
export function unrecognisedHeader(header: readonly string[]): string {
  const found = listed(
    header.filter((head) => head.trim() !== "").map((head) => quoted(head)),
    8,
  );
  const expected = FORMATS.map(
    (format) => `${FORMAT_LABELS[format]} (${listed((MARKS[format][0] ?? []).map((mark) => `“${mark}”`))})`,
  );
  return (
    `The header is that of no format Wavegate knows. Found: ${found === "" ? "no column names" : found}. ` +
    "Download a template and put its header on the first line, or choose the format by hand and map the columns. " +
    `${EXPECTED_COLUMNS} ${expected.join("; ")}.`
  );
}

/** The form in which heads are compared: blanks, underscores and hyphens are one. */
export function headKey(head: string): string {
  return nameKey(head.replace(/[_-]+/gu, " "));
}

function withoutNumber(key: string): string {
  return key.replace(/ \d+$/u, "");
}

function fieldNamed(format: FormatName, head: string): Field | null {
  const key = headKey(head);
  return FIELDS[format].find((field) => matches(field, key, [headKey(field.name)])) ?? null;
}

function fieldMeant(format: FormatName, head: string): Field | null {
  const key = headKey(head);
  return (
    FIELDS[format].find((field) => matches(field, key, [headKey(field.label), ...(field.also ?? [])])) ?? null
  );
}

function matches(field: Field, key: string, names: readonly string[]): boolean {
  return names.includes(key) || (field.many === true && names.includes(withoutNumber(key)));
}

function claim(field: Field | null, taken: Set<string>): string | null {
  if (field === null || (taken.has(field.name) && !field.many)) return null;
  taken.add(field.name);
  return field.name;
}

function knownColumns(format: FormatName, header: readonly string[]): number {
  return header.filter((head) => fieldNamed(format, head) ?? fieldMeant(format, head)).length;
}

const KNOWN_HEADS: ReadonlySet<string> = new Set(
  FORMATS.flatMap((format) =>
    FIELDS[format].flatMap((field) => [headKey(field.name), headKey(field.label), ...(field.also ?? [])]),
  ),
);
