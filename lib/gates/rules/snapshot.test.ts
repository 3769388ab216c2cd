import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gateFacts, LINK, linksText } from "@/prisma/factories/gate-facts";
import type { GateFacts } from "../model/facts";
import { explainChanges } from "./explain-changes";
import { judgeGate } from "./judge-gate";
import { snapshotOf } from "./snapshot";

const NOW = new Date("2027-01-12T15:00:00Z");
const WORDING = { labels: new Map([["edi", "EDI gateway"]]), zone: "Europe/London" };

type Mutation = [name: string, mutate: (facts: GateFacts) => GateFacts];

const MATERIAL: Mutation[] = [
  [
    "a workload joins",
    (f) => ({ ...f, workloads: [...f.workloads, { ...first(f.workloads), id: "new", name: "New" }] }),
  ],
  ["a workload leaves", (f) => ({ ...f, workloads: f.workloads.slice(1) })],
  ["the business owner changes", (f) => patchWorkload(f, { businessOwnerId: "p-other" })],
  ["the technical owner is lost", (f) => patchWorkload(f, { technicalOwnerId: null })],
  ["the tier changes", (f) => patchWorkload(f, { tierId: "t1" })],
  ["the recovery time target changes", (f) => patchWorkload(f, { rtoMinutes: 60 })],
  ["the recovery point target is lost", (f) => patchWorkload(f, { rpoMinutes: null })],
  ["the criticality changes", (f) => patchWorkload(f, { criticality: "support" })],
  ["the window starts later", (f) => patchWave(f, { windowStartAt: new Date("2027-01-16T21:00:00Z") })],
  ["the window ends later", (f) => patchWave(f, { windowEndAt: new Date("2027-01-17T05:00:00Z") })],
  ["the zone changes", (f) => patchWave(f, { zone: "Europe/Amsterdam" })],
  ["the lead changes", (f) => patchWave(f, { leadId: "other" })],
  ["the impact changes", (f) => patchWave(f, { impact: "Portals and telephone are offline" })],
  ["the way back changes", (f) => patchWave(f, { rollback: "Restore the backup" })],
  ["the time to go back changes", (f) => patchWave(f, { rollbackMinutes: 90 })],
  ["the scope changes", (f) => patchWave(f, { scope: "EDI alone" })],
  ["a link appears", (f) => ({ ...f, links: linksText([LINK, { ...LINK, id: "l2" }]) })],
  ["a link is gone", (f) => ({ ...f, links: linksText([]) })],
  ["a link becomes soft", (f) => ({ ...f, links: linksText([{ ...LINK, hardness: "soft" }]) })],
  ["the kind of a link is lost", (f) => ({ ...f, links: linksText([{ ...LINK, kind: null }]) })],
  ["a link leads elsewhere", (f) => ({ ...f, links: linksText([{ ...LINK, neededId: "portal" }]) })],
  ["a link comes from elsewhere", (f) => ({ ...f, links: linksText([{ ...LINK, dependentId: "edi" }]) })],
  ["a risk rises", (f) => ({ ...f, risks: [{ ...first(f.risks), likelihood: 5 }] })],
  ["the scale of a score is replaced", (f) => ({ ...f, risks: [{ ...first(f.risks), older: true }] })],
  ["a risk is closed", (f) => ({ ...f, risks: [] })],
  ["an appetite changes", (f) => ({ ...f, risks: [{ ...first(f.risks), appetite: 12 }] })],
  ["a risk is accepted", (f) => ({ ...f, risks: [{ ...first(f.risks), acceptances: [ACCEPTED] }] })],
  [
    "an item fails",
    (f) => ({ ...f, checklist: [{ ...first(f.checklist), state: "failed" }, ...f.checklist.slice(1)] }),
  ],
  ["a word is taken back", (f) => patchAttestation(f, { met: false })],
  ["a statement changes", (f) => patchAttestation(f, { statement: "70 min" })],
  [
    "a waiver is granted",
    (f) => ({ ...f, criteria: f.criteria.map((c, i) => (i === 0 ? { ...c, waiver: WAIVER } : c)) }),
  ],
  ["evidence is attached", (f) => patchCriterion(f, { evidence: [REPORT] })],
  ["the quorum changes", (f) => ({ ...f, gate: { ...f.gate, quorum: 2 } })],
  ["a seat is added", (f) => ({ ...f, seats: [...f.seats, { ...first(f.seats), id: "s3" }] })],
];

