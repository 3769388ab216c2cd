import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ExternalLinkView, Hardness } from "../model";
import { type GraphSearch, graphQuery, parseGraphSearch } from "./address";
import { blastRadius } from "./blast-radius";
import { foldDrawing, neighbourhoodDrawing, shapeOf } from "./drawing";
import { externalKey, mergedExternal } from "./external-links";
import { FINDING_KEYS, type FindingKey } from "./finding-labels";
import { findingTable } from "./finding-tables";
import { findingsOf } from "./findings";
import { foldCounts, foldGraph } from "./fold";
import { type Graph, type GraphWorkload, openGraph } from "./graph";
import { linesOf, pageOf, pageOfSource, wholeOf } from "./list-page";
import { MOST_NEIGHBOURS, neighbourhood } from "./neighbourhood";
import { radiusList } from "./reach-tables";
import { FEWEST, singlePoints } from "./single-points";
import { pointsOf, totalsOf } from "./weights";

const UNKNOWN: Omit<GraphWorkload, "id" | "name"> = {
  criticality: null,
  users: null,
  sites: null,
  service: null,
  wave: null,
  businessOwner: null,
  technicalOwner: null,
};

/** "a>b" says that a needs b, hard; "a~b" soft; "a?b" nobody has said. */
function graphOf(text: string, facts: Record<string, Partial<GraphWorkload>> = {}): Graph {
  const links = text.split(" ").filter(Boolean);
  const names = [...new Set([...Object.keys(facts), ...links.flatMap((link) => link.split(/[>~?]/))])].sort();
  const place = (name = "") => names.indexOf(name);
  const hardness: Record<string, Hardness | null> = { ">": "hard", "~": "soft", "?": null };
  return openGraph(
    names.map((name) => ({ ...UNKNOWN, id: name, name, ...facts[name] })),
    links.map((link) => {
      const [from, to] = link.split(/[>~?]/);
      const sign = /[>~?]/.exec(link)?.[0] ?? ">";
      return {
        dependent: place(from),
        needed: place(to),
        hardness: hardness[sign] ?? null,
        kind: null,
        documented: sign !== "?",
      };
    }),
  );
}

const REVENUE = { criticality: "revenue" as const };

describe("points", () => {
  test.each([
    [{ criticality: "revenue" as const, sites: ["A", "B"], users: 8000 }, 5 * (2 + 4)],
    [{ criticality: "support" as const, sites: ["A"], users: 9 }, 2],
    [{ criticality: null, sites: null, users: null }, 1],
    [{ criticality: "operational" as const, sites: [], users: 0 }, 3],
  ])("%j", (facts, points) => {
    expect(pointsOf({ ...UNKNOWN, id: "w", name: "w", ...facts })).toBe(points);
  });

  test("a sum over something unknown is the least it can be, and says what is not known", () => {
    const graph = graphOf("", { a: { ...REVENUE, users: 10, sites: ["A"] }, b: {} });
    expect(totalsOf(graph, [0, 1])).toMatchObject({
      points: 15 + 1,
      atLeast: true,
      unknownCriticality: 1,
      unknownUsers: 1,
      unknownSites: 1,
      sites: ["A"],
    });
    expect(totalsOf(graph, [0]).atLeast).toBe(false);
  });
});

describe("single points of failure", () => {
  test("stop three others with a revenue-critical one among them, and say so when they hold the map together", () => {
    const graph = graphOf("a>x b>x c>x d>e", {
      a: REVENUE,
      b: { criticality: "support" },
      c: { criticality: "support" },
    });
    expect(singlePoints(graph)).toMatchObject([
      { place: 5, stops: FEWEST, revenue: 1, unjudged: 0, cut: true },
    ]);
  });

  test("a soft link carries no stop; support alone is no single point in a large program", () => {
    expect(singlePoints(graphOf("a~x b~x c~x", { a: REVENUE }))).toEqual([]);
    const many = Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [`n${at}`, { criticality: "support" as const }]),
    );
    expect(singlePoints(graphOf("n1>n0 n2>n0 n3>n0", many))).toEqual([]);
    expect(singlePoints(graphOf("n1>n0 n2>n0 n3>n0 n4>n0", many)).map((one) => one.place)).toEqual([0]);
  });
});

describe("finding tables", () => {
  const owned = { technicalOwner: "Priya Raman" };
  const graph = graphOf("a>b b>a c?b c>d e~d", {
    a: { wave: 1, ...REVENUE, ...owned },
    b: { wave: 2, ...owned },
    c: owned,
    e: owned,
    lonely: {},
  });
  const outside: ExternalLinkView = {
    id: "x1",
    version: 1,
    name: "tax.example",
    side: "needs",
    kind: null,
    hardness: null,
    source: "scan",
    note: "",
    workload: { id: "e", name: "e", wave: null },
  };
  const texts = (key: FindingKey) =>
    findingTable(key, graph, findingsOf(graph), [outside]).rows.map((row) =>
      row.cells.map((cell) => cell.text),
    );

  test("circles name who needs each other, and that waves tear them apart", () => {
    expect(texts("circles")).toEqual([["a and b", "2", "1", "1 and 2, torn apart"]]);
  });
  test("the chain takes a circle as one step", () => {
    expect(texts("chain").map((cells) => [cells[1], cells[5]])).toEqual([
      ["c", "not stated"],
      ["a and b", "needs nothing further"],
    ]);
  });
  test("what nobody answers for, what nobody linked, what nobody wrote down, what leads out", () => {
    expect(texts("unowned").map(([name]) => name)).toEqual(["d"]);
    expect(texts("one-owner")).toEqual([
      ["b", "unknown", "no owner", "Priya Raman", "2", "2"],
      ["a", "Revenue", "no owner", "Priya Raman", "1", "1"],
    ]);
    expect(texts("alone").map(([name]) => name)).toEqual(["lonely"]);
    expect(texts("undocumented").map(([from, to]) => [from, to])).toEqual([["c", "b"]]);
    expect(texts("outside")[0]?.slice(0, 3)).toEqual(["e", "It needs", "tax.example"]);
  });
  test("every line has a cell for every head", () => {
    for (const key of FINDING_KEYS) {
      const table = findingTable(key, graph, findingsOf(graph), [outside]);
      for (const row of table.rows) expect(row.cells).toHaveLength(table.columns.length);
    }
  });
});

