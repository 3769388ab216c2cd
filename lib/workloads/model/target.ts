import type { Minutes } from "@/lib/kernel/minutes";

/** Whether a target stands on the workload itself, or comes from a process it carries or its tier; null: there is none. */
export type TargetOrigin = "own" | "process" | "tier" | null;

export type EffectiveTarget = { minutes: Minutes | null; from: TargetOrigin };
