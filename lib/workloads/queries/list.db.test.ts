import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closePipeline } from "@/lib/db/pipeline";
import { grantWorkload } from "@/lib/programs/commands/grant-workload";
import { addPerson, foundWorld } from "@/prisma/factories/world";
import { asSuperuser } from "@/prisma/testing/database";
import { createWorkload } from "../commands/create-workload";
import { saveTier } from "../commands/save-tier";
import { SORT_KEYS, type WorkloadSearch } from "../model/search";
import { healthOf } from "../rules/health";
import { pageFromJson } from "../rules/page-json";
import { EMPTY_SEARCH, parseSearch } from "../rules/search";
import { everyWorkload, listWorkloads, readWorkloadPage } from "./list";
import { listFilterOptions } from "./list-options";

const world = await foundWorld();
const { executive, partner, platform_engineer, program_manager } = world.as;
const ids = new Map<string, string>();

beforeAll(async () => {
  const joost = await addPerson(world, "Joost van Dijk");
  const { tierId } = await saveTier({ actor: program_manager }, tierOf("Tier 2", 240, 15));
  const bare = await saveTier({ actor: program_manager }, tierOf("Tier without numbers", null, null));
  const known = { criticality: "operational", tierId, businessOwnerId: joost, kind: "wms" };
  await add({ ...known, name: "Tilbury WMS", criticality: "revenue", site: "Tilbury" });
  await add({ ...known, name: "Late one" });
  await add({ ...known, name: "Above appetite" });
  await add({ ...known, name: "Not judged" });
  await add({ ...known, name: "No targets", tierId: bare.tierId });
  await add({ name: "100% unknown_thing", site: "Tilbury, dock 2" });
  for (let index = 0; index < 60; index += 1) await add({ ...known, name: `Filler ${index}`, kind: "tms" });
  await addRisk("Late one", { score: [2, 2], dueOn: "2020-01-01" });
  await addRisk("Above appetite", { score: [4, 4], dueOn: null });
  await addRisk("Not judged", { score: null, dueOn: null });
  await addLink("Tilbury WMS", "Late one");
  await addLink("Above appetite", "Tilbury WMS");
});
afterAll(closePipeline);

function tierOf(name: string, rtoMinutes: number | null, rpoMinutes: number | null) {
  return { name, rank: 2, rtoMinutes, rpoMinutes, availability: null, drillIntervalDays: null };
}

async function add(facts: { name: string } & Record<string, unknown>) {
  const { workloadId } = await createWorkload({ actor: platform_engineer }, facts);
  ids.set(facts.name, workloadId);
}

async function addRisk(workload: string, risk: { score: [number, number] | null; dueOn: string | null }) {
  await asSuperuser(
    `WITH d AS (INSERT INTO "RiskDomain" (id, "programId", name, "nameKey", appetite, "createdAt")
        VALUES (gen_random_uuid(), $1, $2, $2, 9, now()) RETURNING id),
      r AS (INSERT INTO "Risk" (id, "programId", code, title, "titleKey", "domainId", "currentLikelihood", "currentImpact", "dueOn", "createdAt", "updatedAt")
        SELECT gen_random_uuid(), $1, $2, $2, $2, d.id, $3, $4, $5, now(), now() FROM d RETURNING id)
      INSERT INTO "RiskWorkload" ("programId", "riskId", "workloadId") SELECT $1, r.id, $6 FROM r`,
    [world.program.id, `R ${workload}`, risk.score?.[0], risk.score?.[1], risk.dueOn, ids.get(workload)],
  );
}

async function addLink(dependent: string, needed: string) {
  await asSuperuser(
    `INSERT INTO "Dependency" (id, "programId", "dependentId", "neededId", "createdAt") VALUES (gen_random_uuid(), $1, $2, $3, now())`,
    [world.program.id, ids.get(dependent), ids.get(needed)],
  );
}

const search = (query: string): WorkloadSearch => parseSearch(new URLSearchParams(query));
const named = async (query: string) =>
  (await listWorkloads(executive, search(query))).rows.map((row) => row.name);

