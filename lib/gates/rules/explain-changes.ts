import type { Json, JsonRecord } from "@/lib/kernel/canonical-json";
import { canonicalJson } from "@/lib/kernel/canonical-json";
import { formatMinutes } from "@/lib/kernel/minutes";
import { formatMoment } from "@/lib/kernel/moments";
import { listed } from "@/lib/kernel/text";
import type { MaterialChange } from "../model";

/** The words for ids (workloads, risks, people, items, criteria) and the zone in which instants are written. */
export type Wording = { labels: ReadonlyMap<string, string>; zone: string };

const LISTS = [
  ["workloads", "Workload"],
  ["links", "Dependency"],
  ["risks", "Risk"],
  ["checklist", "Checklist item"],
  ["criteria", "Criterion"],
  ["recovery", "Recovery of"],
  ["freezes", "Freeze"],
  ["conditions", "Condition of an earlier gate"],
] as const;

const FIELD_WORDS: Record<string, string> = {
  windowStartAt: "window starts",
  windowEndAt: "window ends",
  rollbackMinutes: "time to go back",
  rtoMinutes: "recovery time target",
  rpoMinutes: "recovery point target",
  businessOwnerId: "business owner",
  technicalOwnerId: "technical owner",
  tierId: "tier",
  leadId: "lead",
  attested: "attested",
  accepted: "acceptance",
  olderScale: "scored in an older scale",
  userId: "person",
  dependentId: "what depends",
  neededId: "what is needed",
  endAt: "end",
  exception: "exception",
  drill: "drill that counts",
  drillIntervalDays: "days between drills",
  stateful: "keeps data",
};

/** Every material fact that differs between a signed snapshot and the present one, in words; empty when none does. */
export function explainChanges(signed: string, present: string, wording: Wording): MaterialChange[] {
  const then = parsed(signed);
  const now = parsed(present);
  const changes = [
    ...fieldChanges("The wave", recordOf(then.wave), recordOf(now.wave), wording),
    ...fieldChanges("The gate", recordOf(then.gate), recordOf(now.gate), wording),
  ];
  for (const [list, noun] of LISTS)
    changes.push(...listChanges(noun, rowsOf(then[list]), rowsOf(now[list]), wording));
  return changes;
}

function listChanges(noun: string, then: Rows, now: Rows, wording: Wording): MaterialChange[] {
  const changes: MaterialChange[] = [];
  for (const id of new Set([...then.keys(), ...now.keys()])) {
    const before = then.get(id);
    const after = now.get(id);
    const subject = `${noun} ${subjectName(after ?? before ?? {}, id, wording)}`;
    if (before === undefined) changes.push({ id, subject, what: "part of it", signed: "no", present: "yes" });
    else if (after === undefined)
      changes.push({ id, subject, what: "part of it", signed: "yes", present: "no" });
    else changes.push(...fieldChanges(subject, before, after, wording));
  }
  return changes;
}

/** What is gone has no name any more; a link that is gone has its ends, a time of a freeze its period and its start. */
function subjectName({ dependentId, neededId }: JsonRecord, id: string, { labels, zone }: Wording): string {
  const [first = id, startAt] = id.split("@");
  const ends = [dependentId, neededId].map((end) => labels.get(String(end)));
  const name = labels.get(first) ?? (ends.includes(undefined) ? "that is no more" : ends.join(" → "));
  return startAt === undefined ? name : `${name}, from ${formatMoment(new Date(startAt), zone)}`;
}

function fieldChanges(
  subject: string,
  then: JsonRecord,
  now: JsonRecord,
  wording: Wording,
): MaterialChange[] {
  const id = typeof now.id === "string" ? now.id : "";
  return [...new Set([...Object.keys(then), ...Object.keys(now)])]
    .filter((field) => canonicalJson(then[field] ?? null) !== canonicalJson(now[field] ?? null))
    .map((field) => ({
      id,
      subject,
      what: FIELD_WORDS[field] ?? field,
      signed: valueInWords(field, then[field] ?? null, wording),
      present: valueInWords(field, now[field] ?? null, wording),
    }));
}

function valueInWords(field: string, value: Json, wording: Wording): string {
  if (value === null || value === "") return "nothing";
  if (typeof value === "number") return field.endsWith("Minutes") ? formatMinutes(value) : String(value);
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") {
    if (field.endsWith("At")) return formatMoment(new Date(value), wording.zone);
    return wording.labels.get(value) ?? value.replaceAll("_", " ");
  }
  if (Array.isArray(value)) {
    if (field === "evidence") return listed(value.map((one) => evidenceInWords(recordOf(one), wording)));
    if (field === "accepted") return listed(value.map((one) => acceptedInWords(recordOf(one), wording)));
    return `${value.length} entries`;
  }
  const record = recordOf(value);
  if (field === "drill") return drillInWords(record, wording);
  if (typeof record.met === "boolean")
    return `${record.met ? "met" : "not met"}: ${String(record.statement ?? "")}`;
  return typeof record.reason === "string" ? record.reason : canonicalJson(value);
}

function acceptedInWords({ upToScore, expiresAt }: JsonRecord, { zone }: Wording): string {
  return `up to a score of ${String(upToScore)} until ${formatMoment(new Date(String(expiresAt)), zone)}`;
}

function drillInWords(drill: JsonRecord, { zone }: Wording): string {
  const proven = (value: Json | undefined) =>
    typeof value === "number" ? formatMinutes(value) : "not measured";
  const said = `back in ${proven(drill.rtoMinutes)}, ${proven(drill.rpoMinutes)} of data lost`;
  const declared = formatMoment(new Date(String(drill.declaredAt)), zone);
  return `${said}, on ${declared}${drill.overtaken === true ? ", a newer one was withdrawn" : ""}`;
}

function evidenceInWords({ id, revision }: JsonRecord, { labels }: Wording): string {
  return `“${labels.get(String(id)) ?? String(id)}”, revision ${String(revision)}`;
}

type Rows = ReadonlyMap<string, JsonRecord>;

function parsed(snapshot: string): JsonRecord {
  const value: Json = JSON.parse(snapshot);
  return recordOf(value);
}

function rowsOf(value: Json | undefined): Rows {
  const rows = Array.isArray(value) ? value.map(recordOf) : [];
  return new Map(rows.map((row) => [String(row.id), row]));
}

function recordOf(value: Json | undefined): JsonRecord {
  return isRecord(value) ? value : {};
}

function isRecord(value: Json | undefined): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
