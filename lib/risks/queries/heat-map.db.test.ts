import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/access/model";
import { placeWave, placeWorkload } from "@/prisma/factories/risk-world";
import { foundWorld, type World } from "@/prisma/factories/world";
import { asSuperuser } from "@/prisma/testing/database";
import { linesOfHeat } from "../rules/heat-lines";
import { FIRST_SCALE } from "../rules/scales";
import { riskSearch } from "../rules/search";
import { heatMap } from "./heat-map";
import { listRisks } from "./list-risks";
import { riskMap } from "./risk-map";

const DAYS = 30;
const FIRST = new Date("2026-01-01T00:00:00Z").getTime();
const at = (day: number) => new Date(FIRST + day * 86_400_000);
let world: World;
let auditor: Actor;

/** 240 risks of 30 days, each raised, scored, scored again and closed at some time, or not: drawn by their number. */
beforeAll(async () => {
  world = await foundWorld();
  auditor = world.as.auditor;
  const manager = world.as.program_manager;
  const criticality = ["revenue", "operational", "support", undefined] as const;
  const workloads: string[] = [];
  for (const [index, one] of criticality.entries())
    workloads.push(
      await placeWorkload(manager, `Workload ${index}`, one === undefined ? {} : { criticality: one }),
    );
  const waves = [
    await placeWave(manager, 1, "First", workloads.slice(0, 2)),
    await placeWave(manager, 2, "Second", workloads.slice(2)),
  ];
  await asSuperuser(
    `WITH n AS (SELECT i, hashint4(i) & 1023 AS a, hashint4(i + 1000) & 1023 AS b, hashint4(i + 2000) & 1023 AS c
        FROM generate_series(1, 240) i),
      domains AS (SELECT array_agg(id ORDER BY "nameKey") AS ids FROM "RiskDomain" WHERE "programId" = $1),
      rows AS (SELECT i, gen_random_uuid() AS id, a, b, c, $2::timestamptz + (a % 30) * interval '1 day' AS made,
        CASE WHEN b % 5 = 0 THEN NULL ELSE 1 + a % 5 END AS l, CASE WHEN b % 7 = 0 THEN NULL ELSE 1 + b % 5 END AS i5 FROM n),
      made AS (INSERT INTO "Risk" (id, "programId", code, title, "titleKey", "domainId", "currentLikelihood", "currentImpact",
          "currentScale", status, "closedAt", "closedReason", "createdAt", "updatedAt")
        SELECT id, $1, 'R-' || (1000 + i), 'Risk ' || i, 'risk ' || i, CASE WHEN c % 6 > 0 THEN ids[1 + c % 4] END, l, i5,
          CASE WHEN c % 9 = 0 THEN 1 ELSE 2 END, (CASE WHEN c % 4 = 0 THEN 'closed' ELSE 'open' END)::"RiskStatus",
          CASE WHEN c % 4 = 0 THEN made + (b % 20 + 1) * interval '1 day' END, CASE WHEN c % 4 = 0 THEN 'over' END, made, made
        FROM rows, domains RETURNING id),
      first AS (INSERT INTO "RiskAssessment" (id, "programId", "riskId", aspect, likelihood, impact, "scaleVersion", "assessedAt")
        SELECT gen_random_uuid(), $1, id, 'current', 1 + b % 5, 1 + c % 5, 1, made FROM rows WHERE a % 8 > 0),
      later AS (INSERT INTO "RiskAssessment" (id, "programId", "riskId", aspect, likelihood, impact, "scaleVersion", "assessedAt")
        SELECT gen_random_uuid(), $1, id, 'current', l, i5, CASE WHEN c % 9 = 0 THEN 1 ELSE 2 END,
          made + (1 + b % 25) * interval '1 day' FROM rows),
      wl AS (INSERT INTO "RiskWorkload" ("programId", "riskId", "workloadId")
        SELECT $1, id, ($3::uuid[])[1 + b % 4] FROM rows WHERE a % 3 > 0)
    INSERT INTO "RiskWave" ("programId", "riskId", "waveId") SELECT $1, id, ($4::uuid[])[1 + c % 2] FROM rows WHERE b % 3 = 0`,
    [world.program.id, at(0), workloads, waves],
  );
  const { likelihood, impact, matrix } = FIRST_SCALE;
  await asSuperuser(
    `INSERT INTO "RiskScale" (id, "programId", version, content, reason, "publishedAt", "publishedById")
     SELECT gen_random_uuid(), $1, 2, $2::jsonb, 'told', now(), $3`,
    [world.program.id, JSON.stringify({ likelihood, impact, matrix }), world.as.program_manager.userId],
  );
});

