import { describe, expect, it } from "vitest";
import { afterPlan, EMPTY, known, planText } from "@/prisma/testing/planning";
import type { Plan } from "../model/plan";
import type { KnownClaim, Snapshot } from "../model/snapshot";
import { workloadChange } from "./changes";
import { shownChanges } from "./shown-changes";

const VM = "VM,Powerstate,Template,CPUs,Memory,VM UUID";
const MACHINE = "Machine Name,Operating System,Cores,Memory (in MB),Machine ID";

describe("the word of a source", () => {
  it("fills what is unknown, is taken back by its own source, and asks where another stands", async () => {
    const first = (await planText(`${VM}\nweb01,poweredOn,False,4,8192,u-1`)).plan;
    const one = afterPlan(first, EMPTY);
    const own = (await planText(`${VM}\nweb01,poweredOff,False,8,8192,u-1`, one)).plan;
    expect(changesOf(own)).toEqual([
      { field: "cores", label: "Cores", from: "4", to: "8" },
      { field: "power_state", label: "Power state", from: "on", to: "off" },
    ]);
    const other = (await planText(`${MACHINE}\nWEB01,Ubuntu,2,8192,m-9`, one)).plan;
    expect(other.rows[0]).toMatchObject({
      outcome: "update",
      sets: { os: "Ubuntu" },
      questions: [{ field: "cores", label: "Cores", present: 4, presentSource: "RVTools", stated: 2 }],
      claim: { source: "Azure Migrate", externalId: "m-9", facts: { cores: 2, memoryMb: 8192 } },
    });
    expect(other.questions).toBe(1);
  });

  it("takes the word of a source that is trusted more, and says why", async () => {
    const first = (await planText(`${VM}\nweb01,poweredOn,False,4,8192,u-1`)).plan;
    const snapshot = { ...afterPlan(first, EMPTY), sources: [{ name: "Azure Migrate", trust: 5 }] };
    const { plan } = await planText(`${MACHINE}\nweb01,,2,8192,m-9`, snapshot);
    expect(changesOf(plan)).toEqual([
      {
        field: "cores",
        label: "Cores",
        from: "4",
        to: "2",
        why: "Azure Migrate is trusted more than RVTools",
      },
    ]);
    expect(plan.questions).toBe(0);
  });

  it("never overwrites a person, and asks once", async () => {
    const snapshot = { ...EMPTY, workloads: [known("a", { name: "Orders", description: "By hand" })] };
    const text = "Record Type 1,Application Name,Description\n1,Orders,By Konveyor";
    const { plan } = await planText(text, snapshot);
    expect(plan.rows[0]).toMatchObject({
      outcome: "unchanged",
      sets: {},
      questions: [{ presentSource: null }],
    });
    expect((await planText(text, afterPlan(plan, snapshot))).plan.questions).toBe(0);
  });

  it("is a person's in a template without a source, and the source's with one", async () => {
    const snapshot = {
      ...EMPTY,
      workloads: [known("a", { name: "Orders", site: "Cork" }, { site: "CMDB" })],
    };
    const hand = (await planText("name,site\nOrders,Venlo", snapshot)).plan;
    expect(hand.rows[0]).toMatchObject({ outcome: "update", sets: { site: "Venlo" } });
    expect(hand.rows[0]?.claim).toBeUndefined();
    const tool = (await planText("name,source,site\nOrders,Leaflet,Venlo", snapshot)).plan;
    expect(tool.rows[0]).toMatchObject({ outcome: "unchanged", questions: [{ field: "site" }] });
    const file = (await planText("name,site\nOrders,Venlo", snapshot, { sourceName: "CMDB" })).plan;
    expect(file.rows[0]).toMatchObject({ outcome: "update", claim: { source: "CMDB", externalId: null } });
  });

  it("finds what it knows by its own id, whatever it is called by now", async () => {
    const claim: KnownClaim = {
      entity: "workload",
      subjectId: "a",
      source: "Konveyor",
      externalId: "Customers",
      facts: { name: "Customers" },
    };
    const snapshot = { ...EMPTY, workloads: [known("a", { name: "Customer care" })], claims: [claim] };
    const { plan } = await planText("Record Type 1,Application Name\n1,Customers", snapshot);
    expect(plan.rows[0]).toMatchObject({ id: "a", outcome: "unchanged" });
    expect(plan.questions).toBe(0);
  });

  it("stands behind every fact it sets", async () => {
    const { plan } = await planText("Record Type 1,Application Name,Business Service\n1,Orders,Retail");
    const [row] = plan.rows;
    const ids = {
      people: new Map(),
      tiers: new Map(),
      domains: new Map(),
      workloads: new Map(),
      waves: new Map(),
    };
    if (row === undefined) throw new Error("no row");
    expect(workloadChange(row, ids)).toEqual({
      kind: "create",
      facts: { name: "Orders", businessService: "Retail" },
      origins: { name: "Konveyor", businessService: "Konveyor" },
    });
    expect(shownChanges(row).map(({ label, to }) => [label, to])).toEqual([
      ["Name", "Orders"],
      ["Business service", "Retail"],
    ]);
  });
});

