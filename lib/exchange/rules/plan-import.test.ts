import { describe, expect, it } from "vitest";
import { known, EMPTY as NOTHING, planText } from "@/prisma/testing/planning";
import { TEMPLATES } from "../model/formats";
import type { Plan } from "../model/plan";
import type { Known, Snapshot } from "../model/snapshot";
import { templateTable } from "./templates";

const WITH_TIER: Snapshot = {
  ...NOTHING,
  tiers: [{ id: "t", name: "Tier 1", rtoMinutes: 60, rpoMinutes: 5 }],
};
describe("planImport", () => {
  it("finds a workload by source and external id first, then by name", async () => {
    const snapshot = {
      ...NOTHING,
      workloads: [
        known("a", { name: "Orders", source: "CMDB", external_id: "1" }, { name: "CMDB" }),
        workload("b", "Billing", { site: "Venlo" }),
      ],
    };
    const plan = await planOf(
      "name,source,external_id,site\nOrder hub,CMDB,1,\n BILLING ,,,Venlo\nNew one,,,",
      snapshot,
    );
    expect(outcomes(plan)).toEqual(["update", "unchanged", "create"]);
    expect(plan.rows[0]).toMatchObject({
      id: "a",
      changes: [{ label: "Name", from: "Orders", to: "Order hub" }],
    });
  });

  it("lets an empty cell state nothing, and adds to tags", async () => {
    const snapshot = { ...NOTHING, workloads: [workload("a", "Orders", { site: "Venlo", tags: ["java"] })] };
    const plan = await planOf("name,site,tags\nOrders,,Oracle;JAVA", snapshot);
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
  ])("refuses %s", async (_, csv, [at, words]) => {
    const plan = await planOf(csv, WITH_TIER);
    const refused = plan.rows.filter((row) => row.outcome === "refused");
    expect(refused.map((row) => row.row - 1)).toEqual([at]);
    expect(refused[0]?.problems[0]?.expected).toContain(words);
    expect(plan.counts).toEqual({ create: 1, update: 0, unchanged: 0, refused: 1 });
  });

  it("refuses an external id that contradicts the name", async () => {
    const snapshot = {
      ...NOTHING,
      workloads: [workload("a", "A", { source: "S", external_id: "1" }), workload("b", "B", {})],
    };
    const plan = await planOf("name,source,external_id\nB,S,1\nA,S,2", snapshot);
    expect(outcomes(plan)).toEqual(["refused", "refused"]);
  });

  it("resolves links to workloads by name or external id, and refuses what is unknown, itself or twice", async () => {
    const snapshot = {
      ...NOTHING,
      workloads: [workload("a", "A", { source: "S", external_id: "x1" }), workload("b", "B", {})],
    };
    const plan = await planOf("dependent,needed\nx1,b\nA,B\nA,a\nA,Nowhere", snapshot);
    expect(outcomes(plan)).toEqual(["create", "refused", "refused", "refused"]);
    expect(plan.rows[0]).toMatchObject({ subject: "A → B" });
    expect(plan.rows[3]?.problems[0]).toMatchObject({ column: "needed", found: "“Nowhere”" });
  });

  it("refuses a target looser than its tier's without a reason", async () => {
    const snapshot = { ...WITH_TIER, workloads: [workload("a", "A", { tier: "Tier 1" })] };
    expect(outcomes(await planOf("workload,rto,reason\nA,2 h,", snapshot))).toEqual(["refused"]);
    expect(outcomes(await planOf("workload,rto,reason\nA,2 h,Nightly only", snapshot))).toEqual(["create"]);
    expect(outcomes(await planOf("workload,rto,rpo\nA,,", snapshot))).toEqual(["refused"]);
  });

  it("refuses a target looser than that of a process the workload carries", async () => {
    const process = { id: "p", version: 1, facts: { name: "Picking", rto: 60, rpo: null, workloads: ["a"] } };
    const snapshot = { ...NOTHING, workloads: [workload("a", "A", {})], processes: [process] };
    expect(outcomes(await planOf("workload,rto\nA,2 h", snapshot))).toEqual(["refused"]);
    expect(outcomes(await planOf("workload,rto\nA,1 h", snapshot))).toEqual(["create"]);
    expect(outcomes(await planOf("workload,rpo\nA,2 h", snapshot))).toEqual(["create"]);
  });

  it("asks for an identity when several risks bear a title", async () => {
    const risks = ["a", "b"].map((id): Known => ({ id, version: 1, facts: { title: "Loss" } }));
    const plan = await planOf("title,source,external_id\nLoss,,\nLoss of power,,", { ...NOTHING, risks });
    expect(outcomes(plan)).toEqual(["refused", "create"]);
  });

  it("refuses what would change a closed risk, and takes what changes nothing of it", async () => {
    const facts = { code: "R-004", title: "Late file", next_action: "Wait" };
    const risks: Known[] = [{ id: "a", version: 3, closed: true, facts }];
    const csv = (action: string) => `code,title,next_action\nR-004,Late file,${action}`;
    const changing = await planOf(csv("Act"), { ...NOTHING, risks });
    expect(changing.rows).toMatchObject([
      {
        outcome: "refused",
        problems: [{ column: "code", found: "“R-004”", expected: "a risk that is open; R-004 is closed" }],
      },
    ]);
    expect(outcomes(await planOf(csv("Wait"), { ...NOTHING, risks }))).toEqual(["unchanged"]);
    const byTitle = await planOf("title,next_action\nLate file,Act", { ...NOTHING, risks });
    expect(byTitle.rows[0]?.problems[0]).toMatchObject({ column: "title" });
    const open = risks.map(({ closed: _, ...risk }) => risk);
    expect(outcomes(await planOf(csv("Act"), { ...NOTHING, risks: open }))).toEqual(["update"]);
  });

  it.each(TEMPLATES)("takes its own template %s", async (name) => {
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
    expect((await planOf(csv, { ...NOTHING, domains, workloads })).counts).toEqual({
      create: 2,
      update: 0,
      unchanged: 0,
      refused: 0,
    });
  });
});

function workload(id: string, name: string, facts: Known["facts"]): Known {
  return { id, version: 1, facts: { name, ...facts } };
}

async function planOf(csv: string, snapshot: Snapshot): Promise<Plan> {
  return (await planText(csv, snapshot)).plan;
}

function outcomes(plan: Plan): string[] {
  return plan.rows.map((row) => row.outcome);
}
