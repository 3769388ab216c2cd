import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { requireVersion } from "@/lib/command/version";
import { refuseIfAny } from "@/lib/kernel/errors";
import { atLeastOne } from "../adapters/at-least-one";
import { lockRisk } from "../adapters/load-risk";
import { closeBlockers } from "../rules/changes";
import { closeRiskInput } from "../schema";
import { applyRiskChanges } from "./apply-risk-changes";

/** Closes an open risk with the reason why it is no more. Its history stays. */
export const closeRisk = defineCommand({
  permission: "risk:write",
  input: closeRiskInput,
  lock: "shared",
  run: async (tx, ctx, { riskId, version, reason }) => {
    const risk = await lockRisk(tx, riskId);
    refuseIfAny(closeBlockers(risk));
    requireVersion(risk, version);
    const facts = { status: "closed" as const, closedReason: reason };
    const { events } = await applyRiskChanges(tx, ctx, [{ kind: "change", riskId, facts }]);
    return { value: { id: risk.id, code: risk.code }, events: atLeastOne(events) };
  },
});
