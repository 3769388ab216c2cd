import { expect, test } from "vitest";
import { type FoundRisks, foundFromJson } from "./list-json";
import { riskSearch } from "./search";

const ROW: FoundRisks["list"]["rows"][number] = {
  ...{
    id: "r",
    code: "R-001",
    title: "Booked twice",
    status: "open",
    domainId: null,
    domain: null,
    appetite: null,
  },
  ...{ ownerId: null, owner: null, treatment: null, nextAction: "", dueOn: "2027-01-12", overdueDays: 0 },
  ...{ inherentScore: null, currentScore: 20, targetScore: null, standing: "accepted", strikesOn: null },
  ...{ inherentLevel: null, currentLevel: 5, targetLevel: null, older: [], proximity: "unknown" },
  ...{ actions: 0, actionsDone: 0, actionsLate: 0, workloads: 2, waves: [3] },
  acceptedUntil: new Date("2027-02-01T10:00:00Z"),
  updatedAt: new Date("2027-01-02T03:04:05.678Z"),
};

test("what travels as JSON arrives as it was, its instants among it", () => {
  const never = { ...ROW, acceptedUntil: null };
  const found: FoundRisks = {
    search: riskSearch({ appetite: "above", l: "4" }),
    list: { rows: [ROW, never], total: 2, everything: 7, page: 1, pages: 1 },
  };
  expect(foundFromJson(JSON.stringify(found))).toEqual(found);
});
