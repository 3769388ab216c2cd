import { validityOf } from "@/lib/evidence/rules/validity";
import { formatDate } from "@/lib/kernel/moments";
import { counted, listed } from "@/lib/kernel/text";
import { dateIn } from "@/lib/kernel/time";
import type { CriterionFact, GateFacts } from "../model/facts";
import type { Finding, JudgedCriterion } from "../model/judged";
import { COMPUTED_KEYS, type ComputedKey } from "../model/template";
import { outsideFreezes } from "./calendar-criterion";
import { conditionsClosed } from "./earlier-conditions";
import { recoveryProven } from "./recovery-criterion";
import { risksWithin } from "./risk-criterion";

/** Judges every criterion on the facts at `now`. Unknown does not pass; only a waiver in force lets it. */
export function evaluateCriteria(facts: GateFacts, now: Date): JudgedCriterion[] {
  return facts.criteria.map((criterion) => {
    const found =
      criterion.source === "computed" ? compute(criterion.key, facts, now) : attested(criterion, facts, now);
    const waived = found.result !== "met" && criterion.waiver !== null && criterion.waiver.expiresAt > now;
    return { ...criterion, ...found, status: waived ? "waived" : found.result };
  });
}

function compute(key: string, facts: GateFacts, now: Date): Finding {
  if (!isComputedKey(key)) return unknown("Nothing computes this criterion.");
  if (facts.workloads.length === 0 && !WITHOUT_WORKLOADS.includes(key))
    return unknown("The wave holds no workloads yet.");
  switch (key) {
    case "owners":
      return owners(facts);
    case "targets":
      return targets(facts);
    case "risks":
      return risksWithin(facts, now);
    case "checklist":
      return checklist(facts);
    case "window":
      return window(facts);
    case "recovery":
      return recoveryProven(facts, now);
    case "calendar":
      return outsideFreezes(facts, now);
    case "conditions":
      return conditionsClosed(facts);
    default:
      return key satisfies never;
  }
}

/** What can be said of a wave that holds nothing yet. */
const WITHOUT_WORKLOADS: readonly ComputedKey[] = ["window", "calendar", "conditions"];

/** Whether the system computes a criterion of this key. */
export function isComputedKey(key: string): key is ComputedKey {
  return COMPUTED_KEYS.some((known) => known === key);
}

function owners({ workloads }: GateFacts): Finding {
  const without = workloads.filter((one) => one.businessOwnerId === null || one.technicalOwnerId === null);
  const finding = `${workloads.length - without.length} of ${counted(workloads.length, "workload")} have a business and a technical owner`;
  return allOrSome(without, finding);
}

function targets({ workloads }: GateFacts): Finding {
  const without = workloads.filter((one) => one.rtoMinutes === null || one.rpoMinutes === null);
  const finding = `${workloads.length - without.length} of ${counted(workloads.length, "workload")} have a recovery time and a recovery point target`;
  return allOrSome(without, finding);
}

function allOrSome(without: readonly { id: string; name: string }[], finding: string): Finding {
  const subjects = without.map((one) => ({ type: "workload", id: one.id, label: one.name }));
  if (without.length === 0) return { result: "met", finding: `${finding}.`, subjects };
  return {
    result: "not_met",
    finding: `${finding}; missing for ${listed(without.map((one) => one.name))}.`,
    subjects,
  };
}

function checklist({ checklist: items }: GateFacts): Finding {
  if (items.length === 0) return unknown("The checklist is empty.");
  const failed = items.filter((item) => item.state === "failed");
  const open = items.filter((item) => item.state === "open");
  const skipped = items.filter((item) => item.state === "skipped");
  const settled = items.length - failed.length - open.length;
  const subjects = [...failed, ...open].map((item) => ({
    type: "checklist-item",
    id: item.id,
    label: item.title,
  }));
  const base = `${settled} of ${counted(items.length, "item")} settled${skipped.length > 0 ? `, ${skipped.length} skipped with a reason` : ""}`;
  if (failed.length > 0) {
    return {
      result: "not_met",
      finding: `${base}; failed: ${listed(failed.map((item) => item.title))}.`,
      subjects,
    };
  }
  if (open.length > 0) {
    return {
      result: "not_met",
      finding: `${base}; open: ${listed(open.map((item) => item.title))}.`,
      subjects,
    };
  }
  return { result: "met", finding: `${base}.`, subjects };
}

function window({ wave }: GateFacts): Finding {
  if (wave.windowStartAt === null || wave.windowEndAt === null) return unknown("The wave has no window yet.");
  const hours = Math.round((wave.windowEndAt.getTime() - wave.windowStartAt.getTime()) / 3_600_000);
  return { result: "met", finding: `The window is set and lasts ${counted(hours, "hour")}.`, subjects: [] };
}

/** A word that rests on evidence counts as long as all of it is valid; its last day still counts. */
function attested({ attestation, evidence }: CriterionFact, { wave }: GateFacts, now: Date): Finding {
  if (attestation === null) return unknown("Nobody has attested this yet.");
  const today = dateIn(wave.zone ?? "UTC", now);
  const ended = evidence.filter(({ validUntil }) => validityOf(validUntil, today) === "expired");
  if (attestation.met && ended.length > 0) {
    const names = ended.map(
      ({ title, validUntil }) => `“${title}” (valid until ${formatDate(validUntil ?? "")})`,
    );
    const subjects = ended.map(({ id, title }) => ({ type: "evidence", id, label: title }));
    return {
      result: "unknown",
      finding: `It rests on evidence that is no longer valid: ${listed(names)}.`,
      subjects,
    };
  }
  return { result: attestation.met ? "met" : "not_met", finding: attestation.statement, subjects: [] };
}

function unknown(finding: string): Finding {
  return { result: "unknown", finding, subjects: [] };
}
