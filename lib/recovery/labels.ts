import type { ComponentKind, DrillKind, ProtectionKind } from "@/prisma/generated/client/enums";
import type { Because, Judgement, ProtectionVerdict } from "./model";

export const DRILL_KIND_LABELS: Record<DrillKind, string> = {
  restore: "Restore",
  failover: "Failover",
  rollback: "Rollback",
  rebuild: "Full rebuild",
  game_day: "Game day",
};

export const JUDGEMENT_LABELS: Record<Judgement, string> = {
  missed: "Missed",
  never_tested: "Never tested",
  unknown: "Unknown",
  stale: "Stale",
  met: "Met",
};

export const BECAUSE_LABELS: Record<Because, string> = {
  within: "proven within the target",
  over: "proven, but longer than the target",
  not_reached: "it was not usable when the drill ended",
  not_measured: "the drill did not measure it",
  no_target: "there is no target to hold a drill against",
  no_drill: "no drill that proves recovery is recorded",
  old: "the drill is older than its tier allows",
  no_interval:
    "nobody has said how often its tier is drilled, so nobody knows whether the drill still counts",
  newer_withdrawn: "a drill as new or newer was withdrawn, so this one no longer counts as current",
};

export const COMPONENT_LABELS: Record<ComponentKind, string> = {
  database: "Databases",
  documents: "File store and documents",
  configuration: "Application configuration",
  integration: "Integration payloads and queues",
  infrastructure: "Infrastructure state",
  identity: "Identity",
};

export const PROTECTION_LABELS: Record<ProtectionKind, string> = {
  snapshots: "Snapshots",
  point_in_time: "Point-in-time recovery",
  replica: "Replica",
  immutable: "Immutable copy",
  second_cloud: "Copy in a second cloud",
  replay: "Replay history",
};

/** What the design amounts to; "enough" is never proven. */
export const PROTECTION_VERDICT_LABELS: Record<ProtectionVerdict, string> = {
  cannot_hold: "Cannot hold",
  exposed: "Survives no deletion",
  unrecorded: "Not recorded",
  unknown: "Unknown",
  by_design: "Enough by design",
  not_there: "Does not apply",
};
