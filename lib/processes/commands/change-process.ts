import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { eventList } from "@/lib/command/event-list";
import { requireVersion } from "@/lib/command/version";
import { type ConflictingChange, notFound } from "@/lib/kernel/errors";
import { loadProcesses, processNames } from "../adapters/process-rows";
import { PROCESS_LABELS } from "../labels";
import type { ProcessFacts } from "../model";
import { type NamesOfIds, recordOf } from "../rules/facts";
import { changeProcessInput } from "../schema";
import { applyProcessChanges } from "./apply-process-changes";

/**
 * Changes facts of one process; what is left out stays. Answers `{ processId, cleared }`: whether the fallback's
 * acknowledgement went with its words. @throws CONFLICT with what differs, INVALID when nothing is different.
 */
export const changeProcess = defineCommand({
  permission: "workload:write",
  input: changeProcessInput,
  lock: "shared",
  async run(tx, ctx, { processId, version, ...facts }) {
    const held = await loadProcesses(tx, [processId]);
    const now = held.get(processId);
    if (now === undefined) throw notFound("business process");
    if (now.version !== version) {
      const wanted = { ...now, ...facts, name: facts.name ?? now.name };
      requireVersion(now, version, conflicts(wanted, now, await processNames(tx, [wanted, now])));
    }
    const { events } = await applyProcessChanges(tx, ctx, [{ kind: "change", processId, facts }], held);
    const words = facts.fallback ?? now.fallback;
    const cleared = now.acknowledgedAt !== null && words !== now.fallback;
    return { value: { processId, cleared }, events: eventList(events) };
  },
});

function conflicts(wanted: ProcessFacts, now: ProcessFacts, names: NamesOfIds): ConflictingChange[] {
  const yours = recordOf(wanted, names);
  const theirs = recordOf(now, names);
  return WORDS.filter(([, key]) => yours[key] !== theirs[key]).map(([field, key]) => ({
    label: PROCESS_LABELS[field],
    yours: String(yours[key] ?? "unknown"),
    theirs: String(theirs[key] ?? "unknown"),
  }));
}

/** Each fact with its name in the audit trail. */
const WORDS: readonly [keyof ProcessFacts, string][] = [
  ["name", "name"],
  ["description", "description"],
  ["ownerId", "owner"],
  ["criticality", "criticality"],
  ["rtoMinutes", "rtoMinutes"],
  ["rpoMinutes", "rpoMinutes"],
  ["fallback", "fallback"],
  ["fallbackOwnerId", "fallbackOwner"],
  ["fallbackRehearsedOn", "fallbackRehearsedOn"],
];
