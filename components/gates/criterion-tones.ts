import type { Tone } from "@/components/ui/status";
import type { CriterionStatus } from "@/lib/gates/model/judged";

/** The shape and colour of a criterion's status, beside its word. */
export const CRITERION_TONES: Record<CriterionStatus, Tone> = {
  met: "ok",
  not_met: "off",
  unknown: "unk",
  waived: "risk",
};