const ACCEPTED = {
  id: "a1",
  decision: "accepted" as const,
  decidedAt: new Date("2027-01-10T09:00:00Z"),
  revokedAt: null,
  expiresAt: new Date("2027-02-10T18:00:00Z"),
  upToScore: 16,
  acceptedBy: "Marta Okafor",
  zone: "Europe/London",
};

const REPORT = { id: "e1", title: "Restore report", revision: 1, shows: "0".repeat(64), validUntil: null };

const WAIVER = {
  id: "w1",
  grantedById: "marta",
  grantedBy: "Marta",
  reason: "Low season",
  expiresAt: new Date("2027-02-01T00:00:00Z"),
};

const COSMETIC: Mutation[] = [
  ["a workload is renamed", (f) => patchWorkload(f, { name: "EDI hub" })],
  ["the wave is renamed", (f) => patchWave(f, { name: "EDI" })],
  ["the wave's row is touched", (f) => patchWave(f, { version: 99 })],
  ["the wave moves a step", (f) => patchWave(f, { state: "rehearsing" })],
  [
    "a risk gets a better title",
    (f) => ({ ...f, risks: [{ ...first(f.risks), title: "Duplicate orders", domain: "Integration" }] }),
  ],
  [
    "an item gets a better title",
    (f) => ({ ...f, checklist: f.checklist.map((item) => ({ ...item, title: `${item.title}.` })) }),
  ],
  [
    "rows come in another order",
    (f) => ({
      ...f,
      workloads: [...f.workloads].reverse(),
      criteria: [...f.criteria].reverse(),
      checklist: [...f.checklist].reverse(),
    }),
  ],
  [
    "somebody else signs",
    (f) => ({
      ...f,
      signOffs: [
        ...f.signOffs,
        { ...first(f.signOffs), id: "so2", seatId: "s2", userId: "marta", digest: snapshotOf(f).digest },
      ],
    }),
  ],
  ["the person who attested is renamed", (f) => patchAttestation(f, { userName: "P. Raman" })],
  ["the same word is given again", (f) => patchAttestation(f, { round: 2, attestedAt: NOW })],
];

