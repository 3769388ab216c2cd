import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { afterPlan, EMPTY, known, planBook, planText } from "@/prisma/testing/planning";
import { FORMATS } from "../model/formats";
import type { Plan, PlannedRow } from "../model/plan";
import type { Entity } from "../model/reading";
import type { Snapshot } from "../model/snapshot";
import {
  assetChange,
  type Ids,
  processChange,
  riskChange,
  siteChange,
  targetChange,
  workloadChange,
} from "./changes";
import { FIELDS } from "./fields";
import { planDigest } from "./plan-digest";
import { readTables } from "./read-tables";
import { shownChanges } from "./shown-changes";

const word = fc.constantFrom("A", "a", " B ", "C", "Düne", "", "TBD");
const cell = fc.constantFrom("", "", "wms", "nonsense", "n/a");
const workloadRow = fc
  .tuple(
    word,
    fc.constantFrom("", "S", "T"),
    fc.constantFrom("", "1", "2"),
    cell,
    fc.constantFrom("", "x;y", "Y"),
  )
  .map((cells) => cells.join(","));
const serverRow = fc
  .tuple(
    fc.constantFrom("s1", "s2", "S2", "s3", ""),
    fc.constantFrom("A", "B", "C", ""),
    fc.constantFrom("Wave 1", "Wave 2", ""),
    fc.constantFrom("Rehost", "Retain", "sideways", ""),
    fc.constantFrom("web", "db", ""),
  )
  .map((cells) => cells.join(","));
const flowRow = fc
  .tuple(
    fc.constantFrom("s1", "s2", "s3", "far", ""),
    fc.constantFrom("s1", "s2", "s3", "away"),
    fc.constantFrom("443", "1433", "8080", ""),
  )
  .map((cells) => `2025-06-14 00:00,${cells.join(",")}`);

const HEADS = {
  workloads: "name,source,external_id,kind,tags",
  servers: "server_name,app_name,wave_name,r_type,server_tier",
  flows: "Timeslot,Source server name,Destination server name,Destination port",
};
const file = fc.oneof(
  rowsUnder(HEADS.workloads, workloadRow),
  rowsUnder(HEADS.servers, serverRow),
  rowsUnder(HEADS.flows, flowRow),
);

const origin = fc.constantFrom("S", "T", null);
const snapshotOf = fc
  .record({
    workloads: fc.uniqueArray(
      fc.tuple(fc.constantFrom("A", "B", "C"), origin, fc.constantFrom("wms", "tms", null)),
      {
        selector: ([name]) => name,
        maxLength: 3,
      },
    ),
    assets: fc.uniqueArray(fc.tuple(fc.constantFrom("s1", "s2", "s3"), fc.constantFrom("A", "B", null)), {
      selector: ([name]) => name,
      maxLength: 3,
    }),
    waves: fc.boolean(),
    trust: fc.constantFrom(1, 3, 5),
  })
  .map(({ workloads, assets, waves, trust }): Snapshot => {
    const named = new Set(workloads.map(([name]) => name));
    return {
      ...EMPTY,
      workloads: workloads.map(([name, source, kind]) =>
        known(`id-${name}`, { name, kind }, source === null ? {} : { kind: source, name: source }),
      ),
      assets: assets.map(([name, workload]) =>
        known(`id-${name}`, { name, workload: workload !== null && named.has(workload) ? workload : null }),
      ),
      waves: waves ? [{ id: "w1", number: 1, name: "First", open: true }] : [],
      sources: [{ name: "S", trust }],
    };
  });

/** Knows an id for every name. */
class Everything extends Map<string, string> {
  override get(key: string): string {
    return `id of ${key}`;
  }
}
const all = new Everything();
const IDS: Ids = { people: all, tiers: all, domains: all, workloads: all, waves: all };
/** Every accepted row must be of the types that the module takes which writes it. */
const CHANGE: Partial<Record<Entity, (row: PlannedRow, ids: Ids) => unknown>> = {
  workload: workloadChange,
  asset: assetChange,
  site: siteChange,
  process: processChange,
  risk: (row, ids) => riskChange(row, ids, new Map()),
  target: targetChange,
};

// Made once and here: the first text of any character costs a second of computing, which belongs to no test's own time.
const hostile = fc.oneof(
  fc.constantFrom(
    "constructor",
    "__proto__",
    "toString",
    "hasOwnProperty",
    "1433",
    "-1",
    "[];",
    "R-1",
    "80%",
  ),
  fc.string({ maxLength: 12, unit: "binary" }),
  fc.constantFrom("A", "s1", "True", "poweredOn", "4 - Likely", "2026-13-45", "=1+1", "a".repeat(300)),
);

