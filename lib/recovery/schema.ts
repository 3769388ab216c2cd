import * as z from "zod";
import { parseMinutes } from "@/lib/kernel/minutes";
import { isPlausible } from "@/lib/kernel/time";
import { type COMPONENT_KINDS, DRILL_KINDS, PROTECTION_KINDS } from "./model";

const NOT_A_TIME = "Give whole minutes or a time such as 4 h, 1 h 30 min or 2 d.";

/** Minutes as a number or as people write them ("4 h"); null and empty take the own number away. */
const minutes = z.union(
  [
    z.null(),
    z.literal("").transform(() => null),
    z.number().int().min(0).max(5_256_000),
    z.string().transform((text, ctx) => {
      const parsed = parseMinutes(text);
      if (parsed !== null) return parsed;
      ctx.addIssue({ code: "custom", message: NOT_A_TIME });
      return z.NEVER;
    }),
  ],
  NOT_A_TIME,
);

/** `version` is that of the own target one saw, 0 when there was none; absent: whatever stands now. */
const version = z.coerce.number<number | string>().int().min(0).optional();

export const setRecoveryTargetInput = z.object({
  workloadId: z.uuid("Choose a workload."),
  version,
  rtoMinutes: minutes.optional(),
  rpoMinutes: minutes.optional(),
  reason: z.string().trim().max(1_000, "Keep the reason under 1,000 characters.").optional(),
});

export const removeRecoveryTargetInput = z.object({ workloadId: z.uuid("Choose a workload."), version });

const workloadId = z.uuid("Choose a workload.");
const local = z.string().trim().max(40).default("");
const fold = z.preprocess(
  (value) => (value === "" ? undefined : value),
  z.enum(["earlier", "later"]).optional(),
);
const ticked = z.union([z.literal("on").transform(() => true), z.boolean()]).default(false);
const reason = (ask: string) => z.string().trim().min(1, ask).max(1_000, "Keep it under 1,000 characters.");

/** Times as read from the clocks of `zone`, the program's where it is absent; an empty one must be said to be missing. */
export const recordDrillInput = z.object({
  workloadId,
  /** Missing it is refused together with what is missing of the times. */
  kind: z.preprocess(
    (value) => (value === "" ? undefined : value),
    z.enum(DRILL_KINDS, "Choose what was rehearsed.").optional(),
  ),
  zone: z.string().trim().optional(),
  declaredLocal: local,
  declaredFold: fold,
  usableLocal: local,
  usableFold: fold,
  notReached: ticked,
  lastGoodLocal: local,
  lastGoodFold: fold,
  notMeasured: ticked,
  findings: z.string().trim().max(4_000, "Keep the findings under 4,000 characters.").default(""),
});

export const withdrawDrillInput = z.object({
  drillId: z.uuid("Choose a drill."),
  reason: reason("Say why this record is false."),
});

/** Both numbers as people write them; empty is not claimed. `version` as with targets. */
export const setRecoveryClaimInput = z.object({
  workloadId,
  version,
  rtoMinutes: minutes.default(null),
  rpoMinutes: minutes.default(null),
  basis: reason("Say what the claim rests on, such as a contract."),
  statedOn: z.iso.date("Enter a date.").refine(isPlausible, "Enter a date between 1900 and 2199."),
});

export const removeRecoveryClaimInput = z.object({ workloadId, version });

const retention = z.union(
  [
    z.null(),
    z.literal("").transform(() => null),
    z.coerce.number<number | string>().int().min(1).max(36_500),
  ],
  "Give whole days, 1 to 36,500.",
);

/** One part as its form says it. "none" among the protections: nothing protects it; none at all: not known. */
export const componentInput = z
  .object({
    applies: z.enum(["yes", "no", "unknown"], "Say whether there is one.").default("unknown"),
    rtoMinutes: minutes.default(null),
    rpoMinutes: minutes.default(null),
    protectionIds: z
      .array(z.enum([...PROTECTION_KINDS, "none"], "Choose a protection."))
      .readonly()
      .default([]),
    copyIntervalMinutes: minutes.default(null),
    retentionDays: retention.default(null),
    note: z.string().trim().max(1_000, "Keep the note under 1,000 characters.").default(""),
  })
  .superRefine((one, ctx) => {
    const refuse = (path: string, message: string) => ctx.addIssue({ code: "custom", path: [path], message });
    const isNone = one.protectionIds.includes("none");
    const copies = one.copyIntervalMinutes !== null || one.retentionDays !== null;
    const targets = one.rtoMinutes !== null || one.rpoMinutes !== null;
    if (one.applies === "no" && one.note === "") refuse("note", "Say why it does not apply.");
    if (one.applies === "unknown" && (one.protectionIds.length > 0 || copies || targets))
      refuse("applies", "Say that there is one, or leave the rest empty.");
    if (isNone && (one.protectionIds.length > 1 || copies))
      refuse("protectionIds", "Where nothing protects it, choose no protection and name no copies.");
    if (new Set(one.protectionIds).size !== one.protectionIds.length)
      refuse("protectionIds", "A protection is named twice.");
  });

/** The parts of a workload in one form; a part that is absent stays as it is. `version` as with targets. */
export const setRecoveryComponentsInput = z.object({
  workloadId,
  version,
  database: componentInput.optional(),
  documents: componentInput.optional(),
  configuration: componentInput.optional(),
  integration: componentInput.optional(),
  infrastructure: componentInput.optional(),
  identity: componentInput.optional(),
} satisfies Record<"workloadId" | "version" | (typeof COMPONENT_KINDS)[number], z.ZodType>);
