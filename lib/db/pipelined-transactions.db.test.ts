import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { foundWorld, type World } from "@/prisma/factories/world";
import { Prisma } from "@/prisma/generated/client/client";
import { THEN_COMMIT } from "./pipelined-transactions";
import { type Tx, withActor } from "./transaction";

let world: World;

beforeAll(async () => {
  world = await foundWorld();
});

describe("a transaction whose BEGIN and COMMIT go out with its first and last statement", () => {
  it("is committed once, with everything before its last statement", async () => {
    await inProgram(async (tx) => {
      await addPerson(tx, "Ada First");
      await addPerson(tx, "Ada Last", THEN_COMMIT);
    });
    expect(await people("Ada")).toEqual(["Ada First", "Ada Last"]);
  });

  it("keeps nothing when its last statement fails", async () => {
    const failing = inProgram(async (tx) => {
      await addPerson(tx, "Bea First");
      await tx.$queryRaw`SELECT 1 / 0 ${Prisma.raw(THEN_COMMIT)}`;
    });
    await expect(failing).rejects.toThrow(/division by zero/);
    expect(await people("Bea")).toEqual([]);
  });

  it("keeps nothing when a statement before fails, or the work throws", async () => {
    const failing = inProgram(async (tx) => {
      await addPerson(tx, "Cas First");
      await tx.$queryRaw`SELECT 1 / 0`;
    });
    await expect(failing).rejects.toThrow(/division by zero/);
    const throwing = inProgram(async (tx) => {
      await addPerson(tx, "Cas Second");
      throw new Error("as if the machine had stopped");
    });
    await expect(throwing).rejects.toThrow(/machine/);
    expect(await people("Cas")).toEqual([]);
  });

  it("says so when COMMIT became ROLLBACK, because somebody swallowed a failure", async () => {
    const swallowing = inProgram(async (tx) => {
      await addPerson(tx, "Dov First");
      await tx.$queryRaw`SELECT 1 / 0`.catch(() => undefined);
    });
    await expect(swallowing).rejects.toThrow(/rolled back/);
    expect(await people("Dov")).toEqual([]);
  });

  it("asked for many at once, mixes nothing up", async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 200 }, (_, turn) =>
        inProgram(async (tx) => {
          await addPerson(tx, `Eli ${String(turn).padStart(3, "0")}`);
          if (turn % 3 === 0) await tx.$queryRaw`SELECT 1 / 0 ${Prisma.raw(THEN_COMMIT)}`;
          if (turn % 3 === 1) await tx.$queryRaw`SELECT 1 ${Prisma.raw(THEN_COMMIT)}`;
        }),
      ),
    );
    const kept = outcomes.flatMap(({ status }, turn) =>
      status === "fulfilled" ? [`Eli ${String(turn).padStart(3, "0")}`] : [],
    );
    expect(kept).toHaveLength(133);
    expect(await people("Eli")).toEqual(kept);
  });
});

describe("the lock of a program", () => {
  it("is held by many writers of facts at once, and by one decision alone", async () => {
    const { programId } = world.as.program_manager;
    for (const [lock, others] of [
      ["shared", true],
      ["exclusive", false],
    ] as const) {
      const free = await withActor(
        world.as.program_manager,
        () => withActor(world.as.platform_engineer, (tx) => canShare(tx, programId)),
        { lock },
      );
      expect(free).toBe(others);
    }
  });
});

function inProgram<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return withActor(world.as.program_manager, work, { lock: "shared" });
}

async function addPerson(tx: Tx, name: string, ending = ""): Promise<void> {
  await tx.$executeRaw`INSERT INTO "Person" (id, "programId", name, "nameKey", "createdAt")
    VALUES (${randomUUID()}::uuid, ${world.program.id}::uuid, ${name}, ${name.toLowerCase()}, now()) ${Prisma.raw(ending)}`;
}

async function people(first: string): Promise<string[]> {
  const rows = await inProgram((tx) =>
    tx.person.findMany({ where: { name: { startsWith: `${first} ` } }, orderBy: { name: "asc" } }),
  );
  return rows.map((row) => row.name);
}

async function canShare(tx: Tx, programId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ free: boolean }[]>`
    SELECT pg_try_advisory_xact_lock_shared(hashtextextended(${programId}, 78)) AS free`;
  return row?.free ?? false;
}
