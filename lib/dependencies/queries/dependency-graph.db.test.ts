import { beforeAll, describe, expect, test } from "vitest";
import { grantWorkload } from "@/lib/programs/commands/grant-workload";
import { changeWorkload } from "@/lib/workloads/commands/change-workload";
import { createWorkload } from "@/lib/workloads/commands/create-workload";
import { foundWorld } from "@/prisma/factories/world";
import { recordDependency } from "../commands/record-dependency";
import { recordExternalLink } from "../commands/record-external-link";
import { removeDependency } from "../commands/remove-dependency";
import { type GraphSearch, parseGraphSearch } from "../rules/address";
import { getAround, getDrawing, getMap, getOverview, getRadius, getWholeList } from "./dependency-graph";
import { answerDrawing } from "./drawing";
import { listLinksOf } from "./links";

const world = await foundWorld();
const other = await foundWorld();
const engineer = { actor: world.as.platform_engineer };
const ids: Record<string, string> = {};
const id = (name: string) => ids[name] ?? "";
const search = (change: Partial<GraphSearch> = {}) => ({ ...parseGraphSearch({}), ...change });

async function link(dependent: string, needed: string, hardness: string) {
  const ends = { dependentId: id(dependent), neededId: id(needed) };
  return (await recordDependency(engineer, { ...ends, hardness, kind: "synchronous" })).dependencyId;
}

beforeAll(async () => {
  const criticality: Record<string, string> = { Portal: "revenue", Orders: "revenue", Reports: "support" };
  for (const name of ["Broker", "Orders", "Portal", "Reports", "Island", "Printer"]) {
    const facts = { name, criticality: criticality[name] ?? "", site: name === "Printer" ? "Venlo" : "" };
    ids[name] = (await createWorkload(engineer, facts)).workloadId;
  }
  ids.Foreign = (await createWorkload({ actor: other.as.platform_engineer }, { name: "Foreign" })).workloadId;
  await link("Orders", "Broker", "hard");
  await link("Portal", "Orders", "");
  await link("Reports", "Portal", "soft");
  await link("Printer", "Portal", "hard");
});

describe("blast radius", () => {
  test("stops along hard and unjudged links, degrades along soft ones, with the way to each", async () => {
    const { loss, sources } = await getRadius(
      world.as.auditor,
      search({ tab: "radius", sources: [id("Broker")] }),
    );
    expect(sources).toEqual([{ id: id("Broker"), name: "Broker" }]);
    expect(loss).toMatchObject({
      all: 4,
      assumed: 2,
      stops: { workloads: 3, atLeast: true, sites: ["Venlo"] },
    });
    const lines = loss?.list.rows.map((row) => [row.cells[0]?.text, row.cells[1]?.text, row.cells[7]?.text]);
    expect(lines).toEqual([
      ["Orders", "Stops", "Broker → Orders"],
      ["Portal", "Stops", "Broker → Orders → Portal"],
      ["Printer", "Stops", "Broker → Orders → Portal → Printer"],
      ["Reports", "Degrades", "Broker → Orders → Portal → Reports"],
    ]);
  });

  test("a workload of another program is not there", async () => {
    const asked = search({ tab: "radius", sources: [id("Foreign")] });
    await expect(getRadius(world.as.executive, asked)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(getWholeList(world.as.executive, asked, null)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(getDrawing(world.as.executive, search(), id("Foreign"))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await getAround(world.as.executive, id("Foreign"), search())).toBeNull();
    expect(await getAround(other.as.executive, id("Broker"), search())).toBeNull();
  });
});

describe("the graph that is kept", () => {
  test("is of the moment: a link recorded or removed is seen at once, by every role", async () => {
    const found = async () =>
      (await getAround(world.as.executive, id("Island"), search({ hops: 3 })))?.found ?? null;
    expect(await found()).toBe(0);
    const dependencyId = await link("Island", "Broker", "soft");
    expect(await found()).toBe(1);
    await removeDependency(engineer, { dependencyId, version: 1 });
    expect(await found()).toBe(0);
  });

  test("shows a changed fact of a workload", async () => {
    await changeWorkload(engineer, { workloadId: id("Island"), version: 1, name: "Island database" });
    expect((await getAround(world.as.auditor, id("Island"), search()))?.workload.name).toBe(
      "Island database",
    );
  });

  test("is not shared between programs", async () => {
    const own = await getOverview(other.as.program_manager, search());
    expect([own.workloads, own.links]).toEqual([1, 0]);
  });
});

describe("findings", () => {
  test("none recorded counts a workload with a link out of the portfolio as linked", async () => {
    const alone = async () =>
      (await getOverview(world.as.executive, search({ list: "alone" }))).list?.rows.map((row) => row.id);
    expect(await alone()).toEqual([id("Island")]);
    await recordExternalLink(engineer, { workloadId: id("Island"), name: "tax.example", side: "needs" });
    expect(await alone()).toEqual([]);
    const outside = (await getOverview(world.as.executive, search({ list: "outside" }))).list?.rows[0];
    expect(outside?.cells.map((cell) => cell.text)).toContain("tax.example");
  });

  test("the map counts every link between groups, by site", async () => {
    const { fold } = await getMap(world.as.business_owner, search({ tab: "map", by: "site" }));
    expect(fold.groups.map((one) => [one.key, one.workloads])).toEqual([
      ["Venlo", 1],
      [null, 5],
    ]);
    expect(fold.links).toMatchObject([{ links: 1, hard: 1, synchronous: 1 }]);
  });
});

describe("a partner", () => {
  test("sees nothing that was not given, in no list, number, drawing or file", async () => {
    const { partner } = world.as;
    for (const name of ["Orders", "Portal"]) {
      await grantWorkload(
        { actor: world.as.program_manager },
        { userId: partner.userId, workloadId: id(name) },
      );
    }
    await getOverview(world.as.program_manager, search());
    const overview = await getOverview(partner, search());
    expect([overview.full, overview.workloads, overview.links]).toEqual([false, 2, 1]);
    expect(Object.keys(overview.counts)).toEqual(["circles", "single-points", "chain", "undocumented"]);
    const around = await getAround(partner, id("Orders"), search({ hops: 3 }));
    const drawing = await getDrawing(partner, search({ hops: 3 }), id("Orders"));
    const radius = await getWholeList(partner, search({ tab: "radius", sources: [id("Orders")] }), null);
    expect(JSON.stringify([overview, around, drawing, radius])).not.toMatch(/Broker|Printer|Reports|Venlo/);
    expect(await getAround(partner, id("Broker"), search())).toBeNull();
    await expect(getWholeList(partner, search({ list: "unowned" }), null)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect((await getOverview(world.as.executive, search())).workloads).toBe(6);
    expect((await listLinksOf(partner, id("Orders"))).downstream).toHaveLength(1);
  });
});

describe("the drawing", () => {
  test("is made beside the request, kept, and has a place for every box and arrow", async () => {
    const ask = () => answerDrawing(world.as.platform_engineer, search({ hops: 3 }), id("Broker"));
    expect((await ask()).state).toBe("working");
    await expect.poll(async () => (await ask()).state, { timeout: 15_000 }).toBe("ready");
    const answer = await ask();
    if (answer.state !== "ready") throw new Error(answer.state);
    expect(answer.drawing.nodes).toHaveLength(5);
    expect(answer.layout.nodes).toHaveLength(5);
    expect(answer.layout.edges.every((points) => points.length >= 2)).toBe(true);
    const again = await answerDrawing(world.as.auditor, search({ hops: 3 }), id("Broker"));
    expect(again.state).toBe("ready");
  });
});