describe("listWorkloads", () => {
  test("shows the worst first, 50 a page, and counts", async () => {
    const first = await listWorkloads(executive, EMPTY_SEARCH);
    expect(first).toMatchObject({ full: true, total: 66, matched: 66, page: 1, pages: 2 });
    expect(first.rows).toHaveLength(50);
    expect(first.rows.slice(0, 5).map((row) => [row.name, row.health])).toEqual([
      ["Above appetite", "off_track"],
      ["100% unknown_thing", "unknown"],
      ["No targets", "unknown"],
      ["Not judged", "unknown"],
      ["Late one", "at_risk"],
    ]);
    expect((await listWorkloads(executive, search("page=2"))).rows).toHaveLength(16);
    expect(await listWorkloads(executive, search("page=99"))).toMatchObject({ page: 2 });
  });

  test("the database and the rule say the same about health, and no unknown is on track", async () => {
    for await (const rows of everyWorkload(executive, EMPTY_SEARCH)) {
      expect(rows.map((row) => [row.name, row.health])).toEqual(
        rows.map((row) => [row.name, healthOf(row).level]),
      );
    }
  });

  test("searches the words as they are written, wildcards included", async () => {
    expect(await named("q=tilbury")).toEqual(["Tilbury WMS"]);
    expect(await named("q=100%25")).toEqual(["100% unknown_thing"]);
    expect(await named("q=unknown_t")).toEqual(["100% unknown_thing"]);
    expect(await named("q=a_e")).toEqual([]);
  });

  test.each([
    ["criticality=revenue", ["Tilbury WMS"]],
    ["criticality=none", ["100% unknown_thing"]],
    ["criticality=revenue&criticality=none&sort=name", ["100% unknown_thing", "Tilbury WMS"]],
    ["owner=none", ["100% unknown_thing"]],
    ["tier=none", ["100% unknown_thing"]],
    ["kind=none", ["100% unknown_thing"]],
    ["kind=wms&health=at_risk", ["Late one"]],
    ["health=off_track&wave=none", ["Above appetite"]],
    ["wave=3", []],
    ["site=Tilbury%2C+dock+2", ["100% unknown_thing"]],
    ["criticality=nonsense", []],
    ["tier=not-an-id", []],
    ["disposition=rehost", []],
    ["missing=owner", ["100% unknown_thing"]],
    ["missing=criticality&missing=rto", ["100% unknown_thing", "No targets"]],
    ["missing=none&health=unknown", ["Not judged"]],
    ["question=open", []],
    ["question=none&wave=none&criticality=none", ["100% unknown_thing"]],
    ["technical=none&criticality=none", ["100% unknown_thing"]],
    ["hosting=none&region=none&cutover=none&source=none&kind=none", ["100% unknown_thing"]],
    ["health=off_track&health=at_risk", ["Above appetite", "Late one"]],
  ])("filters %s", async (query, names) => {
    expect(await named(query)).toEqual(names);
  });

  test.each(SORT_KEYS)("sorts by %s both ways, and no row is lost between pages", async (key) => {
    for (const sort of [key, `-${key}`]) {
      const pages = await Promise.all(
        [1, 2].map((page) => listWorkloads(executive, search(`sort=${sort}&page=${page}`))),
      );
      expect(new Set(pages.flatMap((page) => page.rows.map((row) => row.id))).size).toBe(66);
    }
  });

  test("carries links, risks and where a target comes from", async () => {
    const { rows } = await listWorkloads(executive, search("q=tilbury+wms"));
    expect(rows[0]).toMatchObject({
      tier: "Tier 2",
      owner: "Joost van Dijk",
      wave: null,
      rto: 240,
      rtoFrom: "tier",
      rpo: 15,
      links: 2,
      risks: 0,
      health: "on_track",
    });
  });

  test("a partner sees what was granted, without owners, tiers, targets and risks", async () => {
    expect(await listWorkloads(partner, EMPTY_SEARCH)).toMatchObject({ full: false, total: 0, rows: [] });
    const workloadId = ids.get("Above appetite") ?? "";
    await grantWorkload({ actor: program_manager }, { userId: partner.userId, workloadId });
    const { rows, total } = await listWorkloads(partner, EMPTY_SEARCH);
    expect(total).toBe(1);
    expect(rows[0]).toMatchObject({
      name: "Above appetite",
      owner: null,
      tier: null,
      rto: null,
      risks: 0,
      links: 0,
    });
    expect((await listWorkloads(partner, search("owner=none"))).matched).toBe(1);
  });
});

test("the hot path answers the same page, for the same person, and refuses a session that is over", async () => {
  const [session] = await asSuperuser<{ id: string }>(
    `INSERT INTO "LoginSession" (id, "userId", "createdAt", "lastSeenAt", "expiresAt", method, address, agent)
      VALUES (gen_random_uuid(), $1, now(), now(), now() + interval '1 hour', 'password', '127.0.0.1', 'test') RETURNING id`,
    [executive.userId],
  );
  const sessionId = session?.id ?? "";
  const json = await readWorkloadPage(sessionId, world.program.slug, EMPTY_SEARCH);
  expect(pageFromJson(json)).toEqual(await listWorkloads(executive, EMPTY_SEARCH));
  await expect(readWorkloadPage(sessionId, "no-such-program", EMPTY_SEARCH)).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  await asSuperuser(`UPDATE "LoginSession" SET "endedAt" = now() WHERE id = $1`, [sessionId]);
  await expect(readWorkloadPage(sessionId, world.program.slug, EMPTY_SEARCH)).rejects.toMatchObject({
    code: "UNAUTHENTICATED",
  });
});

test("the filters offer what occurs, and none", async () => {
  const options = await listFilterOptions(executive);
  expect(options.kind.map((option) => option.label)).toEqual(["WMS", "TMS", "Unknown"]);
  expect(options.site.map((option) => option.value)).toEqual(["Tilbury", "Tilbury, dock 2", "none"]);
  expect(options.owner.map((option) => option.label)).toEqual(["Joost van Dijk", "No owner"]);
});
