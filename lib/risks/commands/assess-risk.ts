import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { requireVersion } from "@/lib/command/version";
import { refuseIfAny } from "@/lib/kernel/errors";
import { atLeastOne } from "../adapters/at-least-one";
import { lockRisk } from "../adapters/load-risk";
import { ASPECT_LABELS } from "../labels";
import { changeBlockers } from "../rules/changes";
import { ratingWords } from "../rules/scales";
import { assessRiskInput } from "../schema";
import { applyRiskChanges } from "./apply-risk-changes";

/**
 * Says how likely and how bad an open risk is, in one aspect; the assessment is appended to its history with the scale in
 * use. A score of an older scale is given anew by the same rating as well.
 */
export const assessRisk = defineCommand({
  permission: "risk:write",
  input: assessRiskInput,
  lock: "shared",
  run: async (tx, ctx, { riskId, version, aspect, likelihood, impact }) => {
    const risk = await lockRisk(tx, riskId);
    const rating = { likelihood, impact };
    const yours = ratingWords(rating) ?? "unknown";
    const theirs = ratingWords(risk[aspect]) ?? "unknown";
    requireVersion(
      risk,
      version,
      yours === theirs ? [] : [{ label: `${ASPECT_LABELS[aspect]} score`, yours, theirs }],
    );
    refuseIfAny(changeBlockers(risk));
    const { events } = await applyRiskChanges(tx, ctx, [
      { kind: "change", riskId, facts: { [aspect]: rating }, assessed: aspect },
    ]);
    return { value: { id: risk.id, code: risk.code }, events: atLeastOne(events) };
  },
});