describe("the laws of planning", () => {
  it("finds every accepted row unchanged, and asks nothing again, once it was applied", async () => {
    await fc.assert(
      fc.asyncProperty(file, snapshotOf, async (text, snapshot) => {
        const { plan } = await planText(text, snapshot);
        const accepted = new Set(plan.rows.filter((row) => row.outcome !== "refused").map(nameOf));
        const again = (await planText(text, afterPlan(plan, snapshot))).plan;
        const later = again.rows.filter((row) => accepted.has(nameOf(row)));
        expect(later.filter((row) => row.outcome !== "unchanged")).toEqual([]);
        expect(later.flatMap((row) => row.questions ?? [])).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("lets a refused row write and claim nothing, and gives every row one outcome", async () => {
    await fc.assert(
      fc.asyncProperty(file, snapshotOf, async (text, snapshot) => {
        const { plan } = await planText(text, snapshot);
        const total = Object.values(plan.counts).reduce((sum, count) => sum + count);
        expect(total).toBe(plan.rows.length);
        for (const row of plan.rows) {
          if (row.outcome === "refused") {
            expect([row.sets, row.changes, row.problems.length > 0]).toEqual([{}, [], true]);
            expect([row.claim, row.questions]).toEqual([undefined, undefined]);
          } else expect(row.problems).toEqual([]);
        }
        expect(planDigest((await planText(text, snapshot)).plan)).toBe(planDigest(plan));
      }),
      { numRuns: 300 },
    );
  });

  it("takes servers and traffic in any order to the same end", async () => {
    const shuffled = fc
      .oneof(
        rowsUnder(HEADS.servers, serverRow, (row) => row.split(",")[0]?.toLowerCase() ?? ""),
        rowsUnder(HEADS.flows, flowRow),
      )
      .chain((text) => {
        const [head = "", ...rows] = text.split("\n");
        return fc
          .shuffledSubarray(rows, { minLength: rows.length })
          .map((mixed) => [text, [head, ...mixed].join("\n")] as const);
      });
    await fc.assert(
      fc.asyncProperty(shuffled, snapshotOf, async ([text, other], snapshot) => {
        const one = (await planText(text, snapshot)).plan;
        const two = (await planText(other, snapshot)).plan;
        expect(outcomeSet(two)).toEqual(outcomeSet(one));
      }),
      { numRuns: 300 },
    );
  });

  it("takes whatever stands in any table, and throws nothing", async () => {
    const table = fc.constantFrom(...FORMATS).chain((format) => {
      const header = FIELDS[format].map((field) => field.name);
      return fc
        .array(fc.array(hostile, { minLength: header.length, maxLength: header.length }), {
          minLength: 1,
          maxLength: 4,
        })
        .map((rows) => ({ format, header, rows }));
    });
    await fc.assert(
      fc.property(table, snapshotOf, ({ format, header, rows }, snapshot) => {
        const sheet = {
          header,
          headerRow: 1,
          rows: rows.map((cells, at) => ({ row: at + 2, cells })),
          blankRows: 0,
          skipped: [],
          encoding: null,
          delimiter: null,
        };
        const tables = [{ name: "", hidden: false, sheet, formulasWithoutValue: 0, errorCells: 0 }];
        const book = readTables({ kind: "csv", tables, emptySheets: [] }, { format });
        const { plan } = planBook(book, snapshot);
        for (const row of plan.rows) if (row.outcome !== "refused") CHANGE[row.entity]?.(row, IDS);
        for (const row of plan.rows)
          expect(JSON.stringify([row, shownChanges(row)])).not.toContain("[native code]");
        expect(
          plan.rows.every((row) => Object.values(row.sets).every((value) => typeof value !== "function")),
        ).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("changes nothing for cells that are empty or say that nobody knows", async () => {
    const nothing = fc.constantFrom("", "n/a", "-", "Unknown", "TBD", "?");
    await fc.assert(
      fc.asyncProperty(nothing, nothing, nothing, async (one, two, three) => {
        const facts = { name: "A", kind: "wms", site: "Venlo", tags: ["x"] };
        const snapshot = { ...EMPTY, workloads: [known("a", facts)] };
        const { plan } = await planText(`name,kind,site,tags\nA,${one},${two},${three}`, snapshot);
        expect(plan.counts.unchanged).toBe(1);
      }),
    );
  });
});

function rowsUnder(
  head: string,
  row: fc.Arbitrary<string>,
  selector: (row: string) => string = (one) => one,
) {
  return fc
    .uniqueArray(row, { minLength: 1, maxLength: 8, selector })
    .map((rows) => [head, ...rows.filter((one) => /[^,]/u.test(one))])
    .filter((lines) => lines.length > 1)
    .map((lines) => lines.join("\n"));
}

function nameOf({ entity, row, subject }: PlannedRow): string {
  return `${entity} ${row} ${subject}`;
}

/** What becomes of everything, without row numbers and words that name them. */
function outcomeSet({ rows }: Plan): string[] {
  return rows
    .map(({ entity, subject, outcome, sets }) => {
      const { note: _, ...facts } = sets;
      return JSON.stringify([entity, subject.toLowerCase(), outcome, Object.entries(facts).sort()]);
    })
    .sort();
}
