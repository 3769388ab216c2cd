import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/model";
import { recordDependency } from "@/lib/dependencies/commands/record-dependency";
import { factsDigest } from "@/prisma/factories/facts-digest";
import { bringIn, previewCsv } from "@/prisma/factories/imports";
import { foundWorld } from "@/prisma/factories/world";
import { asSuperuser } from "@/prisma/testing/database";
import { getImport, previewUndo } from "../queries/imports";
import { commitImport } from "./commit-import";
import { undoImport } from "./undo-import";

const BASE = [
  "name,criticality,site,business_owner,tags\nOrders,revenue,Venlo,Jane Smith,java\nBilling,support,,John Doe,\nStock,,Tilbury,,",
  "dependent,needed,kind\nOrders,Billing,file",
  "title,current_likelihood,current_impact,workloads\nOrders are lost,likely,5,Orders",
  "workload,rto\nOrders,2 h",
];

async function founded() {
  const { as, program } = await foundWorld();
  const actor = as.program_manager;
  for (const csv of BASE) await bringIn(actor, csv);
  return { actor, programId: program.id };
}

async function imported(actor: Actor, csv: string, sourceName?: string): Promise<string> {
  const waiting = await previewCsv(actor, csv, sourceName);
  await commitImport(
    { actor },
    { importId: waiting.id, digest: waiting.preview?.digest ?? "", leaveRefused: true },
  );
  return waiting.id;
}

describe("an import that is taken back", () => {
  it.each([
    [
      "new and changed workloads with owners",
      "name,criticality,site,business_owner,tags\nOrders,support,Leeds,New Owner,go\nPayroll,revenue,York,New Owner,",
    ],
    ["links", "dependent,needed,kind,note\nOrders,Billing,event,now so\nBilling,Stock,file,"],
    [
      "risks with assessments",
      "title,current_likelihood,current_impact,owner,workloads\nOrders are lost,2,2,Risk Owner,Billing\nThe night is short,possible,4,Risk Owner,Stock",
    ],
    ["recovery targets", "workload,rto,rpo\nOrders,1 h,5 min\nBilling,4 h,"],
    ["servers", "name,kind,workload,os\nweb01,server,Orders,Debian\nweb02,server,,"],
    ["sites", "name,kind,country\nVenlo,warehouse,NL\nYork,office,UK"],
    ["business processes", "name,owner,workloads\nOrder to cash,Process Owner,Orders;Billing"],
  ])("leaves the facts as they were: %s", async (_, csv) => {
    const { actor, programId } = await founded();
    const before = await factsDigest(programId);
    const importId = await imported(actor, csv);
    expect(await factsDigest(programId)).not.toEqual(before);
    const view = await previewUndo(actor, importId);
    expect(view?.blockers).toEqual([]);
    await undoImport({ actor }, { importId });
    expect(await factsDigest(programId)).toEqual(before);
    expect((await getImport(actor, importId, { page: 1 }))?.state).toBe("undone");
    await expect(undoImport({ actor }, { importId })).rejects.toMatchObject({ code: "BLOCKED" });
  });

  it("takes back what sources said and what was asked because of it", async () => {
    const { actor, programId } = await founded();
    await imported(actor, "name,source,external_id,site,runs_at\nOrders,CMDB,A-1,Leeds,Hall 1", "CMDB");
    const before = await factsDigest(programId);
    const importId = await imported(
      actor,
      "name,site,runs_at\nOrders,Hull,Hall 2\nStock,York,Hall 3",
      "RVTools",
    );
    expect(await factsDigest(programId)).not.toEqual(before);
    await undoImport({ actor }, { importId });
    expect(await factsDigest(programId)).toEqual(before);
  });

  it("tells what stands in the way and changes nothing then", async () => {
    const { actor, programId } = await founded();
    const importId = await imported(actor, "name,site\nPayroll,York\nOrders,Leeds");
    const rows = await asSuperuser<{ id: string; name: string }>(
      `SELECT id, name FROM "Workload" WHERE "programId" = $1`,
      [programId],
    );
    const idOf = (name: string) => rows.find((row) => row.name === name)?.id ?? "";
    await recordDependency({ actor }, { dependentId: idOf("Stock"), neededId: idOf("Payroll") });
    await bringIn(actor, "name,site\nOrders,Hull");
    const before = await factsDigest(programId);
    const view = await previewUndo(actor, importId);
    expect(view?.blockers).toEqual([
      { subject: "Orders", why: "was changed since." },
      { subject: "Payroll", why: "A dependency refers to it." },
    ]);
    await expect(undoImport({ actor }, { importId })).rejects.toMatchObject({ code: "BLOCKED" });
    expect(await factsDigest(programId)).toEqual(before);
  });
});

const names = ["Orders", "Billing", "Stock", "Payroll", "Yard", "Scan"] as const;
const row = fc.record({
  name: fc.constantFrom(...names),
  criticality: fc.constantFrom("", "revenue", "operational", "support"),
  site: fc.constantFrom("", "Leeds", "York", "Venlo"),
  business_owner: fc.constantFrom("", "Jane Smith", "Somebody New", "Another New"),
  tags: fc.constantFrom("", "java", "go; night"),
  stateful: fc.constantFrom("", "yes", "no"),
});

it("law: any import that is taken back leaves every fact as it was", async () => {
  const { actor, programId } = await founded();
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 8 }),
      fc.constantFrom(undefined, "CMDB", "RVTools"),
      async (rows, source) => {
        const heads = ["name", "criticality", "site", "business_owner", "tags", "stateful"] as const;
        const csv = [heads.join(","), ...rows.map((one) => heads.map((head) => one[head]).join(","))];
        const before = await factsDigest(programId);
        const importId = await imported(actor, csv.join("\n"), source);
        if ((await previewUndo(actor, importId)) === null) return;
        await undoImport({ actor }, { importId });
        expect(await factsDigest(programId)).toEqual(before);
      },
    ),
    { numRuns: 12 },
  );
}, 120_000);
