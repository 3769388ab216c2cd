import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { requireVersion } from "@/lib/command/version";
import { refuseIfAny } from "@/lib/kernel/errors";
import { atLeastOne } from "../adapters/at-least-one";
import { lockRisk } from "../adapters/load-risk";
import { reopenBlockers } from "../rules/changes";
import { reopenRiskInput } from "../schema";
import { applyRiskChanges } from "./apply-risk-changes";

/** Opens a closed risk again; the reason stands in the audit trail. */
export const reopenRisk = defineCommand({
  permission: "risk:write",
  input: reopenRiskInput,
  lock: "shared",
  run: async (tx, ctx, { riskId, version, reason }) => {
    const risk = await lockRisk(tx, riskId);
    refuseIfAny(reopenBlockers(risk));
    requireVersion(risk, version);
    const facts = { status: "open" as const, closedReason: null };
    const { events } = await applyRiskChanges(tx, ctx, [{ kind: "change", riskId, facts }]);
    const explained = events.map((event) => ({ ...event, note: reason }));
    return { value: { id: risk.id, code: risk.code }, events: atLeastOne(explained) };
  },
});
