import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/access/model";
import { withActor } from "@/lib/db/transaction";
import { placeWave, placeWorkload } from "@/prisma/factories/risk-world";
import { addPerson, foundWorld, type World } from "@/prisma/factories/world";
import { assessRisk } from "../commands/assess-risk";
import { closeRisk } from "../commands/close-risk";
import { raiseRisk } from "../commands/raise-risk";
import { saveRiskDomain } from "../commands/save-risk-domain";
import type { Level } from "../model/rating";
import { appetiteStanding } from "../rules/appetite";
import { riskSearch } from "../rules/search";
import { getRisk } from "./get-risk";
import { exportRisks, listRisks } from "./list-risks";
import { listRiskDomains, riskChoices } from "./risk-choices";
import { RISK_MAP_JSON, riskMap } from "./risk-map";
import { riskCounts, risksAboveAppetite } from "./risks-above-appetite";

const DAY = 86_400_000;
const weekAgo = new Date(Date.now() - 7 * DAY);
let world: World;
let manager: Actor;
let waveId: string;
let workloadId: string;
let domainId: string;
let silentId: string;

/** strict 6: two above (20, 12), one within (4), one unscored, one closed; silent: one at 25; no domain: one at 25. */
beforeAll(async () => {
  world = await foundWorld();
  manager = world.as.program_manager;
  domainId = (await saveRiskDomain({ actor: manager }, { name: "Strict", appetite: 6 })).id;
  silentId = (await saveRiskDomain({ actor: manager }, { name: "Silent", appetite: null })).id;
  workloadId = await placeWorkload(manager, "Tilbury WMS");
  waveId = await placeWave(manager, 4, "Tilbury", [workloadId]);
  const ownerId = await addPerson(world, "Joost van Dijk");
  const old = {
    occurredAt: new Date(weekAgo.getTime() - DAY),
    source: "register",
    reason: "kept on paper",
    by: manager,
  };
  const first = {
    title: "Restore too slow",
    domainId,
    ownerId,
    workloadIds: [workloadId],
    dueOn: "2020-01-01",
  };
  await raiseRisk({ actor: manager, backfill: old }, { ...first, currentLikelihood: 3, currentImpact: 4 });
  const grown = await raiseRisk(
    { actor: manager, backfill: old },
    { title: "Orders booked twice", domainId, waveIds: [waveId], currentLikelihood: 3, currentImpact: 4 },
  );
  await assess(grown.id, 5, 4);
  await raiseRisk(
    { actor: manager },
    { title: "100% within", domainId, currentLikelihood: 2, currentImpact: 2 },
  );
  await raiseRisk({ actor: manager }, { title: "Not scored", domainId });
  const gone = await raiseRisk(
    { actor: manager, backfill: old },
    { title: "Gone", domainId, currentLikelihood: 1, currentImpact: 1 },
  );
  await closeRisk({ actor: manager }, { riskId: gone.id, version: 1, reason: "No more" });
  const worst = { currentLikelihood: 5, currentImpact: 5 } as const;
  await raiseRisk({ actor: manager }, { title: "Nobody said the limit", domainId: silentId, ...worst });
  await raiseRisk({ actor: manager }, { title: "No domain", ...worst });
});

describe("the map", () => {
  test("counts every open risk once, the unknown apart, by each risk's own appetite", async () => {
    const map = await riskMap(manager, { aspect: "current" });
    expect(map).toMatchObject({ open: 6, unknown: 1, above: 2, notJudged: 3, since: null });
    expect(map.cells.reduce((sum, cell) => sum + cell.count, 0)).toBe(5);
    expect(cell(map, 5, 5)).toMatchObject({ count: 2, level: "critical", movedIn: 0, fresh: 0 });
    expect(map.line.appetite).toBe(6);
    expect(await riskMap(manager, { aspect: "target" })).toMatchObject({ open: 6, unknown: 6, above: 0 });
  });

  test("tells movement since a date", async () => {
    const map = await riskMap(manager, { aspect: "current", since: weekAgo });
    expect(cell(map, 5, 4)).toMatchObject({ count: 1, movedIn: 1, movedOut: 0, fresh: 0 });
    expect(cell(map, 3, 4)).toMatchObject({ count: 1, movedIn: 0, movedOut: 1 });
    expect(cell(map, 1, 1)).toMatchObject({ count: 0, movedOut: 1 });
    expect(cell(map, 5, 5)).toMatchObject({ count: 2, movedIn: 0, fresh: 2 });
  });

  test("narrows to a wave and to a domain", async () => {
    for (const scope of [{ waveId }, { waveNumber: 4 }]) {
      expect(await riskMap(manager, { aspect: "current", ...scope })).toMatchObject({ open: 2, above: 2 });
    }
    const silent = await riskMap(manager, { aspect: "current", domainId: silentId });
    expect(silent).toMatchObject({ open: 1, above: 0, notJudged: 1, line: { appetite: null } });
    expect(await riskMap(manager, { aspect: "current", domainId: "none" })).toMatchObject({
      open: 1,
      notJudged: 1,
    });
  });

  test("the text for machines holds the same counts", async () => {
    const [row] = await withActor(manager, (tx) =>
      tx.$queryRawUnsafe<{ json: string }[]>(RISK_MAP_JSON.text),
    );
    expect(JSON.parse(row?.json ?? "")).toEqual([
      [2, 2, 1],
      [3, 4, 1],
      [5, 4, 1],
      [5, 5, 2],
      [null, null, 1],
    ]);
  });
});

