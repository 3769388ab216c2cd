import { randomUUID } from "node:crypto";
import type pg from "pg";
import { describe, expect, test } from "vitest";
import { withActor } from "@/lib/db/transaction";
import { placeWave, placeWorkload } from "@/prisma/factories/risk-world";
import { addPerson, foundWorld } from "@/prisma/factories/world";
import { asOwner, asSuperuser, asWeb, connectAsWeb } from "@/prisma/testing/database";
import { enterAs } from "@/prisma/testing/every-table";

const world = await foundWorld();
const engineer = world.as.platform_engineer;
const programId = world.program.id;
/** The lock at which the control holds up who has worked out. */
const GATE = 4711;

/** The judgement said a second time, over whole tables: what the list computed on every request before it was kept. */
const FROM_SCRATCH = `SELECT w.id AS "workloadId", w."programId", w."nameKey",
    concat_ws(E'\\n', w."nameKey", lower(w."businessService"), lower(w."externalId"), nullif(lower(array_to_string(w.tags, ' ')), ''),
      nullif(lower(w.description), '')) AS words,
    w.kind, w.criticality, w."tierId", w."businessOwnerId", w."technicalOwnerId", w.site, w."runsAt", w.region, w.source,
    w.disposition, w.hosting, w."cutoverPattern", v.number AS wave, e."rtoMinutes", e."rtoFrom", e."rpoMinutes", e."rpoFrom",
    coalesce(l.links, 0) AS links, coalesce(k.open, 0) AS "openRisks", coalesce(k.above, 0) AS "aboveAppetite",
    coalesce(k.unjudged, 0) AS unjudged, k.due AS "nextDue",
    CASE WHEN k.above > 0 THEN 0 WHEN num_nulls(w.criticality, w."tierId", w."businessOwnerId", e."rtoMinutes", e."rpoMinutes") > 0
      OR k.unjudged > 0 THEN 1 ELSE 3 END AS rank,
    coalesce(array_position('{revenue,operational,support}'::text[], w.criticality::text), 0) AS weight
  FROM "Workload" w
  LEFT JOIN wavegate_effective_target e ON e."workloadId" = w.id
  LEFT JOIN "WaveWorkload" ww ON ww."workloadId" = w.id LEFT JOIN "Wave" v ON v.id = ww."waveId"
  LEFT JOIN (SELECT ends.id, count(*)::int AS links FROM (SELECT "dependentId" AS id FROM "Dependency"
    UNION ALL SELECT "neededId" FROM "Dependency") ends GROUP BY ends.id) l ON l.id = w.id
  LEFT JOIN (SELECT rw."workloadId", count(*)::int AS open, min(r."dueOn") AS due,
      count(*) FILTER (WHERE r."currentLikelihood" * r."currentImpact" > d.appetite)::int AS above,
      count(*) FILTER (WHERE r."currentLikelihood" * r."currentImpact" * d.appetite IS NULL)::int AS unjudged
    FROM "RiskWorkload" rw JOIN "Risk" r ON r.id = rw."riskId" AND r.status = 'open'
    LEFT JOIN "RiskDomain" d ON d.id = r."domainId" GROUP BY rw."workloadId") k ON k."workloadId" = w.id`;

/** What is kept, and what it ought to be: both as sorted lines of text. */
async function lawHolds(): Promise<void> {
  const [kept] = await asSuperuser<{ rows: string[] }>(
    `SELECT coalesce(json_agg(to_jsonb(s)::text ORDER BY s."workloadId"), '[]') AS rows FROM "WorkloadStanding" s WHERE s."programId" = $1`,
    [programId],
  );
  const [fresh] = await asSuperuser<{ rows: string[] }>(
    `SELECT coalesce(json_agg(to_jsonb(s)::text ORDER BY s."workloadId"), '[]') AS rows FROM (${FROM_SCRATCH}) s WHERE s."programId" = $1`,
    [programId],
  );
  expect(kept?.rows).toEqual(fresh?.rows);
  const [tally] = await asSuperuser<{ kept: number; counted: number; due: number }>(
    `SELECT coalesce((SELECT workloads FROM "StandingTally" WHERE "programId" = $1), 0) AS kept,
      (SELECT count(*)::int FROM "Workload" WHERE "programId" = $1) AS counted, (SELECT count(*)::int FROM "StandingDue") AS due`,
    [programId],
  );
  expect(tally).toEqual({ kept: tally?.counted, counted: tally?.counted, due: 0 });
}

