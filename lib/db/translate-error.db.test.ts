import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { AppError } from "@/lib/kernel/errors";
import { foundWorld, type World } from "@/prisma/factories/world";
import { Prisma, PrismaClient } from "@/prisma/generated/client/client";
import { asSuperuser } from "@/prisma/testing/database";
import { askOutside, withActor } from "./transaction";
import { translated } from "./translate-error";

let world: World;

beforeAll(async () => {
  world = await foundWorld();
});

describe("what the database refuses is told in words", () => {
  it.each([
    ["a transaction that could not start or took too long", "P2028", "UNAVAILABLE"],
    ["no connection in time", "P2024", "UNAVAILABLE"],
    ["a malformed id", "P2023", "NOT_FOUND"],
    ["two writers", "P2034", "CONFLICT"],
  ])("%s", (_what, code, expected) => {
    const raw = new Prisma.PrismaClientKnownRequestError("raw", { code, clientVersion: "7" });
    expect(translated(raw)).toMatchObject({ code: expected, name: "AppError" });
  });

  it.each([
    ["a value that is taken", "23505"],
    ["something that is gone", "23503"],
    ["two writers in a circle", "40P01"],
  ])("%s, from a plain statement", (_what, code) => {
    const raw = Object.assign(new pg.DatabaseError("raw", 3, "error"), { code });
    expect(translated(raw)).toMatchObject({ code: "CONFLICT", name: "AppError" });
  });

  it("a database that answers nothing", async () => {
    const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, query_timeout: 50 });
    const raw = await pool.query("SELECT pg_sleep(0.5)").catch((error: unknown) => error);
    await pool.end();
    expect(translated(raw)).toMatchObject({ code: "UNAVAILABLE", name: "AppError" });
  });

  it("a database that answers nothing, behind Prisma", async () => {
    const pool = new pg.Pool({
      connectionString: process.env.DATABASE_URL,
      query_timeout: 50,
      pipeline: true,
    });
    const client = new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: true }) });
    const raw = await client.$queryRaw`SELECT 1 AS done FROM pg_sleep(0.5)`.catch((error: unknown) => error);
    await client.$disconnect();
    expect(translated(raw)).toMatchObject({ code: "UNAVAILABLE", name: "AppError" });
  });

  it.each(["timeout exceeded when trying to connect", "Connection terminated due to connection timeout"])(
    "no connection in time: %s",
    (message) => {
      expect(translated(new Error(message))).toMatchObject({ code: "UNAVAILABLE", name: "AppError" });
    },
  );

  it("who asks before anybody is known, as the page does that looks who is signed in", async () => {
    await asSuperuser(`CREATE FUNCTION slow_answer() RETURNS int LANGUAGE plpgsql AS $$ BEGIN
      RAISE EXCEPTION 'canceling statement due to statement timeout' USING ERRCODE = '57014'; END $$`);
    await expect(askOutside(Prisma.sql`SELECT slow_answer()`)).rejects.toMatchObject({ code: "UNAVAILABLE" });
  });

  it("a statement that outlives its time: the database ends it, and nothing is kept", async () => {
    const late = withActor(
      world.as.program_manager,
      (tx) => tx.$queryRaw`SELECT 1 AS done FROM pg_sleep(5)`,
      {
        timeoutMs: 200,
      },
    );
    await expect(late).rejects.toMatchObject({
      code: "UNAVAILABLE",
      message: "The database is busy. Nothing was changed; try again.",
    });
  });

  it("a zero character", async () => {
    const find = withActor(world.as.program_manager, (tx) =>
      tx.tier.findFirst({ where: { name: "a\u0000" } }),
    );
    await expect(find).rejects.toMatchObject({ code: "INVALID" });
    const raw = withActor(world.as.program_manager, (tx) => tx.$queryRaw`SELECT ${"a\u0000"}::text`);
    await expect(raw).rejects.toMatchObject({ code: "INVALID" });
  });

  it("a date and a number out of range", async () => {
    const { program_manager } = world.as;
    const date = withActor(program_manager, (tx) => tx.$queryRaw`SELECT ${"0000-01-01"}::date`);
    await expect(date).rejects.toMatchObject({ code: "INVALID" });
    const number = withActor(program_manager, (tx) => tx.$queryRaw`SELECT ${"99999999999"}::int`);
    await expect(number).rejects.toMatchObject({ code: "INVALID" });
    const typed = withActor(program_manager, (tx) =>
      tx.wave.findFirst({ where: { version: 99_999_999_999 } }),
    );
    await expect(typed).rejects.toMatchObject({ code: "INVALID" });
    const day = withActor(program_manager, (tx) =>
      tx.risk.findFirst({ where: { dueOn: new Date("0000-01-01") } }),
    );
    await expect(day).rejects.toMatchObject({ code: "INVALID" });
  });

  it("an id that is none", async () => {
    const find = withActor(world.as.program_manager, (tx) => tx.wave.findFirst({ where: { id: "no-id" } }));
    await expect(find).rejects.toMatchObject({ code: "NOT_FOUND" });
    const raw = withActor(world.as.program_manager, (tx) => tx.$queryRaw`SELECT ${"no-id"}::uuid`);
    await expect(raw).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("keeps what is the product's own, and what nobody foresaw", () => {
    const own = new AppError("BLOCKED", "Because.");
    const strange = new Error("strange");
    expect([translated(own), translated(strange)]).toEqual([own, strange]);
  });
});
