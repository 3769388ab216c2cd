import type { NewWorkload, WorkloadFacts } from "../model/workload";

/** A workload about which nothing is known but what is given. */
export function newFacts(facts: NewWorkload): WorkloadFacts {
  return { ...NOTHING_KNOWN, ...facts };
}

const NOTHING_KNOWN: Omit<WorkloadFacts, "name"> = {
  source: null,
  externalId: null,
  description: "",
  kind: null,
  criticality: null,
  tierId: null,
  businessOwnerId: null,
  technicalOwnerId: null,
  operatedBy: null,
  site: null,
  businessService: null,
  runsAt: null,
  target: null,
  stateful: null,
  dataClassification: null,
  changeTolerance: null,
  disposition: null,
  dispositionReason: null,
  hosting: null,
  hostingReason: null,
  tenancy: null,
  tenancyReason: null,
  cutoverPattern: null,
  cutoverReason: null,
  legalEntity: null,
  region: null,
  users: null,
  singleWriter: null,
  readWrite: null,
  replication: null,
  masterData: [],
  residency: null,
  retention: null,
  peakPerMinute: null,
  dataGb: null,
  growthPercent: null,
  batchWindows: null,
  seasonalPeaks: null,
  latencySensitivity: null,
  tags: [],
};