describe("domain by wave and by criticality", () => {
  test.each([
    ["wave", "current"],
    ["wave", "inherent"],
    ["criticality", "current"],
  ] as const)("by %s, %s: every cell holds what the register holds behind its link", async (axis, aspect) => {
    const map = await heatMap(auditor, { axis, aspect });
    expect(map.open).toBeGreaterThan(100);
    for (const line of linesOfHeat(map)) {
      const search = { ...riskSearch({ aspect }), ...line.filter };
      const { total } = await listRisks(auditor, search);
      expect({ cell: line.names, count: line.count }).toEqual({ cell: line.names, count: total });
      if (line.count === 0) continue;
      const unscored = await listRisks(auditor, { ...search, score: "unknown" });
      const older = await listRisks(auditor, { ...search, scale: "older" });
      expect([line.unscored, line.older]).toEqual([unscored.total, older.total]);
      if (aspect !== "current") continue;
      expect(line.above).toBe((await listRisks(auditor, { ...search, appetite: "above" })).total);
    }
  });

  test("the totals count every risk once", async () => {
    const map = await heatMap(auditor, { axis: "wave", aspect: "current" });
    const of = async (params: Record<string, string>) => (await listRisks(auditor, riskSearch(params))).total;
    expect(map).toMatchObject({
      open: await of({}),
      unscored: await of({ score: "unknown" }),
      older: await of({ scale: "older" }),
      noRow: await of({ domain: "none" }),
      noColumn: await of({ wave: "none" }),
    });
  });

  test("a partner has none, another program sees nothing of it", async () => {
    await expect(heatMap(world.as.partner, { axis: "wave", aspect: "current" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    const other = await foundWorld();
    expect((await heatMap(other.as.auditor, { axis: "wave", aspect: "current" })).open).toBe(0);
  });
});

test("between any two days, what arrived and came less what left is the difference of every cell", async () => {
  const day = fc.integer({ min: 0, max: DAYS + 25 });
  await fc.assert(
    fc.asyncProperty(day, day, async (one, other) => {
      const [from, to] = [Math.min(one, other), Math.max(one, other)];
      const then = await riskMap(auditor, { aspect: "current", until: at(from) });
      const now = await riskMap(auditor, { aspect: "current", since: at(from), until: at(to) });
      now.cells.forEach((cell, index) => {
        const difference = cell.count - (then.cells[index]?.count ?? 0);
        expect(cell.movedIn + cell.fresh - cell.movedOut).toBe(difference);
      });
      const shown = now.cells.reduce((sum, { count }) => sum + count, 0);
      expect(shown + now.unknown + now.older).toBe(now.open);
    }),
    { numRuns: 25 },
  );
});

test("a day that is past shows what was known then, now what is known now", async () => {
  const now = await riskMap(auditor, { aspect: "current" });
  const later = await riskMap(auditor, { aspect: "current", until: at(400) });
  expect(later.cells).toEqual(now.cells);
  expect([later.open, later.unknown, later.older, later.above, later.notJudged]).toEqual([
    now.open,
    now.unknown,
    now.older,
    now.above,
    now.notJudged,
  ]);
  expect((await riskMap(auditor, { aspect: "current", until: at(-1) })).open).toBe(0);
});
