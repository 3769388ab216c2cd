import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { newId } from "@/lib/kernel/new-id";
import { nameKey } from "@/lib/kernel/text";
import { lockWorkloads, subjectOf } from "../adapters/profile-workloads";
import { requireFreeClassName } from "../adapters/tenant-class-rows";
import { newTenantClass, tenantClassRecord } from "../rules/tenant-class";
import { recordTenantClassInput } from "../schema";

/** Records a class of tenants that a workload serves. Answers `{ tenantClassId }`. @throws INVALID for a taken name. */
export const recordTenantClass = defineCommand({
  permission: "workload:write",
  input: recordTenantClassInput,
  lock: "shared",
  async run(tx, ctx, input) {
    const workload = subjectOf(await lockWorkloads(tx, [input.workloadId]), input.workloadId);
    const facts = newTenantClass(input);
    await requireFreeClassName(tx, facts);
    const id = newId(ctx.now);
    await tx.tenantClass.create({
      data: {
        ...facts,
        id,
        programId: ctx.actor.programId,
        nameKey: nameKey(facts.name),
        createdAt: ctx.now,
      },
      select: { id: true },
    });
    const subject = { type: "tenant-class", id, label: `${facts.name} of ${workload.label}` };
    return {
      value: { tenantClassId: id },
      events: [{ action: "tenant-class.recorded", subject, after: tenantClassRecord(facts) }],
    };
  },
});
