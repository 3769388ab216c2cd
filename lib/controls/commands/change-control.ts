import "server-only";
import { changedFields } from "@/lib/audit/rules/changed-fields";
import { defineCommand } from "@/lib/command/define-command";
import { requireOneChanged, requireVersion } from "@/lib/command/version";
import type { Json } from "@/lib/kernel/canonical-json";
import { AppError, refuseIfAny } from "@/lib/kernel/errors";
import { nameKey } from "@/lib/kernel/text";
import { controlSubject, lockControl, namesOf } from "../adapters/control-rows";
import { CONTROL_FACT_LABELS } from "../labels";
import { stageBlockers } from "../rules/blockers";
import { controlWords } from "../rules/words";
import { changeControlInput } from "../schema";

/** Changes what a control says. What was verified stays recorded as it was. */
export const changeControl = defineCommand({
  permission: "risk:write",
  input: changeControlInput,
  lock: "shared",
  run: async (tx, ctx, { controlId, version, ...facts }) => {
    const { programId } = ctx.actor;
    const control = await lockControl(tx, programId, controlId);
    const before = controlWords(control, await namesOf(tx, programId, control));
    const changed = changedFields(before, controlWords(facts, await namesOf(tx, programId, facts)));
    if (control.version !== version) requireVersion(control, version, conflicts(changed));
    refuseIfAny(stageBlockers(control, facts.stage, control.verifications));
    if (changed === null) throw new AppError("INVALID", "Nothing was changed.");
    const data = {
      ...facts,
      titleKey: nameKey(facts.title),
      version: version + 1,
      updatedAt: ctx.now,
    };
    requireOneChanged(await tx.control.updateMany({ where: { id: controlId, programId, version }, data }));
    const subject = controlSubject({ id: controlId, title: facts.title });
    return { value: { controlId }, events: [{ action: "control.changed", subject, ...changed }] };
  },
});

function conflicts(changed: ReturnType<typeof changedFields>) {
  if (changed === null) return [];
  return Object.entries(changed.after).map(([field, yours]) => ({
    label: CONTROL_FACT_LABELS[field] ?? field,
    yours: shown(yours),
    theirs: shown(changed.before[field] ?? null),
  }));
}

function shown(value: Json): string {
  return value === null || value === "" ? "unknown" : String(value);
}
