import "server-only";
import { changedFields } from "@/lib/audit/rules/changed-fields";
import { defineCommand } from "@/lib/command/define-command";
import { requireVersion } from "@/lib/command/version";
import type { Tx } from "@/lib/db/transaction";
import { type ConflictingChange, refuseIfAny } from "@/lib/kernel/errors";
import { atLeastOne } from "../adapters/at-least-one";
import { lockRisk } from "../adapters/load-risk";
import { namesOfFacts } from "../adapters/risk-names";
import type { RiskFacts, RiskRecord } from "../model/risk";
import { changeBlockers } from "../rules/changes";
import { FACT_LABELS, factWords } from "../rules/event-words";
import { changeRiskInput } from "../schema";
import { applyRiskChanges } from "./apply-risk-changes";

/** Changes what is stated about an open risk; its scores change by assessing it. */
export const changeRisk = defineCommand({
  permission: "risk:write",
  input: changeRiskInput,
  lock: "shared",
  run: async (tx, ctx, { riskId, version, ...facts }) => {
    const risk = await lockRisk(tx, riskId);
    if (risk.version !== version) requireVersion(risk, version, await conflicts(tx, risk, facts));
    refuseIfAny(changeBlockers(risk));
    const { events } = await applyRiskChanges(tx, ctx, [{ kind: "change", riskId, facts }]);
    return { value: { id: risk.id, code: risk.code }, events: atLeastOne(events) };
  },
});

async function conflicts(tx: Tx, risk: RiskRecord, wanted: Partial<RiskFacts>): Promise<ConflictingChange[]> {
  const mine: RiskFacts = { ...risk, ...definedOnly(wanted) };
  const names = await namesOfFacts(tx, [risk, mine]);
  const differing = changedFields(factWords(risk, names), factWords(mine, names));
  if (differing === null) return [];
  return Object.entries(differing.after).map(([field, yours]) => ({
    label: FACT_LABELS[field] ?? field,
    yours: shown(yours),
    theirs: shown(differing.before[field] ?? null),
  }));
}

function definedOnly(facts: Partial<RiskFacts>): Partial<RiskFacts> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

function shown(value: unknown): string {
  return value === null || value === "" ? "unknown" : String(value);
}
