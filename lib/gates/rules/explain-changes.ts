import type { Json, JsonRecord } from "@/lib/kernel/canonical-json";
import { canonicalJson } from "@/lib/kernel/canonical-json";
import { formatMinutes } from "@/lib/kernel/minutes";
import { formatMoment } from "@/lib/kernel/moments";
import { listed } from "@/lib/kernel/text";
import type { MaterialChange } from "../model/judged";
import { type ChangedPart, changedParts, recordOf } from "./snapshot-changes";

/** The words for ids (workloads, risks, people, items, criteria) and the zone in which instants are written. */
export type Wording = { labels: ReadonlyMap<string, string>; zone: string };

const NOUNS = {
  wave: "The wave",
  gate: "The gate",
  workloads: "Workload",
  links: "Dependency",
  risks: "Risk",
  checklist: "Checklist item",
  criteria: "Criterion",
  recovery: "Recovery of",
  freezes: "Freeze",
  conditions: "Condition of an earlier gate",
} as const satisfies Record<ChangedPart["of"], string>;

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
  return changedParts(signed, present).flatMap((part) => partChanges(part, wording));
}

function partChanges({ of, id, before, after }: ChangedPart, wording: Wording): MaterialChange[] {
  const known = after ?? before ?? {};
  const subject = id === "" ? NOUNS[of] : `${NOUNS[of]} ${subjectName(known, id, wording)}`;
  if (before === null) return [{ id, subject, what: "part of it", signed: "no", present: "yes" }];
  if (after === null) return [{ id, subject, what: "part of it", signed: "yes", present: "no" }];
  return fieldChanges(subject, before, after, wording);
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