describe("lists", () => {
  const star = graphOf(
    Array.from({ length: 120 }, (_, at) => `w${String(at).padStart(3, "0")}>hub`).join(" "),
  );
  const list = radiusList(star, blastRadius(star, [0]));

  test("a page of a long list is the same as the page of the whole", () => {
    const order = fc.record({
      sort: fc.constantFrom(null, "workload", "criticality", "users", "nothing"),
      descending: fc.boolean(),
      page: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(order, (given) => {
        expect(pageOfSource(list, given)).toEqual(pageOf(wholeOf(list), given));
      }),
    );
  });

  test("what is not known comes last, whichever way", () => {
    const table = {
      columns: [{ key: "n", label: "N" }],
      rows: [null, 2, 1].map((sort, at) => ({ id: String(at), cells: [{ text: String(sort), sort }] })),
    };
    const order = (descending: boolean) =>
      pageOf(table, { sort: "n", descending, page: 1 }).rows.map((row) => row.cells[0]?.text);
    expect(order(false)).toEqual(["1", "2", "null"]);
    expect(order(true)).toEqual(["2", "1", "null"]);
    expect(linesOf(table)).toEqual([["N"], ["null"], ["2"], ["1"]]);
  });
});

describe("addresses", () => {
  const id = fc.uuid();
  const search: fc.Arbitrary<GraphSearch> = fc.record({
    tab: fc.constantFrom("overview", "map", "radius"),
    list: fc.constantFrom(null, ...FINDING_KEYS),
    by: fc.constantFrom("wave", "service", "site"),
    sources: fc.uniqueArray(id, { maxLength: 4 }),
    wave: fc.constantFrom(null, 1, 12),
    text: fc.constantFrom("", "Tilbury", "a&b=c"),
    hops: fc.constantFrom(1, 2, 3),
    direction: fc.constantFrom("both", "up", "down"),
    sort: fc.constantFrom(null, "workload", "needs-wave"),
    descending: fc.boolean(),
    page: fc.integer({ min: 1, max: 500 }),
    drawing: fc.boolean(),
  });

  test("what an address says is read back", () => {
    fc.assert(
      fc.property(search, (given) => {
        const params = new URLSearchParams(graphQuery(given));
        const read = Object.fromEntries(
          [...new Set(params.keys())].map((name) => [name, params.getAll(name)]),
        );
        expect(parseGraphSearch(read)).toEqual(given);
      }),
    );
  });

  test("nonsense is the plain page", () => {
    const nonsense = { tab: "x", list: "y", w: ["no-id"], hops: "9", page: "-1", sort: "<b>" };
    expect(graphQuery(parseGraphSearch(nonsense))).toBe("");
  });
});

describe("drawings", () => {
  test("show the workloads and links of the list, at most 150, and count the others by wave", () => {
    const links = Array.from({ length: 200 }, (_, at) => `w${at}>hub`);
    const facts = Object.fromEntries(
      links.map((_, at) => [`w${at}`, { wave: 1 + (at % 2), ...(at === 7 ? REVENUE : {}) }]),
    );
    const graph = graphOf(links.join(" "), facts);
    const around = neighbourhood(graph, graph.places.get("hub") ?? 0, { hops: 1, direction: "both" });
    const drawing = neighbourhoodDrawing(graph, around);
    expect(drawing.nodes).toHaveLength(MOST_NEIGHBOURS);
    expect(drawing.edges).toHaveLength(MOST_NEIGHBOURS - 1);
    expect(drawing.nodes[1]?.label).toBe("w7");
    const hidden = around.hidden.map(
      ({ place }) => graph.workloads[place] ?? { ...UNKNOWN, id: "", name: "" },
    );
    expect(foldCounts(hidden, "wave").reduce((sum, one) => sum + one.workloads, 0)).toBe(51);
  });

  test("the digest's text holds shape alone: other names, same text; another link, another text", () => {
    const shape = (text: string) => shapeOf(foldDrawing(foldGraph(graphOf(text, WAVES), "wave")));
    const WAVES = { a: { wave: 1 }, b: { wave: 2 }, c: { wave: 3 } };
    expect(shape("a>b")).toBe(shape("a~b"));
    expect(shape("a>b")).not.toBe(shape("a>c"));
    expect(shape("a>b")).not.toMatch(/[a-z]/);
  });
});

test("a link out of the portfolio keeps what a later row leaves out", () => {
  const first = mergedExternal({ workloadId: "w", name: " Tax. Example", side: "needs", kind: "file" }, null);
  const later = mergedExternal(
    { workloadId: "w", name: "tax. example", side: "needs", hardness: "hard" },
    first,
  );
  expect(later).toMatchObject({ name: "Tax. Example", kind: "file", hardness: "hard", source: null });
  expect(externalKey(first)).toBe(externalKey(later));
});
