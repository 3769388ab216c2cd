import type { CalendarDate } from "@/lib/kernel/time";
import type { Violation } from "@/lib/kernel/violations";
import type { ControlStage, LinkedRisk } from "../model";

type Named = { id: string; title: string; stage: ControlStage };

/** Why a control may not take this state: once it was verified it is not planned any more, it holds or it does not. */
export function stageBlockers(control: Named, to: ControlStage, verifications: number): Violation[] {
  if (to !== "planned" || control.stage === "planned" || verifications === 0) return [];
  const message = "This control was verified before. Record that it does not hold instead.";
  return [violation(control, "control.was-verified", message)];
}

/** Why a verification may not be recorded. */
export function verificationBlockers(control: Named, on: CalendarDate, today: CalendarDate): Violation[] {
  if (control.stage === "planned")
    return [violation(control, "control.planned", "Say first that the control is implemented.")];
  if (on > today)
    return [violation(control, "control.future", "A control is verified today or on an earlier day.")];
  return [];
}

/** Why the links of a risk stay as they are. */
export function linkBlockers(control: Named, risk: Pick<LinkedRisk, "code" | "status">): Violation[] {
  if (risk.status === "open") return [];
  return [violation(control, "risk.closed", `${risk.code} is closed. Reopen it to change its controls.`)];
}

function violation({ id, title }: Named, code: string, message: string): Violation {
  return { code, message, subject: { type: "control", id, label: title } };
}