describe("machines of one name", () => {
  const twins: Snapshot = {
    ...EMPTY,
    assets: [
      known("a", { name: "web01", location: "Cork" }),
      known("b", { name: "web01", fqdn: "web01.venlo.example" }),
    ],
  };

  it("are refused and named where only the name tells", async () => {
    const { plan } = await planText("name,cores\nWEB01,4", twins);
    expect(plan.rows[0]?.problems[0]?.expected).toBe(
      "a name that one machine bears; 2 bear this one: Cork and web01.venlo.example",
    );
  });

  it("are told apart by the ids of their source", async () => {
    const claims: KnownClaim[] = [
      { entity: "asset", subjectId: "a", source: "RVTools", externalId: "u-1", facts: {} },
    ];
    const text = `${VM}\nweb01,poweredOn,False,4,8192,u-1\nweb01,poweredOn,False,2,4096,u-2`;
    const { plan } = await planText(text, { ...twins, claims });
    expect(plan.rows.map((row) => [row.outcome, row.id])).toEqual([
      ["update", "a"],
      ["update", "b"],
    ]);
    const fresh = (await planText(text)).plan;
    expect(fresh.counts.create).toBe(2);
  });

  it("leaves templates out, and says so", async () => {
    const { plan, book } = await planText(
      `${VM}\ngolden,poweredOff,True,1,1024,u-9\nweb01,poweredOn,False,4,8192,u-1`,
    );
    expect(plan.rows.map((row) => row.subject)).toEqual(["web01"]);
    expect(book.notes).toEqual(["Left out as templates or placeholders, which are no machines: golden."]);
  });
});

describe("rows of one application that disagree", () => {
  const head = "server_name,app_name,wave_name,r_type,aws_region";

  it("refuse what they disagree on, and nothing else", async () => {
    const { plan } = await planText(`${head}\na,Orders,Wave 1,Rehost,eu-1\nb,orders,Wave 2,Retire,eu-2`);
    expect(plan.rows.map(({ entity, outcome, sets }) => [entity, outcome, sets])).toEqual([
      ["workload", "create", { name: "Orders", target: "eu-1, eu-2" }],
      ["workload", "refused", {}],
      ["asset", "create", { name: "a", kind: "server", workload: "Orders" }],
      ["membership", "refused", {}],
      ["asset", "create", { name: "b", kind: "server", workload: "Orders" }],
    ]);
    expect(plan.rows[1]?.problems[0]).toEqual({
      column: "r_type",
      found: "“rehost” (row 2) and “retire” (row 3)",
      expected: "one strategy for all servers of Orders",
      fix: "Make the rows agree, or leave this out and decide in Wavegate.",
    });
  });
});

function changesOf(plan: Plan) {
  return plan.rows.flatMap((row) => shownChanges(row));
}
