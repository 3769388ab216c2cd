import type { JsonRecord } from "@/lib/kernel/canonical-json";
import type { Violation } from "@/lib/kernel/violations";
import type { GateKind } from "@/lib/waves/model/states";
import { earlierKinds } from "@/lib/waves/rules/guards";
import type { CriterionTemplate, GateTemplateContent } from "../model/template";
import { COMPUTED_CRITERIA } from "./criteria-catalogue";
import { isComputedKey } from "./evaluate-criteria";

/** Why a template may not be kept as it is written. */
export function templateBlockers(kind: GateKind, template: GateTemplateContent): Violation[] {
  const { criteria, seats, quorum } = template;
  const found: Violation[] = [];
  if (quorum > seats.length) {
    found.push({
      code: "quorum",
      message: "The quorum cannot be larger than the number of signatures asked for.",
    });
  }
  if (
    DECIDES_CUTOVER.includes(kind) &&
    seats.filter(({ role }) => role === "program_manager").length >= quorum
  ) {
    found.push({
      code: "alone",
      message:
        "Who runs the program does not decide on a cutover alone: ask for so many signatures that somebody else’s is needed.",
    });
  }
  const keys = criteria.map(({ key }) => key);
  const twice = keys.find((key, at) => keys.indexOf(key) !== at);
  if (twice !== undefined) found.push({ code: "twice", message: `The criterion “${twice}” is asked twice.` });
  const wrong = criteria.find(({ key, source }) => isComputedKey(key) !== (source === "computed"));
  if (wrong !== undefined) {
    found.push({
      code: "source",
      message: `“${wrong.key}” ${isComputedKey(wrong.key) ? "is checked by the system and attested by nobody" : "is nothing that the system can check"}.`,
    });
  }
  if (earlierKinds(kind).length > 0 && !keys.includes("conditions")) {
    found.push({
      code: "conditions",
      message: "Conditions of an earlier gate block the next one: keep the criterion that asks for them.",
    });
  }
  return found;
}

const DECIDES_CUTOVER: readonly GateKind[] = ["go_no_go", "emergency"];

/** A criterion that the system checks says what the system says of it. */
export function inOneVoice(criteria: readonly CriterionTemplate[]): CriterionTemplate[] {
  return criteria.map((one) =>
    isComputedKey(one.key) ? { ...one, ...COMPUTED_CRITERIA[one.key] } : { ...one },
  );
}

/** What a template asks, as its events tell it. */
export function templateFacts({ demanded, quorum, seats, criteria }: GateTemplateContent): JsonRecord {
  return {
    demanded,
    quorum,
    seats: seats.map(({ role, capacity }) => `${capacity} (${role})`),
    criteria: criteria.map(({ group, title, source }) => `${group}: ${title} (${source})`),
    meanings: criteria.map(({ meaning }) => meaning),
  };
}
