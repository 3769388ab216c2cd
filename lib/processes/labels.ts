import type { FallbackStanding, ProcessFacts } from "./model";

export const PROCESS_LABELS: Record<keyof ProcessFacts, string> = {
  name: "Name",
  description: "Description",
  ownerId: "Owner",
  criticality: "Criticality",
  rtoMinutes: "RTO",
  rpoMinutes: "RPO",
  fallback: "Fallback",
  fallbackOwnerId: "Owner of the fallback",
  fallbackRehearsedOn: "Last rehearsed",
  workloadIds: "Workloads that carry it",
};

export const FALLBACK_LABELS: Record<FallbackStanding, string> = {
  none: "No fallback is written down",
  not_acknowledged: "Not acknowledged by its owner",
  acknowledged: "Acknowledged",
};
