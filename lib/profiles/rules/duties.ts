import { DUTY_LABELS, PARTY_LABELS } from "../labels";
import { DUTIES, type Duty, type DutyWord, type DutyWords, type Party } from "../model";

/** Who usually does a duty in estates like these: a hint on forms, never a fact. */
export const USUAL_PARTY: Record<Duty, Party> = {
  platform_reliability: "provider",
  patching: "provider",
  backup_execution: "provider",
  monitoring: "provider",
  incident_response: "provider",
  capacity: "provider",
  process_design: "customer",
  application_configuration: "customer",
  data_stewardship: "customer",
  release_approval: "customer",
};

const UNKNOWN_DUTY: DutyWord = { party: null, note: "" };

/** Every duty with who does it; one without a row is unknown. */
export function dutyWords(rows: readonly ({ duty: Duty } & DutyWord)[]): DutyWords {
  const held = new Map(rows.map(({ duty, party, note }) => [duty, { party, note }]));
  const of = (duty: Duty) => held.get(duty) ?? UNKNOWN_DUTY;
  return {
    platform_reliability: of("platform_reliability"),
    patching: of("patching"),
    backup_execution: of("backup_execution"),
    monitoring: of("monitoring"),
    incident_response: of("incident_response"),
    capacity: of("capacity"),
    process_design: of("process_design"),
    application_configuration: of("application_configuration"),
    data_stewardship: of("data_stewardship"),
    release_approval: of("release_approval"),
  };
}

/** The duties after a change. Who is unknown has nothing to note. */
export function dutiesAfter(before: DutyWords, stated: Readonly<Partial<Record<Duty, DutyWord>>>): DutyWords {
  return dutyWords(
    DUTIES.map((duty) => {
      const word = stated[duty] ?? before[duty];
      return { duty, party: word.party, note: word.party === null ? "" : word.note };
    }),
  );
}

/** The duties as the audit trail tells them: "Provider, until March", or null for unknown. */
export function dutyRecord(duties: DutyWords): Record<Duty, string | null> {
  const word = ({ party, note }: DutyWord) =>
    party === null ? null : note === "" ? PARTY_LABELS[party] : `${PARTY_LABELS[party]}, ${note}`;
  return {
    platform_reliability: word(duties.platform_reliability),
    patching: word(duties.patching),
    backup_execution: word(duties.backup_execution),
    monitoring: word(duties.monitoring),
    incident_response: word(duties.incident_response),
    capacity: word(duties.capacity),
    process_design: word(duties.process_design),
    application_configuration: word(duties.application_configuration),
    data_stewardship: word(duties.data_stewardship),
    release_approval: word(duties.release_approval),
  };
}

/** Where two writers differ, in words. */
export function dutyConflicts(wanted: DutyWords, now: DutyWords) {
  const [yours, theirs] = [dutyRecord(wanted), dutyRecord(now)];
  return DUTIES.filter((duty) => yours[duty] !== theirs[duty]).map((duty) => ({
    label: DUTY_LABELS[duty],
    yours: yours[duty] ?? "unknown",
    theirs: theirs[duty] ?? "unknown",
  }));
}

/** A number that stands for the duties as they are; another one means that somebody changed them since (FNV-1a, 31 bits). */
export function dutyStamp(duties: DutyWords): number {
  let hash = 0x811c9dc5;
  for (const character of JSON.stringify(DUTIES.map((duty) => duties[duty]))) {
    hash ^= character.codePointAt(0) ?? 0;
    hash = Math.imul(hash, 0x01000193);
  }
  return hash & 0x7fffffff;
}
