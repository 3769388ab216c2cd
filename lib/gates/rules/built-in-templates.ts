import type { GateKind, WaveKind } from "@/lib/waves/model/states";
import {
  COMPUTED_KEYS,
  type CriterionTemplate,
  type GateTemplateContent,
  type SeatTemplate,
} from "../model/template";
import { ATTESTED_CRITERIA, type AttestedKey, COMPUTED_CRITERIA } from "./criteria-catalogue";
import { isComputedKey } from "./evaluate-criteria";

/** What Wavegate asks at a gate where the program has no template of its own. */
export function builtInTemplate(waveKind: WaveKind, kind: GateKind): GateTemplateContent {
  const technical = waveKind === "foundation" || waveKind === "non_production";
  const keys = keysOf(waveKind, kind).filter(
    (key) => !(technical && kind !== "go_no_go" && BUSINESS.includes(key)),
  );
  const seats = technical && kind !== "emergency" ? TECHNICAL_SEATS : SEATS[kind];
  return { demanded: kind === "go_no_go", quorum: seats.length, seats, criteria: keys.map(criterionOf) };
}

/** A criterion of the catalogue as a template holds it. */
export function criterionOf(key: Key): CriterionTemplate {
  return isComputedKey(key)
    ? { key, ...COMPUTED_CRITERIA[key], source: "computed" }
    : { key, ...ATTESTED_CRITERIA[key], source: "attested" };
}

/** Every criterion that the system computes, as a template holds it. */
export const COMPUTED_CATALOGUE: readonly CriterionTemplate[] = COMPUTED_KEYS.map(criterionOf);

type Key = (typeof COMPUTED_KEYS)[number] | AttestedKey;

const KEYS: Readonly<Record<GateKind, readonly Key[]>> = {
  readiness: [
    "owners",
    "targets",
    "risks",
    "access-reviewed",
    "observability",
    "backups-run",
    "escalation-known",
  ],
  rehearsal: [
    "recovery",
    "risks",
    "conditions",
    "performance-measured",
    "reconciliation",
    "rollback-rehearsed",
    "users-ready",
  ],
  go_no_go: [
    "owners",
    "targets",
    "risks",
    "checklist",
    "window",
    "calendar",
    "conditions",
    "recovery",
    "rollback-rehearsed",
    "reconciliation",
    "observability",
    "users-ready",
  ],
  emergency: ["owners", "window", "conditions", "way-back-known", "people-told"],
  cutover_complete: ["checklist", "conditions", "reconciliation", "back-in-use", "people-told"],
  hypercare_exit: ["risks", "conditions", "performance-measured", "cycles-passed", "handed-over"],
};

/**
 * Before a production cutover the drills say whether services come back in time; where they are only made possible or
 * rehearsed by the wave itself (foundation, non-production, rehearsal), a person's word does. Never both: it is one question.
 */
function keysOf(waveKind: WaveKind, kind: GateKind): readonly Key[] {
  if (kind !== "go_no_go" || waveKind === "production") return KEYS[kind];
  return KEYS[kind].map((key) => (key === "recovery" ? "restore-rehearsed" : key));
}

/** Left out where no business works in what moves. */
const BUSINESS: readonly Key[] = ["reconciliation", "users-ready", "cycles-passed"];

const OWNER: SeatTemplate = { role: "business_owner", capacity: "Owner of the services that move" };
const SPONSOR: SeatTemplate = { role: "executive", capacity: "Executive sponsor" };
const ENGINEER: SeatTemplate = { role: "platform_engineer", capacity: "Lead of the platform" };
const MANAGER: SeatTemplate = { role: "program_manager", capacity: "Program manager" };

const TECHNICAL_SEATS: readonly SeatTemplate[] = [ENGINEER, MANAGER];

const SEATS: Readonly<Record<GateKind, readonly SeatTemplate[]>> = {
  readiness: [ENGINEER, MANAGER],
  rehearsal: [OWNER, ENGINEER],
  go_no_go: [OWNER, SPONSOR],
  emergency: [SPONSOR],
  cutover_complete: [OWNER, MANAGER],
  hypercare_exit: [OWNER, SPONSOR],
};