/** A small generator of chance that can be repeated. */
function chance(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

type Run = (text: string, values?: unknown[]) => Promise<unknown>;
const pick = <T>(list: readonly T[], at: number): T | null => list[at % Math.max(1, list.length)] ?? null;

type Ground = {
  workloads: string[];
  tiers: string[];
  domains: string[];
  risks: string[];
  processes: string[];
  waves: string[];
  owner: string;
};

/** One random write, of any kind that a standing rests on. */
async function randomWrite(run: Run, ground: Ground, next: (below: number) => number): Promise<void> {
  const a = pick(ground.workloads, next(1_000));
  const b = pick(ground.workloads, next(1_000));
  const minutes = next(4) === 0 ? null : next(5) * 60;
  switch (next(16)) {
    case 0: {
      const id = randomUUID();
      await run(
        `INSERT INTO "Workload" (id, "programId", name, "nameKey", tags, "createdAt", "updatedAt") VALUES ($1, $2, $3::text, $3, '{one}', now(), now())`,
        [id, programId, `w ${id}`],
      );
      ground.workloads.push(id);
      return;
    }
    case 1:
      await run(
        `UPDATE "Workload" SET criticality = (ARRAY['revenue', 'operational', 'support', NULL]::"Criticality"[])[$2::int + 1],
          "tierId" = $3, "businessOwnerId" = $4, site = 'site ' || $2, description = 'Text ' || $2 WHERE id = $1`,
        [a, next(4), next(3) === 0 ? null : pick(ground.tiers, next(9)), next(3) === 0 ? null : ground.owner],
      );
      return;
    case 2:
      if (a !== b)
        await run(
          `INSERT INTO "Dependency" (id, "programId", "dependentId", "neededId", "createdAt")
            VALUES (gen_random_uuid(), $1, $2, $3, now()) ON CONFLICT DO NOTHING`,
          [programId, a, b],
        );
      return;
    case 3:
      await run(`DELETE FROM "Dependency" WHERE "dependentId" = $1`, [a]);
      return;
    case 4:
      await run(
        `INSERT INTO "RiskWorkload" ("programId", "riskId", "workloadId") VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
        [programId, pick(ground.risks, next(99)), a],
      );
      return;
    case 5:
      await run(`DELETE FROM "RiskWorkload" WHERE "workloadId" = $1 AND "riskId" = $2`, [
        a,
        pick(ground.risks, next(99)),
      ]);
      return;
    case 6:
    case 7:
      await run(
        `UPDATE "Risk" SET "currentLikelihood" = $2, "currentImpact" = $3, "dueOn" = '2026-11-01'::date + $4::int,
          "domainId" = $5, status = $6::"RiskStatus" WHERE id = $1`,
        [
          pick(ground.risks, next(99)),
          next(4) === 0 ? null : 1 + next(5),
          1 + next(5),
          next(60),
          next(4) === 0 ? null : pick(ground.domains, next(9)),
          next(4) === 0 ? "closed" : "open",
        ],
      );
      return;
    case 8:
      await run(`UPDATE "RiskDomain" SET appetite = $2 WHERE id = $1`, [
        pick(ground.domains, next(9)),
        next(4) === 0 ? null : 1 + next(24),
      ]);
      return;
    case 9:
      await run(`UPDATE "Tier" SET "rtoMinutes" = $2, "rpoMinutes" = $3 WHERE id = $1`, [
        pick(ground.tiers, next(9)),
        minutes,
        minutes,
      ]);
      return;
    case 10:
      await run(
        `INSERT INTO "RecoveryTarget" (id, "programId", "workloadId", "rtoMinutes", "createdAt") VALUES (gen_random_uuid(), $1, $2, $3, now())
          ON CONFLICT ("programId", "workloadId") DO UPDATE SET "rtoMinutes" = EXCLUDED."rtoMinutes"`,
        [programId, a, minutes],
      );
      return;
    case 11:
      await run(`DELETE FROM "RecoveryTarget" WHERE "workloadId" = $1`, [a]);
      return;
    case 12:
      await run(
        `INSERT INTO "ProcessWorkload" ("programId", "processId", "workloadId") VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
        [programId, pick(ground.processes, next(9)), a],
      );
      return;
    case 13:
      await run(`UPDATE "BusinessProcess" SET "rtoMinutes" = $2, "rpoMinutes" = $2 WHERE id = $1`, [
        pick(ground.processes, next(9)),
        minutes,
      ]);
      return;
    case 14:
      await run(
        `INSERT INTO "WaveWorkload" ("programId", "waveId", "workloadId", "addedAt") VALUES ($1, $2, $3, now())
          ON CONFLICT ("workloadId") DO UPDATE SET "waveId" = EXCLUDED."waveId"`,
        [programId, pick(ground.waves, next(9)), a],
      );
      return;
    default:
      await run(`DELETE FROM "WaveWorkload" WHERE "workloadId" = $1`, [a]);
  }
}

async function makeGround(): Promise<Ground> {
  const many = async (count: number, text: string) => {
    const ids = Array.from({ length: count }, () => randomUUID());
    for (const [at, id] of ids.entries()) await asSuperuser(text, [id, programId, `${id} ${at}`]);
    return ids;
  };
  return {
    workloads: await Promise.all(
      [1, 2, 3, 4, 5, 6].map((at) => placeWorkload(engineer, `Ground ${at} ${randomUUID()}`)),
    ),
    tiers: await many(
      2,
      `INSERT INTO "Tier" (id, "programId", name, "nameKey", rank, "createdAt") VALUES ($1, $2, $3::text, $3, 1, now())`,
    ),
    domains: await many(
      2,
      `INSERT INTO "RiskDomain" (id, "programId", name, "nameKey", appetite, "createdAt") VALUES ($1, $2, $3::text, $3, 9, now())`,
    ),
    risks: await many(
      4,
      `INSERT INTO "Risk" (id, "programId", code, title, "titleKey", "createdAt", "updatedAt") VALUES ($1, $2, $3::text, $3, $3, now(), now())`,
    ),
    processes: await many(
      2,
      `INSERT INTO "BusinessProcess" (id, "programId", name, "nameKey", "createdAt", "updatedAt") VALUES ($1, $2, $3::text, $3, now(), now())`,
    ),
    waves: [
      await placeWave(engineer, 1 + Math.floor(Math.random() * 1e8), "First"),
      await placeWave(engineer, 1 + Math.floor(Math.random() * 1e8), "Second"),
    ],
    owner: await addPerson(world, `Owner ${randomUUID()}`),
  };
}

describe("what is kept beside each workload", () => {
  test.each([7, 42, 2026])("equals the judgement from scratch after any writes (seed %i)", async (seed) => {
    const ground = await makeGround();
    const next = chance(seed);
    const client = await connectAsWeb();
    for (let turn = 0; turn < 25; turn += 1) {
      await client.query("BEGIN");
      await enterAs(client, engineer.userId, programId);
      for (let write = 0; write <= next(4); write += 1) {
        await randomWrite((text, values) => client.query(text, values), ground, next);
      }
      await client.query("COMMIT");
      await lawHolds();
    }
    await client.end();
  });

  test("holds when writers meet: eight at once on the same workloads, risks and tiers, some of them turned back", async () => {
    const ground = await makeGround();
    const writers = await Promise.all(Array.from({ length: 8 }, () => connectAsWeb()));
    await Promise.all(writers.map((client, at) => writeInTurns(client, ground, chance(100 + at))));
    await Promise.all(writers.map((client) => client.end()));
    await lawHolds();
  });

  test("rests on the lock: with it two who meet leave what is true, without it they do not", async () => {
    const [settled] = await asSuperuser<{ source: string }>(
      `SELECT pg_get_functiondef('wavegate_settle_standings'::regproc) AS source`,
    );
    const source = settled?.source ?? "";
    // Nobody comes from working out to COMMIT before both have come as far as they can.
    const slow = source.replace(
      /RETURN NULL;\s+END \$/u,
      `PERFORM pg_advisory_xact_lock_shared(${GATE}); RETURN NULL; END $$`,
    );
    const unlocked = slow.replace(/PERFORM pg_advisory_xact_lock\([^;]*;/u, "");
    expect(new Set([source, slow, unlocked]).size).toBe(3);
    await asSuperuser(slow);
    expect(await linksAfterMeeting()).toEqual({ kept: 2, counted: 2 });
    await asSuperuser(unlocked);
    expect(await linksAfterMeeting()).toEqual({ kept: 1, counted: 2 });
    await asSuperuser(source);
  });

  test("goes with its workload", async () => {
    const id = await placeWorkload(engineer, `Gone ${randomUUID()}`);
    await asSuperuser(`DELETE FROM "Workload" WHERE id = $1`, [id]);
    await lawHolds();
  });

  test("is nobody's to write, and no partner's to read", async () => {
    await expect(
      withActor(engineer, (tx) => tx.$executeRaw`UPDATE "WorkloadStanding" SET rank = 3`),
    ).rejects.toThrow();
    await expect(
      withActor(
        engineer,
        (tx) =>
          tx.$executeRaw`INSERT INTO "StandingDue" VALUES (1, ${programId}::uuid, 'program', ${programId}::uuid)`,
      ),
    ).rejects.toThrow();
    const seen = (actor: typeof engineer) =>
      withActor(
        actor,
        (tx) => tx.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM "WorkloadStanding"`,
      );
    expect((await seen(engineer))[0]?.n).toBeGreaterThan(0);
    expect(await seen(world.as.partner)).toEqual([{ n: 0 }]);
    const stranger = await foundWorld();
    expect(await seen(stranger.as.executive)).toEqual([{ n: 0 }]);
    expect(await asWeb(`SELECT 1 FROM "WorkloadStanding"`)).toEqual([]);
  });

  test("is not written under an isolation that could miss a neighbour", async () => {
    const client = await connectAsWeb();
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ");
    await enterAs(client, engineer.userId, programId);
    await client.query(`UPDATE "Workload" SET site = 'elsewhere' WHERE "programId" = $1`, [programId]);
    await expect(client.query("COMMIT")).rejects.toThrow(/read committed/u);
    await client.end();
    expect(await asOwner(`SELECT 1 FROM "Workload" WHERE site = 'elsewhere'`)).toEqual([]);
  });
});

/** Two transactions that each give the same workload a link and commit together: what is kept, and what there is. */
async function linksAfterMeeting(): Promise<{ kept: number; counted: number } | undefined> {
  const [hub, ...ends] = await Promise.all(
    ["Hub", "One end", "Other end"].map((name) => placeWorkload(engineer, `${name} ${randomUUID()}`)),
  );
  const clients = await Promise.all(ends.map(() => connectAsWeb()));
  for (const [at, client] of clients.entries()) {
    await client.query("BEGIN");
    await enterAs(client, engineer.userId, programId);
    await client.query(
      `INSERT INTO "Dependency" (id, "programId", "dependentId", "neededId", "createdAt")
        VALUES (gen_random_uuid(), $1, $2, $3, now())`,
      [programId, ends[at], hub],
    );
  }
  const gate = await connectAsWeb();
  await gate.query("SELECT pg_advisory_lock($1)", [GATE]);
  const pids = await Promise.all(clients.map(pidOf));
  const commits = clients.map((client) => client.query("COMMIT"));
  while ((await waiting(gate, pids)) < clients.length);
  await gate.end();
  await Promise.all(commits);
  await Promise.all(clients.map((client) => client.end()));
  const [found] = await asSuperuser<{ kept: number; counted: number }>(
    `SELECT s.links AS kept, (SELECT count(*)::int FROM "Dependency" d WHERE d."neededId" = s."workloadId") AS counted
      FROM "WorkloadStanding" s WHERE s."workloadId" = $1`,
    [hub],
  );
  await asSuperuser(`SELECT wavegate_work_out_standings(ARRAY[$1]::uuid[])`, [hub]);
  return found;
}

async function pidOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  return rows[0]?.pid ?? 0;
}

/** How many of these connections wait for a lock. */
async function waiting(client: pg.Client, pids: readonly number[]): Promise<number> {
  const { rows } = await client.query<{ n: number }>(
    "SELECT count(DISTINCT pid)::int AS n FROM pg_locks WHERE NOT granted AND pid = ANY ($1)",
    [pids],
  );
  return rows[0]?.n ?? 0;
}

/** Forty transactions of a few writes, every fifth rolled back; a deadlock of the rows themselves is a rollback too. */
async function writeInTurns(client: pg.Client, ground: Ground, next: (below: number) => number) {
  const mine: Ground = { ...ground, workloads: [...ground.workloads] };
  for (let turn = 0; turn < 40; turn += 1) {
    await client.query("BEGIN");
    await enterAs(client, engineer.userId, programId);
    try {
      for (let write = 0; write <= next(3); write += 1) {
        await randomWrite((text, values) => client.query(text, values), mine, next);
      }
      await client.query(next(5) === 0 ? "ROLLBACK" : "COMMIT");
    } catch (error) {
      await client.query("ROLLBACK");
      if (!/deadlock/u.test(String(error))) throw error;
    }
    mine.workloads = [...ground.workloads];
  }
}
