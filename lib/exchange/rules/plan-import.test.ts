import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCsv } from "../adapters/read-csv";
import type { FormatName, Known, Plan, Snapshot } from "../model";
import { planDigest } from "./plan-digest";
import { planImport } from "./plan-import";
import { readFile } from "./read-file";
import { templateTable } from "./templates";

const NOTHING: Snapshot = { workloads: [], dependencies: [], risks: [], targets: [], tiers: [], domains: [] };
const WITH_TIER: Snapshot = {
  ...NOTHING,
  tiers: [{ id: "t", name: "Tier 1", rtoMinutes: 60, rpoMinutes: 5 }],
};
const word = fc.constantFrom("A", "a", "B", "C", "Düne", "");
const cell = fc.constantFrom("", "", "wms", "nonsense");
const csvOf = fc
  .array(
    fc.tuple(
      word,
      fc.constantFrom("", "S", "T"),
      fc.constantFrom("", "1", "2"),
      cell,
      fc.constantFrom("", "x;y", "Y"),
    ),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((table) => {
    const rows = table.filter((cells) => cells.some((one) => one !== ""));
    const lines = rows.map((cells) => cells.join(","));
    return { csv: ["name,source,external_id,kind,tags", ...lines].join("\n"), rows: rows.length };
  });
const snapshotOf = fc
  .uniqueArray(fc.tuple(fc.constantFrom("A", "B", "C"), fc.constantFrom(null, "1", "2")), {
    selector: ([name]) => name,
    maxLength: 3,
  })
  .filter(
    (all) =>
      new Set(all.map(([, id]) => id).filter(Boolean)).size === all.filter(([, id]) => id !== null).length,
  )
  .map(
    (all): Snapshot => ({
      ...NOTHING,
      workloads: all.map(([name, id]) =>
        workload(`id-${name}`, name, id === null ? {} : { source: "S", external_id: id }),
      ),
    }),
  );

describe("planImport", () => {
  it("finds a workload by source and external id first, then by name", () => {
    const snapshot = {
      ...NOTHING,
      workloads: [
        workload("a", "Orders", { source: "CMDB", external_id: "1" }),
        workload("b", "Billing", { site: "Venlo" }),
      ],
    };
    const plan = planOf(
      "name,source,external_id,site\nOrder hub,CMDB,1,\n BILLING ,,,Venlo\nNew one,,,",
      snapshot,
    );
    expect(outcomes(plan)).toEqual(["update", "unchanged", "create"]);
    expect(plan.rows[0]).toMatchObject({
      id: "a",
      changes: [{ label: "Name", from: "Orders", to: "Order hub" }],
    });
  });

  it("lets an empty cell state nothing, and adds to tags", () => {
    const snapshot = { ...NOTHING, workloads: [workload("a", "Orders", { site: "Venlo", tags: ["java"] })] };
    const plan = planOf("name,site,tags\nOrders,,Oracle;JAVA", snapshot);
    expect(plan.rows[0]?.sets).toEqual({ tags: ["java", "Oracle"] });
  });

  it.each([
    ["the same name twice", "name\nA\n a ", [2, "row 2 is about the same one"]],
    [
      "the same external id twice",
      "name,source,external_id\nA,S,1\nB,S,1",
      [2, "row 2 is about the same one"],
    ],
    ["an external id without source", "name,external_id\nA,1\nB,", [1, "the name of the source"]],
    ["a tier that is not there", "name,tier\nA,Gold\nB,", [1, "one of: Tier 1"]],
    ["no name", "name,site\n,Venlo\nB,", [1, "the name"]],
    ["a word that is no kind", "name,kind\nA,mainframe\nB,wms", [1, "one of: erp core"]],
  ])("refuses %s", (_, csv, [at, words]) => {
    const plan = planOf(csv, WITH_TIER);
    const refused = plan.rows.filter((row) => row.outcome === "refused");
    expect(refused.map((row) => row.row - 1)).toEqual([at]);
    expect(refused[0]?.problems[0]?.expected).toContain(words);
    expect(plan.counts).toEqual({ create: 1, update: 0, unchanged: 0, refused: 1 });
  });

  it("refuses an external id that contradicts the name", () => {
    const snapshot = {
      ...NOTHING,
      workloads: [workload("a", "A", { source: "S", external_id: "1" }), workload("b", "B", {})],
    };
    const plan = planOf("name,source,external_id\nB,S,1\nA,S,2", snapshot);
    expect(outcomes(plan)).toEqual(["refused", "refused"]);
  });

  it("resolves links to workloads by name or external id, and refuses what is unknown, itself or twice", () => {
    const snapshot = {
      ...NOTHING,
      workloads: [workload("a", "A", { source: "S", external_id: "x1" }), workload("b", "B", {})],
    };
    const plan = planOf("dependent,needed\nx1,b\nA,B\nA,a\nA,Nowhere", snapshot);
    expect(outcomes(plan)).toEqual(["create", "refused", "refused", "refused"]);
    expect(plan.rows[0]).toMatchObject({ subject: "A → B" });
    expect(plan.rows[3]?.problems[0]).toMatchObject({ column: "needed", found: "“Nowhere”" });
  });

  it("refuses a target looser than its tier's without a reason", () => {
    const snapshot = { ...WITH_TIER, workloads: [workload("a", "A", { tier: "Tier 1" })] };
    expect(outcomes(planOf("workload,rto,reason\nA,2 h,", snapshot))).toEqual(["refused"]);
    expect(outcomes(planOf("workload,rto,reason\nA,2 h,Nightly only", snapshot))).toEqual(["create"]);
    expect(outcomes(planOf("workload,rto,rpo\nA,,", snapshot))).toEqual(["refused"]);
  });

  it("asks for an identity when several risks bear a title", () => {
    const risks = ["a", "b"].map((id): Known => ({ id, version: 1, facts: { title: "Loss" } }));
    const plan = planOf("title,source,external_id\nLoss,,\nLoss of power,,", { ...NOTHING, risks });
    expect(outcomes(plan)).toEqual(["refused", "create"]);
  });

  it.each(["workloads", "dependencies", "risks", "recovery-targets"] as const)(
    "takes its own template %s",
    (name) => {
      const domains = [
        { id: "d1", name: "Data integrity" },
        { id: "d2", name: "Business continuity" },
      ];
      const workloads =
        name === "workloads"
          ? []
          : [workload("a", "Example order service", {}), workload("b", "Example order database", {})];
      const csv = templateTable(name)
        .map((row) => row.join(","))
        .join("\n");
      expect(planOf(csv, { ...NOTHING, domains, workloads }).counts).toEqual({
        create: 2,
        update: 0,
        unchanged: 0,
        refused: 0,
      });
    },
  );
});

describe("laws", () => {
  it("planning again after applying finds every accepted row unchanged", () => {
    fc.assert(
      fc.property(csvOf, snapshotOf, ({ csv }, snapshot) => {
        const plan = planOf(csv, snapshot);
        const accepted = new Set(plan.rows.filter((row) => row.outcome !== "refused").map((row) => row.row));
        const again = planOf(csv, applied(plan, snapshot));
        const later = again.rows.filter((row) => accepted.has(row.row));
        expect(later.filter((row) => row.outcome !== "unchanged")).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it("a refused row writes nothing, and every row has one outcome", () => {
    fc.assert(
      fc.property(csvOf, snapshotOf, ({ csv, rows }, snapshot) => {
        const plan = planOf(csv, snapshot);
        expect(Object.values(plan.counts).reduce((sum, count) => sum + count)).toBe(rows);
        for (const row of plan.rows) {
          if (row.outcome === "refused")
            expect([row.sets, row.changes, row.problems.length > 0]).toEqual([{}, [], true]);
          else expect(row.problems).toEqual([]);
        }
        expect(planDigest(planOf(csv, snapshot))).toBe(planDigest(plan));
      }),
    );
  });
});

function workload(id: string, name: string, facts: Known["facts"]): Known {
  return { id, version: 1, facts: { name, ...facts } };
}

function planOf(csv: string, snapshot: Snapshot, format: FormatName | null = null): Plan {
  const { sheet, rows, problem, ...file } = readFile(readCsv(new TextEncoder().encode(csv)), format, null);
  if (problem !== null || file.format === null) throw new Error(problem ?? "no format");
  return planImport(file.format, rows, snapshot, sheet.blankRows);
}

function outcomes(plan: Plan): string[] {
  return plan.rows.map((row) => row.outcome);
}

/** The facts as they stand once a plan of workloads was written. */
function applied(plan: Plan, snapshot: Snapshot): Snapshot {
  const sets = new Map(plan.rows.filter((row) => row.outcome === "update").map((row) => [row.id, row.sets]));
  const created = plan.rows.filter((row) => row.outcome === "create");
  return {
    ...snapshot,
    workloads: [
      ...snapshot.workloads.map((one) => ({ ...one, facts: { ...one.facts, ...sets.get(one.id) } })),
      ...created.map((row): Known => ({ id: `new-${row.row}`, version: 1, facts: row.sets })),
    ],
  };
}
