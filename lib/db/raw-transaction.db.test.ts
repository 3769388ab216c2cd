import { beforeAll, describe, expect, it } from "vitest";
import { foundWorld, type World } from "@/prisma/factories/world";
import { Prisma } from "@/prisma/generated/client/client";
import { asSuperuser } from "@/prisma/testing/database";
import { withActorAtOnce } from "./raw-transaction";
import { PREPARED } from "./statement-names";
import { type RawTx, withActor } from "./transaction";

const NOTHING = Prisma.sql`SELECT 1 AS one`;
const WHO = Prisma.sql`${Prisma.raw(PREPARED)} SELECT id::text AS id FROM "Program"`;

let world: World;
let other: World;

beforeAll(async () => {
  world = await foundWorld();
  other = await foundWorld();
});

/** What a statement answers in a transaction of its own. */
async function asked<Row>(query: Prisma.Sql, actor = world.as.program_manager): Promise<Row[]> {
  const work = async (tx: RawTx) => ({ value: await tx.$queryRaw<Row[]>(query), last: NOTHING });
  return (await withActorAtOnce(actor, "shared", work)).value;
}

function addPerson(tx: RawTx, name: string, programId = world.program.id) {
  return tx.$executeRaw`INSERT INTO "Person" (id, "programId", name, "nameKey", "createdAt")
    VALUES (gen_random_uuid(), ${programId}::uuid, ${name}, ${name}, ${new Date()})`;
}

const people = async (name: string) =>
  (await asSuperuser<{ n: number }>(`SELECT count(*)::int AS n FROM "Person" WHERE name = $1`, [name]))[0]?.n;

describe("a value", () => {
  const day = new Date("2026-03-29T01:30:00.123Z");
  const KINDS = Prisma.sql`SELECT true AS yes, 1::int2 AS small, 2::int4 AS whole, 9007199254740993::int8 AS big, 1.5::float8 AS float,
    12.50::numeric AS exact, 'a'::text AS text, 'b'::varchar AS var, gen_random_uuid() IS NULL AS none, NULL::text AS absent,
    ${day}::timestamptz AS instant, '2026-03-29'::date AS day, '{"a":[1,null]}'::jsonb AS jsonb, '[true]'::json AS json,
    '\\x0aff'::bytea AS bytes, ARRAY['x', NULL, 'a "b", c'] AS texts, ARRAY[1, 2] AS wholes, 'revenue'::"Criticality" AS own,
    '00000000-0000-7000-8000-000000000001'::uuid AS id, ARRAY['00000000-0000-7000-8000-000000000001'::uuid] AS ids`;

  it("is read as Prisma's raw queries read it", async () => {
    const [theirs] = await withActor(world.as.program_manager, (tx) => tx.$queryRaw<object[]>(KINDS));
    const [ours] = await asked<object>(KINDS);
    expect(ours).toEqual(theirs);
    expect(ours).toMatchObject({
      instant: day,
      big: 9_007_199_254_740_993n,
      exact: new Prisma.Decimal("12.5"),
    });
  });

  it("is sent as Prisma's raw queries send it", async () => {
    const list = ["a", 'b"c', "d,e\\f", ""];
    const sent = Prisma.sql`SELECT ${list}::text[] AS list, ${null}::text AS none, ${12}::int AS number, ${false}::boolean AS no,
      ${7n}::int8 AS big, ${JSON.stringify({ a: "é" })}::jsonb AS json, ${day}::timestamptz::text AS instant, ${[]}::uuid[] AS empty`;
    const [theirs] = await withActor(world.as.program_manager, (tx) => tx.$queryRaw<object[]>(sent));
    const [ours] = await asked<{ list: string[] }>(sent);
    expect(ours).toEqual(theirs);
    expect(ours?.list).toEqual(list);
  });

  it("of a type nobody has thought of is refused, not guessed", async () => {
    await expect(asked(Prisma.sql`SELECT '1 day'::interval AS span`)).rejects.toThrow("is not read here");
    expect(await asked(NOTHING)).toEqual([{ one: 1 }]);
  });
});

describe("a transaction", () => {
  it("is the member's: each sees their own program alone, whoever used the connection before, failing ones between", async () => {
    const seen = { own: 0, failed: 0, other: 0 };
    const caller = async (start: number) => {
      for (let turn = start; turn < 600; turn += 12) {
        const { program, as } = turn % 2 === 0 ? world : other;
        const query = turn % 10 === 3 ? Prisma.sql`SELECT 1 / (random() * 0)::int` : WHO;
        const rows = await asked<{ id: string }>(query, as.business_owner).catch(() => null);
        if (rows === null) seen.failed += 1;
        else if (rows.length === 1 && rows[0]?.id === program.id) seen.own += 1;
        else seen.other += 1;
      }
    };
    await Promise.all(Array.from({ length: 12 }, (_, start) => caller(start)));
    expect(seen).toEqual({ own: 540, failed: 60, other: 0 });
  });

  it("writes nothing in a program that is not the actor's", async () => {
    const work = async (tx: RawTx) => ({
      value: await addPerson(tx, "Foreign", other.program.id),
      last: NOTHING,
    });
    await expect(withActorAtOnce(world.as.program_manager, "shared", work)).rejects.toMatchObject({});
    expect(await people("Foreign")).toBe(0);
  });

  it("is refused to whoever is no member in that role", async () => {
    const stranger = { ...other.as.program_manager, programId: world.program.id };
    await expect(asked(WHO, stranger)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(asked(WHO, { ...world.as.auditor, role: "executive" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("answers the rows of its last statement once they are kept", async () => {
    const last = Prisma.sql`SELECT count(*)::int AS n FROM "Person" WHERE name = 'Kept'`;
    const work = async (tx: RawTx) => ({ value: await addPerson(tx, "Kept"), last });
    expect(await withActorAtOnce(world.as.program_manager, "shared", work)).toEqual({
      value: 1,
      rows: [{ n: 1 }],
    });
    expect(await people("Kept")).toBe(1);
  });

  it.each([
    ["what it does fails", "First", async () => Promise.reject(new Error("no")), NOTHING],
    ["its last statement fails", "Second", async () => 1, Prisma.sql`SELECT 'no-id'::uuid`],
    [
      "its last statement cannot be sent",
      "Third",
      async () => 1,
      Prisma.sql`SELECT ${new Date(Number.NaN)}::timestamptz`,
    ],
    [
      "a failure was overlooked",
      "Fourth",
      async (tx: RawTx) => tx.$queryRaw`SELECT 1 / 0`.catch(() => 1),
      NOTHING,
    ],
  ])("keeps nothing when %s", async (_when, name, then, last) => {
    const work = async (tx: RawTx) => {
      await addPerson(tx, name);
      await then(tx);
      return { value: 1, last };
    };
    await expect(withActorAtOnce(world.as.program_manager, "shared", work)).rejects.toBeInstanceOf(Error);
    expect(await people(name)).toBe(0);
    expect(await asked(NOTHING)).toEqual([{ one: 1 }]);
  });

  it("whose connection is lost fails, and the next one has another", async () => {
    const work = async (tx: RawTx) => {
      await addPerson(tx, "Lost");
      const [row] = await tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
      await asSuperuser("SELECT pg_terminate_backend($1)", [row?.pid]);
      return { value: 1, last: NOTHING };
    };
    await expect(withActorAtOnce(world.as.program_manager, "shared", work)).rejects.toBeInstanceOf(Error);
    expect(await people("Lost")).toBe(0);
    expect(await asked(NOTHING)).toEqual([{ one: 1 }]);
  });
});
