import { beforeAll, describe, expect, it } from "vitest";
import { historyOf } from "@/lib/audit/queries/events";
import { withActor } from "@/lib/db/transaction";
import { raiseRisk } from "@/lib/risks/commands/raise-risk";
import { readyWave } from "@/prisma/factories/ready-wave";
import { foundWorld, type World } from "@/prisma/factories/world";
import { asSuperuser, asWeb } from "@/prisma/testing/database";
import { getPack, listPacks } from "../queries/packs";
import { freezePack } from "./freeze-pack";

let world: World;
let other: World;

beforeAll(async () => {
  world = await foundWorld();
  other = await foundWorld();
  await readyWave(world);
});

describe("freezePack", () => {
  it("keeps what the program shows with its digest, its head and who froze it", async () => {
    const { number } = await freezePack({ actor: world.as.executive }, { title: "Board of November" });
    const pack = await getPack(world.as.auditor, number);
    expect(pack?.proof).toMatchObject({ isIntact: true });
    expect(pack?.content).toMatchObject({
      title: "Board of November",
      program: world.program.name,
      frozenBy: "Marta Okafor",
      role: "Executive",
      waves: [{ number: 1, name: "EDI and portals", workloads: 1 }],
      gates: [{ wave: 1, signatures: "0 of 1" }],
      decisions: [{ what: expect.stringContaining("1 signature of Owner of order intake") }],
    });
    const [listed] = await listPacks(world.as.program_manager);
    expect(listed).toMatchObject({ number, title: "Board of November", digest: pack?.proof.computed });
    const id = await idOf(number);
    const [event] = await historyOf(world.as.executive, "board-pack", id);
    expect(event?.body).toMatchObject({
      action: "pack.frozen",
      after: { number, digest: pack?.proof.computed, chainHash: pack?.content.chain.hash },
    });
  });

  it("shows the same after the program has moved on, and the next pack shows the new", async () => {
    const first = await freezePack({ actor: world.as.program_manager }, {});
    const before = await getPack(world.as.executive, first.number);
    await raiseRisk({ actor: world.as.program_manager }, { title: "Nobody knows the scanner firmware" });
    expect(await getPack(world.as.executive, first.number)).toEqual(before);
    const second = await freezePack({ actor: world.as.program_manager }, {});
    expect(second.number).toBe(first.number + 1);
    const after = await getPack(world.as.executive, second.number);
    expect(after?.content.map.unknown).toBe((before?.content.map.unknown ?? 0) + 1);
    expect(after?.content.title).toMatch(/^Board pack of /);
  });

  it("gives each of two at once a number of its own, or says that something was recorded meanwhile", async () => {
    const calls = [1, 2, 3].map(() => freezePack({ actor: world.as.executive }, {}));
    const done = await Promise.allSettled(calls);
    const numbers = done.flatMap((one) => (one.status === "fulfilled" ? [one.value.number] : []));
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.length).toBeGreaterThan(0);
    for (const one of done)
      if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "CONFLICT" });
  });

  it.each(["platform_engineer", "business_owner", "auditor", "partner"] as const)(
    "refuses a %s, who would freeze it",
    async (role) => {
      await expect(freezePack({ actor: world.as[role] }, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
    },
  );

  it("is read by whoever answers for the program or checks it, and by nobody of another", async () => {
    const { number } = await freezePack({ actor: world.as.executive }, {});
    for (const role of ["platform_engineer", "business_owner", "partner"] as const)
      await expect(getPack(world.as[role], number)).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await getPack(other.as.executive, number)).toBeNull();
    expect(await listPacks(other.as.executive)).toEqual([]);
  });

  it("refuses what is brought in, for it shows the present", async () => {
    const backfill = { occurredAt: new Date(0), source: "x", reason: "x", by: world.as.program_manager };
    await expect(freezePack({ actor: world.as.executive, backfill }, {})).rejects.toMatchObject({
      code: "INVALID",
    });
  });
});

describe("a pack", () => {
  it("cannot be changed or removed by the product, and its digest must be that of its content", async () => {
    const { number } = await freezePack({ actor: world.as.executive }, {});
    const id = await idOf(number);
    await expect(asWeb(`UPDATE "BoardPack" SET title = 'x' WHERE id = '${id}'`)).rejects.toThrow(
      "permission denied",
    );
    await expect(asWeb(`DELETE FROM "BoardPack" WHERE id = '${id}'`)).rejects.toThrow("permission denied");
    await expect(asSuperuser(`UPDATE "BoardPack" SET content = '{}' WHERE id = $1`, [id])).rejects.toThrow(
      "pack_digest",
    );
  });

  it("that somebody rewrote with its digest in the database is found by the audit trail", async () => {
    const { number } = await freezePack({ actor: world.as.executive }, { title: "Before" });
    await asSuperuser(
      `UPDATE "BoardPack" SET content = replace(content, '"title":"Before"', '"title":"After"'),
        digest = encode(sha256(convert_to(replace(content, '"title":"Before"', '"title":"After"'), 'UTF8')), 'hex')
       WHERE id = $1`,
      [await idOf(number)],
    );
    expect((await getPack(world.as.executive, number))?.proof).toMatchObject({ isIntact: false });
  });
});

function idOf(number: number): Promise<string> {
  return withActor(world.as.executive, async (tx) => {
    const where = { programId_number: { programId: world.program.id, number } };
    return (await tx.boardPack.findUniqueOrThrow({ where, select: { id: true } })).id;
  });
}
