import type { Tone } from "@/components/ui/status";
import type { SeatState } from "@/lib/gates/model/judged";

/** The shape and colour of a seat's state, beside its word. */
export const SEAT_TONES: Record<SeatState, Tone> = {
  waiting: "unk",
  approved: "done",
  approved_with_conditions: "done",
  declined: "off",
  stale: "risk",
};
