import * as z from "zod";
import { parseMinutes } from "@/lib/kernel/minutes";

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
