import "server-only";
import { changedFields } from "@/lib/audit/rules/changed-fields";
import { defineCommand } from "@/lib/command/define-command";
import { eventList } from "@/lib/command/event-list";
import { requireOneChanged, requireVersion } from "@/lib/command/version";
import { nameKey } from "@/lib/kernel/text";
import { loadTenantClass, requireFreeClassName } from "../adapters/tenant-class-rows";
import { tenantClassConflicts, tenantClassRecord } from "../rules/tenant-class";
import { changeTenantClassInput } from "../schema";

/** Changes a class of tenants; what is left out stays. @throws CONFLICT when somebody else was faster. */
export const changeTenantClass = defineCommand({
  permission: "workload:write",
  input: changeTenantClassInput,
  lock: "shared",
  async run(tx, ctx, { tenantClassId, version, ...facts }) {
    const held = await loadTenantClass(tx, ctx.actor.programId, tenantClassId);
    const given = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
    const wanted = { ...held.facts, ...given };
    const [before, after] = [tenantClassRecord(held.facts), tenantClassRecord(wanted)];
    requireVersion(held, version, tenantClassConflicts(after, before));
    const change = changedFields(before, after);
    if (change === null) return { value: { workloadId: wanted.workloadId }, events: eventList([]) };
    await requireFreeClassName(tx, wanted, tenantClassId);
    requireOneChanged(
      await tx.tenantClass.updateMany({
        where: { id: tenantClassId, version, programId: ctx.actor.programId },
        data: { ...given, nameKey: nameKey(wanted.name), version: { increment: 1 } },
      }),
    );
    const subject = { type: "tenant-class", id: tenantClassId, label: `${wanted.name} of ${held.workload}` };
    return {
      value: { workloadId: wanted.workloadId },
      events: [{ action: "tenant-class.changed", subject, ...change }],
    };
  },
});
