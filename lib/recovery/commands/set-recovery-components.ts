import "server-only";
import type * as z from "zod";
import { changedFields } from "@/lib/audit/rules/changed-fields";
import { defineCommand } from "@/lib/command/define-command";
import { requireVersion } from "@/lib/command/version";
import { AppError } from "@/lib/kernel/errors";
import type { ComponentKind } from "@/prisma/generated/client/enums";
import { lockComponents, type Recorded, writeComponents } from "../adapters/component-rows";
import { COMPONENT_KINDS, type ComponentDesign, claimedMinutes, targetMinutes } from "../model";
import { componentFacts, conflictingParts, knownFacts } from "../rules/component-facts";
import { unknownPart } from "../rules/protection";
import { type componentInput, setRecoveryComponentsInput } from "../schema";

/**
 * Records what protects the parts of a workload by design, and their own targets; a part that is not named stays as it is.
 * It proves nothing: no judgement of a drill and no gate reads it.
 */
export const setRecoveryComponents = defineCommand({
  permission: "recovery:write",
  input: setRecoveryComponentsInput,
  lock: "shared",
  async run(tx, ctx, { workloadId, version, ...parts }) {
    const { programId } = ctx.actor;
    const { subject, ...recorded } = await lockComponents(tx, ctx.actor, workloadId);
    const before = COMPONENT_KINDS.map((kind) => recordedPart(recorded, kind));
    const after = before.map((design) => designOf(design, parts[design.kind]));
    if (version !== undefined) requireVersion(recorded, version, conflictingParts(before, after));
    const changed = changedFields(componentFacts(before), componentFacts(after));
    if (changed === null) throw new AppError("INVALID", "Nothing was changed.");
    const first = recorded.version === 0;
    await writeComponents(tx, { programId, workloadId, now: ctx.now }, after, first);
    const event = first
      ? { action: "recovery-component.set" as const, subject, after: knownFacts(after) }
      : { action: "recovery-component.changed" as const, subject, ...changed };
    return { value: { workloadId, name: subject.label }, events: [event] };
  },
});

function recordedPart({ designs }: Recorded, kind: ComponentKind): ComponentDesign {
  return designs.find((one) => one.kind === kind) ?? unknownPart(kind);
}

/** What is asked of a part; without one that exists, only the note stays. */
function designOf(
  before: ComponentDesign,
  input: z.output<typeof componentInput> | undefined,
): ComponentDesign {
  if (input === undefined) return before;
  const nothing = { ...unknownPart(before.kind), note: input.note };
  if (input.applies !== "yes") return { ...nothing, applies: input.applies === "no" ? false : null };
  return {
    kind: before.kind,
    applies: true,
    rto: targetMinutes(input.rtoMinutes),
    rpo: targetMinutes(input.rpoMinutes),
    protections: input.protectionIds.filter((one) => one !== "none"),
    unprotected: input.protectionIds.includes("none"),
    copyInterval: claimedMinutes(input.copyIntervalMinutes),
    retentionDays: input.retentionDays,
    note: input.note,
  };
}
