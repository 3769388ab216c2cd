import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/model";
import { foundWorld } from "@/prisma/factories/world";
import { database } from "./client";
import { withActor } from "./transaction";

const WHO = `SELECT id::text AS id FROM "Program"`;

let people: [Actor, Actor];
let pool: pg.Pool;

beforeAll(async () => {
  people = [(await foundWorld()).as.platform_engineer, (await foundWorld()).as.business_owner];
  pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 4 });
});

afterAll(() => pool.end());

describe("two people alternating on pooled connections", () => {
  it("never see each other's program in 4,000 transactions, failing ones and ones without an actor between", {
    timeout: 120_000,
  }, async () => {
    const seen = { leaks: 0, own: 0, failed: 0, nobody: 0 };
    await concurrently(16, 4000, async (turn) => {
      const actor = personOf(turn);
      if (turn % 10 === 3) {
        const failing = withActor(actor, (tx) => tx.$queryRawUnsafe("SELECT 1 / 0"));
        await failing.catch(() => {
          seen.failed += 1;
        });
        return;
      }
      if (turn % 10 === 7) {
        const rows = await database().$queryRawUnsafe<unknown[]>(WHO);
        if (rows.length > 0) seen.leaks += 1;
        else seen.nobody += 1;
        return;
      }
      const rows = await withActor(actor, (tx) => tx.$queryRawUnsafe<{ id: string }[]>(WHO));
      if (rows.length === 1 && rows[0]?.id === actor.programId) seen.own += 1;
      else seen.leaks += 1;
    });
    expect(seen).toEqual({ leaks: 0, own: 3200, failed: 400, nobody: 400 });
  });

  it("a setting of the session, sometimes forgotten, does leak: the control", {
    timeout: 60_000,
  }, async () => {
    let leaks = 0;
    await concurrently(16, 1000, async (turn) => {
      const actor = personOf(turn);
      const client = await pool.connect();
      try {
        const forgotten = turn % 7 === 0;
        if (!forgotten) {
          await client.query(
            "SELECT set_config('wavegate.user_id', $1, false), set_config('wavegate.program_id', $2, false), set_config('wavegate.role', $3, false)",
            [actor.userId, actor.programId, actor.role],
          );
        }
        const { rows } = await client.query<{ id: string }>(WHO);
        if (rows.some((row) => row.id !== actor.programId)) leaks += 1;
      } finally {
        client.release();
      }
    });
    expect(leaks).toBeGreaterThan(0);
  });
});

function personOf(turn: number): Actor {
  return people[turn % 2 === 0 ? 0 : 1];
}

/** Takes `turns` turns, `callers` of them at a time. */
async function concurrently(
  callers: number,
  turns: number,
  work: (turn: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const caller = async () => {
    for (let turn = next++; turn < turns; turn = next++) await work(turn);
  };
  await Promise.all(Array.from({ length: callers }, caller));
}
