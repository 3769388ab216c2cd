import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { eventList } from "@/lib/command/event-list";
import { requireVersion } from "@/lib/command/version";
import { notFound } from "@/lib/kernel/errors";
import { namesOfPeople } from "../adapters/profile-workloads";
import { lockRemediations } from "../adapters/remediation-rows";
import { remediationConflicts, remediationRecord } from "../rules/remediation";
import { changeRemediationInput } from "../schema";
import { applyRemediationChanges } from "./apply-remediation-changes";

/**
 * Changes a remediation item; what is left out stays. Done and accepted need their reason.
 * @throws CONFLICT with what differs when somebody else was faster, INVALID when nothing is different.
 */
export const changeRemediation = defineCommand({
  permission: "workload:write",
  input: changeRemediationInput,
  lock: "shared",
  async run(tx, ctx, { remediationId, version, ...facts }) {
    const now = (await lockRemediations(tx, [remediationId])).get(remediationId);
    if (now === undefined) throw notFound("remediation item");
    if (now.version !== version) {
      const given = Object.entries(facts).filter(([, value]) => value !== undefined);
      const wanted = { ...now, ...Object.fromEntries(given) };
      const people = await namesOfPeople(tx, [now.ownerId, wanted.ownerId]);
      const record = (one: typeof now) => remediationRecord(one, people.get(one.ownerId ?? "") ?? null);
      requireVersion(now, version, remediationConflicts(record(wanted), record(now)));
    }
    const { events } = await applyRemediationChanges(tx, ctx, [{ kind: "change", remediationId, facts }]);
    return { value: { remediationId, workloadId: now.workloadId }, events: eventList(events) };
  },
});