describe("the register", () => {
  test.each([
    [{}, 6],
    [{ status: "closed" }, 1],
    [{ status: "all" }, 7],
    [{ q: "100%" }, 1],
    [{ q: "r-002" }, 1],
    [{ domain: "none" }, 1],
    [{ owner: "none" }, 5],
    [{ wave: "4" }, 2],
    [{ wave: "5" }, 0],
    [{ l: "3", i: "4" }, 1],
    [{ l: "3", i: "4", aspect: "target" }, 0],
    [{ level: "critical" }, 3],
    [{ score: "unknown" }, 1],
    [{ appetite: "above" }, 2],
    [{ appetite: "within" }, 1],
    [{ appetite: "unknown" }, 3],
    [{ due: "overdue" }, 1],
  ])("%o leaves %i", async (params, total) => {
    const list = await listRisks(manager, riskSearch(params));
    expect(list.total).toBe(total);
    expect(list.rows).toHaveLength(total);
    expect(list.everything).toBe(7);
    expect(await exportRisks(manager, riskSearch(params))).toHaveLength(total);
  });

  test("the unknown stands before the worst, and every order is complete", async () => {
    const rows = (await listRisks(manager, riskSearch({}))).rows;
    expect(rows.map((row) => row.currentScore)).toEqual([null, 25, 25, 20, 12, 4]);
    for (const sort of ["code", "title", "owner", "due", "updated", "score"]) {
      for (const order of ["asc", "desc"]) {
        expect((await listRisks(manager, riskSearch({ sort, order }))).rows).toHaveLength(6);
      }
    }
  });

  test("a line carries what the page shows, and judges as the rule does", async () => {
    const { rows } = await listRisks(manager, riskSearch({ status: "all" }));
    for (const row of rows) expect(row.standing).toBe(appetiteStanding(row.currentScore, row.appetite));
    const slow = rows.find((row) => row.title === "Restore too slow");
    expect(slow).toMatchObject({ owner: "Joost van Dijk", workloads: 1, waves: [4], dueOn: "2020-01-01" });
    expect(slow?.overdueDays).toBeGreaterThan(2_000);
  });

  test("a page beyond the last is the last", async () => {
    expect(await listRisks(manager, riskSearch({ page: "99" }))).toMatchObject({ page: 1, pages: 1 });
  });
});

describe("what homes and gates ask", () => {
  test("above appetite, the worst first, with the score then", async () => {
    const rows = await risksAboveAppetite(manager, 5, { since: weekAgo });
    expect(rows.map((row) => [row.currentScore, row.scoreThen, row.fresh])).toEqual([
      [20, 12, false],
      [12, 12, false],
    ]);
    expect(await risksAboveAppetite(manager, 1)).toHaveLength(1);
  });

  test("counts leave nothing out", async () => {
    const counts = await riskCounts(manager);
    expect(counts).toEqual({
      open: 6,
      above: 2,
      accepted: 0,
      within: 1,
      unknown: 3,
      withoutOwner: 5,
      overdue: 1,
      older: 0,
      lateActions: 0,
    });
  });

  test("domains and choices", async () => {
    const strict = (await listRiskDomains(manager)).find((one) => one.id === domainId);
    expect(strict).toMatchObject({ appetite: 6, above: 2, accepted: 0, within: 1 });
    const choices = await riskChoices(manager);
    expect(choices.waves.map((one) => one.number)).toEqual([4]);
    expect(choices.domains.length).toBeGreaterThan(2);
  });
});

test("partners read no risks, and nobody reads another program's", async () => {
  await expect(listRisks(world.as.partner, riskSearch({}))).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(riskMap(world.as.partner, { aspect: "current" })).rejects.toMatchObject({ code: "FORBIDDEN" });
  const other = await foundWorld();
  expect(await riskCounts(other.as.executive)).toMatchObject({ open: 0 });
  expect((await listRisks(other.as.auditor, riskSearch({ wave: "4" }))).total).toBe(0);
  await expect(getRisk(other.as.auditor, "R-001")).rejects.toMatchObject({ code: "NOT_FOUND" });
});

async function assess(riskId: string, likelihood: Level, impact: Level) {
  await assessRisk({ actor: manager }, { riskId, version: 1, aspect: "current", likelihood, impact });
}

function cell(map: Awaited<ReturnType<typeof riskMap>>, likelihood: number, impact: number) {
  return map.cells.find((one) => one.likelihood === likelihood && one.impact === impact);
}
