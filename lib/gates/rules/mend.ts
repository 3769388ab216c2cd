import type { GateKind } from "@/lib/waves/model/states";
import type { JudgedCriterion } from "../model/judged";
import { gatePath } from "./gate-path";

type Place = { href: string; word: string };

/** Where a criterion that is not met is mended, and the word for going there. `base` is the address of its wave. */
export function mendOf(
  criterion: Pick<JudgedCriterion, "id" | "key" | "source" | "status" | "subjects">,
  gate: { kind: GateKind; base: string; program: string },
): Place {
  const there = `${gate.base}/${gatePath(gate.kind)}`;
  if (criterion.status === "waived") return { href: there, word: "See the waiver" };
  if (criterion.source === "attested") return { href: there, word: "Open the gate" };
  const [first] = criterion.subjects;
  switch (criterion.key) {
    case "owners":
    case "targets":
      return { href: `${gate.base}?tab=workloads`, word: "See the workloads" };
    case "risks":
      return { href: `${gate.base}?tab=risks`, word: "See the risks" };
    case "checklist":
      return { href: `${gate.base}?tab=checklist`, word: "Open the checklist" };
    case "window":
      return { href: `${gate.base}/window`, word: "Set the window" };
    case "calendar":
      return { href: `${gate.base}/window`, word: "See the conflict and clean times" };
    case "recovery":
      return first === undefined
        ? { href: `${gate.base}?tab=workloads`, word: "See the workloads" }
        : { href: `${gate.program}/recovery/${first.id}`, word: "See its drills" };
    default:
      return { href: there, word: "Open the gate" };
  }
}
