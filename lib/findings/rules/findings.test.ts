import { describe, expect, test } from "vitest";
import { FACTS_THAT_MATTER, FINDING_KINDS, type FindingCount } from "../model";
import { CATALOGUE, findingPlace, findingTitle } from "./catalogue";
import { alike, likenessKey } from "./likeness";
import { requestText } from "./request-text";
import { askedIn, weigh } from "./weigh";

describe("likenessKey", () => {
  test.each([
    ["Order-Hub", "order hub"],
    ["Order Hub (prod)", "OrderHub"],
    ["WMS_PRD", "wms.test"],
    ["Ledger new", "Ledger old copy"],
  ])("%s is like %s", (one, other) => expect(likenessKey(one)).toBe(likenessKey(other)));

  test.each([
    ["WMS 1", "WMS 2"],
    ["Test", "Prod"],
    ["Latest", "La"],
    ["Newport", "Port"],
  ])("%s is not like %s", (one, other) => expect(likenessKey(one)).not.toBe(likenessKey(other)));

  test("groups of two and more, in their order; names of signs alone are like nothing", () => {
    const things = ["Order hub", "Till", "order-hub", "Order Hub dev", "--", "++"].map((name) => ({ name }));
    expect(alike(things).map((group) => group.map((one) => one.name))).toEqual([
      ["Order hub", "order-hub", "Order Hub dev"],
    ]);
  });
});

const count = (
  kind: FindingCount["kind"],
  asked: string | null,
  rows: number,
  weighted: number,
): FindingCount => ({
  kind,
  asked,
  count: rows,
  weighted,
  revenue: 0,
});

describe("weigh", () => {
  const names = new Map([
    ["a", "Ana Ruiz"],
    ["b", "Bo Lind"],
  ]);

  test("rows times criticality times kind, the heaviest first, with whom to ask", () => {
    const found = weigh(
      [count("tier", "a", 4, 8), count("rto", "a", 1, 3), count("rto", "b", 2, 6), count("rto", null, 9, 9)],
      names,
    );
    expect(found.map(({ kind, weight, count: rows }) => [kind, weight, rows])).toEqual([
      ["rto", 90, 12],
      ["tier", 24, 4],
    ]);
    expect(found[0]?.asked.map((one) => `${one.name} ${one.count}`)).toEqual([
      "Bo Lind 2",
      "Ana Ruiz 1",
      "program manager 9",
    ]);
  });

  test("everybody over all findings", () => {
    const people = askedIn(
      [count("tier", "a", 4, 8), count("rto", "a", 1, 3), count("rto", null, 9, 9)],
      names,
    );
    expect(people).toEqual([
      { id: "a", name: "Ana Ruiz", count: 5 },
      { id: null, name: "program manager", count: 9 },
    ]);
  });
});

test("every finding has words, a weight and a place with its rows", () => {
  for (const kind of FINDING_KINDS) {
    expect(CATALOGUE[kind].weight).toBeGreaterThanOrEqual(1);
    expect(findingPlace(kind)).toMatch(/^[a-z-]+([/?].+)?$/);
    expect(findingTitle(kind, 1)).toMatch(/^1 \S/);
  }
  expect(FACTS_THAT_MATTER).toHaveLength(11);
});

test("a request reads as a letter", () => {
  const text = requestText(
    {
      person: { id: "a", name: "Ana Ruiz" },
      facts: 3,
      subjects: [
        { label: "Payroll", place: "workloads/1", kinds: ["tier", "rto"] },
        { label: "Till", place: "workloads/2", kinds: ["site"] },
      ],
    },
    "Corvane to cloud",
  );
  expect(text).toBe(
    "Dear Ana Ruiz,\n\nFor Corvane to cloud we do not know these facts yet. Please tell us:\n\n- Payroll: tier and recovery time target\n- Till: site",
  );
});

test("a letter of thousands ends with how many more there are", () => {
  const subjects = Array.from({ length: 1234 }, (_, n) => ({
    label: `Host ${n}`,
    place: `assets/${n}`,
    kinds: ["site" as const],
  }));
  const lines = requestText(
    { person: { id: null, name: "" }, facts: 1234, subjects },
    "Corvane to cloud",
  ).split("\n");
  expect(lines.filter((line) => line.startsWith("- Host"))).toHaveLength(200);
  expect(lines.at(-1)).toBe("- and 1,034 more, which the attached table holds");
});
