import { PART, type SignedTable } from "./signed-table";

/** The gate itself: seats, signatures, criteria, words, waivers, conditions. */
export const GATE_TABLES: readonly SignedTable[] = [
  {
    table: "Gate",
    row: "gate",
    fixed: ["waveId", "attempt", "kind", "name", "quorum", "closesAt", "version", "createdAt", "templateId"],
  },
  {
    table: "GateTemplate",
    row: "template",
    fixed: [
      "waveKind",
      "kind",
      "version",
      "demanded",
      "quorum",
      "seats",
      "criteria",
      "changedById",
      "createdAt",
    ],
  },
  { table: "GateSeat", row: "seat", fixed: ["gateId", "position", "role", "userId", "capacity"] },
  {
    table: "GateSignOff",
    row: "signOff",
    fixed: [
      "gateId",
      "seatId",
      "round",
      "userId",
      "role",
      "decision",
      "comment",
      "snapshot",
      "digest",
      "reference",
      "backfilled",
      "signedAt",
      "onBehalfOfId",
      "delegationId",
      "provenBy",
    ],
  },
  { table: "GateDuty", row: "duty", fixed: ["gateId", "userId", "duty", "seatId", "createdAt"] },
  {
    table: "GateCriterion",
    row: "criterion",
    fixed: ["gateId", "position", "key", "group", "title", "meaning", "source"],
  },
  {
    table: "Attestation",
    row: "attestation",
    fixed: ["criterionId", "round", "userId", "met", "statement", "evidenceUrl", "attestedAt"],
  },
  {
    table: "Waiver",
    row: "waiver",
    material: { revokedAt: "waiver" },
    fixed: ["criterionId", "grantedById", "reason", "expiresAt", "createdAt"],
  },
  {
    table: "SignOffCondition",
    row: "earlierCondition",
    material: { closedAt: `Condition of an earlier gate “Ports are open”: ${PART}` },
    cosmetic: ["closedById", "evidence", "version"],
    fixed: ["gateId", "signOffId", "text", "ownerId", "dueOn", "due", "createdAt"],
  },
  {
    table: "SignOffCondition",
    row: "ownCondition",
    cosmetic: ["closedAt", "closedById", "evidence", "version"],
    fixed: ["gateId", "signOffId", "text", "ownerId", "dueOn", "due", "createdAt"],
  },
  {
    table: "SignDelegation",
    row: "delegation",
    cosmetic: ["revokedAt", "revokedById", "revokedReason"],
    fixed: ["gateId", "seatId", "fromUserId", "toUserId", "startAt", "endAt", "reason", "createdAt"],
  },
];
