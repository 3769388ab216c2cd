import type { CriterionFact, GateFacts, SignOffFact } from "@/lib/gates/model/facts";
import { snapshotOf } from "@/lib/gates/rules/snapshot";
import { canonicalJson } from "@/lib/kernel/canonical-json";

const START = new Date("2027-01-16T20:00:00Z");

type LinkFact = {
  id: string;
  dependentId: string;
  neededId: string;
  kind: string | null;
  hardness: string | null;
};

/** The link of `gateFacts`. */
export const LINK: LinkFact = {
  id: "l1",
  dependentId: "portal",
  neededId: "edi",
  kind: "event",
  hardness: "hard",
};

/** Links as the database writes them for a gate. */
export function linksText(links: readonly LinkFact[]): string {
  return canonicalJson([...links].sort((one, other) => (one.id < other.id ? -1 : 1)));
}

/** A gate in the state in which everything is met and one of two seats has signed. Deep enough to mutate freely. */
export function gateFacts(): GateFacts {
  const facts: GateFacts = {
    gate: {
      id: "gate",
      kind: "go_no_go",
      name: "Go or no-go: EDI and portals",
      attempt: 1,
      quorum: 1,
      closesAt: null,
      version: 1,
      templateVersion: null,
    },
    recovery: null,
    freezes: null,
    earlierConditions: null,
    standsInFor: null,
    wave: {
      id: "wave",
      number: 3,
      name: "EDI and portals",
      kind: "production",
      state: "ready",
      attempt: 1,
      version: 4,
      leadId: "lead",
      scope: "EDI and both portals",
      impact: "Portals are offline",
      rollback: "Return to the present systems",
      rollbackMinutes: 52,
      windowStartAt: START,
      windowEndAt: new Date("2027-01-17T04:00:00Z"),
      zone: "Europe/London",
    },
    workloads: [workload("edi", "EDI gateway"), workload("portal", "Customer portal")],
    links: linksText([LINK]),
    risks: [
      {
        id: "r1",
        code: "R-014",
        title: "Orders booked twice",
        likelihood: 2,
        impact: 4,
        appetite: 9,
        domain: "Data integrity",
        acceptances: [],
      },
    ],
    closedRisks: 1,
    checklist: [
      { id: "c1", title: "Lower the DNS time-to-live", state: "done", reason: "" },
      { id: "c2", title: "Printers", state: "skipped", reason: "No printers in this wave" },
    ],
    criteria: [
      ...(["owners", "targets", "risks", "checklist", "window"] as const).map((key) =>
        criterion(key, "computed"),
      ),
      { ...criterion("rollback-rehearsed", "attested"), attestation: attestation(true) },
    ],
    seats: [
      {
        id: "s1",
        position: 0,
        role: "business_owner",
        userId: "helen",
        userName: "Helen Brandt",
        capacity: "Owner of order intake",
      },
      { id: "s2", position: 1, role: "executive", userId: null, userName: null, capacity: "Executive" },
    ],
    signOffs: [],
    deputies: [],
    conditions: [],
    duties: [{ userId: "priya", duty: "attester", seatId: null }],
  };
  return { ...facts, signOffs: [signOff(facts)] };
}

/** The first seat's approval of the given state. */
export function signOff(facts: GateFacts, changes: Partial<SignOffFact> = {}): SignOffFact {
  return {
    id: "so1",
    seatId: "s1",
    round: 1,
    userId: "helen",
    userName: "Helen Brandt",
    onBehalfOfId: null,
    onBehalfOf: null,
    role: "business_owner",
    decision: "approve",
    comment: "",
    digest: snapshotOf(facts).digest,
    reference: "W3-A1-00000000",
    backfilled: false,
    signedAt: new Date("2027-01-12T14:40:00Z"),
    ...changes,
  };
}

function workload(id: string, name: string) {
  return {
    id,
    name,
    criticality: "revenue",
    businessOwnerId: "p-helen",
    technicalOwnerId: "p-priya",
    tierId: "t2",
    rtoMinutes: 240,
    rpoMinutes: 15,
  };
}

function criterion(key: string, source: "computed" | "attested"): CriterionFact {
  return {
    id: `k-${key}`,
    key,
    group: "Group",
    title: key,
    meaning: "",
    source,
    attestation: null,
    waiver: null,
    evidence: [],
  };
}

function attestation(met: boolean) {
  return {
    round: 1,
    userId: "priya",
    userName: "Priya Raman",
    met,
    statement: "52 min on Sunday 10 January",
    evidenceUrl: null,
    attestedAt: new Date("2027-01-10T18:00:00Z"),
  };
}
