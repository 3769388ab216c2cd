import type { Entity, FormatName, ImportState, Outcome } from "./model";

export const FORMAT_LABELS: Record<FormatName, string> = {
  workloads: "Wavegate workloads",
  dependencies: "Wavegate dependencies",
  risks: "Wavegate risks",
  "recovery-targets": "Wavegate recovery targets",
  konveyor: "Konveyor application inventory",
};

export const ENTITY_LABELS: Record<Entity, { one: string; many: string }> = {
  workload: { one: "workload", many: "workloads" },
  dependency: { one: "dependency", many: "dependencies" },
  risk: { one: "risk", many: "risks" },
  target: { one: "recovery target", many: "recovery targets" },
};

export const OUTCOME_LABELS: Record<Outcome, string> = {
  create: "New",
  update: "Changed",
  unchanged: "Unchanged",
  refused: "Refused",
};

export const STATE_LABELS: Record<ImportState, string> = {
  previewed: "Waiting for you",
  committed: "Imported",
  discarded: "Discarded",
};
