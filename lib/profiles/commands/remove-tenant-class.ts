import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { requireOneChanged, requireVersion } from "@/lib/command/version";
import { loadTenantClass } from "../adapters/tenant-class-rows";
import { tenantClassRecord } from "../rules/tenant-class";
import { removeTenantClassInput } from "../schema";

/** Takes a class of tenants away; the audit trail keeps what it said. */
export const removeTenantClass = defineCommand({
  permission: "workload:write",
  input: removeTenantClassInput,
  lock: "shared",
  async run(tx, ctx, { tenantClassId, version }) {
    const held = await loadTenantClass(tx, ctx.actor.programId, tenantClassId);
    requireVersion(held, version);
    requireOneChanged(
      await tx.tenantClass.deleteMany({
        where: { id: tenantClassId, version, programId: ctx.actor.programId },
      }),
    );
    const subject = {
      type: "tenant-class",
      id: tenantClassId,
      label: `${held.facts.name} of ${held.workload}`,
    };
    return {
      value: { workloadId: held.facts.workloadId },
      events: [{ action: "tenant-class.removed", subject, before: tenantClassRecord(held.facts) }],
    };
  },
});