describe("the snapshot of a gate", () => {
  it.each(MATERIAL)("makes a signature stale when %s, and names it", (_name, mutate) => {
    const before = gateFacts();
    const after = mutate(before);
    expect(judgeGate(before, NOW).seats[0]?.state).toBe("approved");
    expect(judgeGate(after, NOW).seats[0]?.state).toBe("stale");
    const changes = explainChanges(snapshotOf(before).snapshot, snapshotOf(after).snapshot, WORDING);
    expect(changes.length).toBeGreaterThan(0);
    for (const change of changes) expect(change.signed).not.toBe(change.present);
  });

  it.each(COSMETIC)("keeps a signature when %s", (_name, mutate) => {
    const after = mutate(gateFacts());
    expect(judgeGate(after, NOW).seats[0]?.state).toBe("approved");
  });

  it.each(MATERIAL)("holds again when %s and is changed back", (_name, mutate) => {
    const before = gateFacts();
    mutate(before);
    expect(snapshotOf(gateFacts()).digest).toBe(snapshotOf(before).digest);
  });

  it("covers every field of the material facts by a mutation", () => {
    const reached = new Set<string>();
    for (const [, mutate] of MATERIAL) {
      const changed = explainChanges(
        snapshotOf(gateFacts()).snapshot,
        snapshotOf(mutate(gateFacts())).snapshot,
        WORDING,
      );
      for (const { what } of changed) reached.add(what);
    }
    for (const field of [
      "business owner",
      "technical owner",
      "tier",
      "recovery time target",
      "recovery point target",
      "window starts",
      "window ends",
      "zone",
      "lead",
      "impact",
      "rollback",
      "time to go back",
      "scope",
      "hardness",
      "kind",
      "what depends",
      "what is needed",
      "likelihood",
      "scored in an older scale",
      "appetite",
      "acceptance",
      "state",
      "attested",
      "waiver",
      "evidence",
      "quorum",
    ]) {
      expect([...reached]).toContain(field);
    }
  });

  it.each([
    ["its end", { expiresAt: new Date("2027-02-11T18:00:00Z") }],
    ["the score it covers", { upToScore: 20 }],
    ["the acceptance itself", { id: "a2" }],
  ])("names %s when an acceptance gives way to another", (_name, change) => {
    const of = (acceptance: typeof ACCEPTED) =>
      snapshotOf({ ...gateFacts(), risks: [{ ...first(gateFacts().risks), acceptances: [acceptance] }] });
    expect(of({ ...ACCEPTED, ...change }).digest).not.toBe(of(ACCEPTED).digest);
    expect(of({ ...ACCEPTED, acceptedBy: "M. Okafor" }).digest).toBe(of(ACCEPTED).digest);
  });

  it("is for a risk that nobody accepted what it was before anything could be accepted", () => {
    expect(snapshotOf(gateFacts()).snapshot).not.toContain("accepted");
  });

  it("names a new revision of evidence, and evidence that was taken off", () => {
    const labels = new Map([["e1", "Restore report"]]);
    const textOf = (evidence: (typeof REPORT)[]) =>
      snapshotOf(patchCriterion(gateFacts(), { evidence })).snapshot;
    const revised = { ...REPORT, revision: 2, shows: "1".repeat(64) };
    const [change] = explainChanges(textOf([REPORT]), textOf([revised]), { ...WORDING, labels });
    expect(change).toMatchObject({
      what: "evidence",
      signed: "“Restore report”, revision 1",
      present: "“Restore report”, revision 2",
    });
    const [gone] = explainChanges(textOf([REPORT]), textOf([]), { ...WORDING, labels });
    expect(gone).toMatchObject({ what: "evidence", present: "nothing" });
  });

  it("does not hold the title of evidence", () => {
    const renamed = { ...REPORT, title: "Report of the restore" };
    const [one, other] = [REPORT, renamed].map(
      (report) => snapshotOf(patchCriterion(gateFacts(), { evidence: [report] })).digest,
    );
    expect(one).toBe(other);
  });

  it("is, where nothing is attached, the text that it was before anything could be", () => {
    expect(snapshotOf(gateFacts()).snapshot).not.toContain('evidence":');
  });

  it("does not depend on the order of rows", () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(gateFacts().workloads as GateFacts["workloads"][number][], { minLength: 2 }),
        (workloads) => {
          expect(snapshotOf({ ...gateFacts(), workloads }).digest).toBe(snapshotOf(gateFacts()).digest);
        },
      ),
    );
  });
});

function first<T>(rows: readonly T[]): T {
  const [row] = rows;
  if (row === undefined) throw new Error("the example has rows");
  return row;
}

function patchWorkload(facts: GateFacts, changes: Partial<GateFacts["workloads"][number]>): GateFacts {
  return {
    ...facts,
    workloads: facts.workloads.map((row, index) => (index === 0 ? { ...row, ...changes } : row)),
  };
}

function patchCriterion(facts: GateFacts, changes: Partial<GateFacts["criteria"][number]>): GateFacts {
  return { ...facts, criteria: facts.criteria.map((one, at) => (at === 0 ? { ...one, ...changes } : one)) };
}

function patchWave(facts: GateFacts, changes: Partial<GateFacts["wave"]>): GateFacts {
  return { ...facts, wave: { ...facts.wave, ...changes } };
}

function patchAttestation(facts: GateFacts, changes: object): GateFacts {
  const criteria = facts.criteria.map((one) =>
    one.attestation === null ? one : { ...one, attestation: { ...one.attestation, ...changes } },
  );
  return { ...facts, criteria };
}
