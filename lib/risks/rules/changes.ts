import type { Violation } from "@/lib/kernel/violations";
import type { RiskStatus } from "../model/risk";

type Named = { id: string; code: string; title: string; status: RiskStatus };

/** Why the facts and scores of a risk may not change now. */
export function changeBlockers(risk: Named): Violation[] {
  if (risk.status === "open") return [];
  return [violation(risk, "risk.closed", `${risk.code} is closed. Reopen it to change it.`)];
}

/** Why a risk may not be closed now. */
export function closeBlockers(risk: Named): Violation[] {
  if (risk.status === "open") return [];
  return [violation(risk, "risk.already-closed", `${risk.code} is closed already.`)];
}

/** Why a risk may not be reopened now. */
export function reopenBlockers(risk: Named): Violation[] {
  if (risk.status === "closed") return [];
  return [violation(risk, "risk.already-open", `${risk.code} is open already.`)];
}

function violation(risk: Named, code: string, message: string): Violation {
  return { code, message, subject: { type: "risk", id: risk.id, label: `${risk.code} ${risk.title}` } };
}
