import { beforeAll, describe, expect, it } from "vitest";
import type { Account } from "@/lib/access/model";
import { createAdministrator } from "@/lib/auth/adapters/create-administrator";
import { withAccount } from "@/lib/db/transaction";
import { countEvents, lastEvent } from "@/prisma/factories/last-event";
import { foundWorld, type World } from "@/prisma/factories/world";
import { listPrograms } from "../queries/programs";
import { addPerson } from "./add-person";
import { createAccount } from "./create-account";
import { createProgram } from "./create-program";

let world: World;
let admin: Account;
const input = {
  slug: "corvane",
  name: "Corvane to cloud",
  zone: "Europe/London",
  managerEmail: "dirk@corvane.example",
  managerName: "Dirk",
};

beforeAll(async () => {
  world = await foundWorld();
  admin = world.admin;
});

describe("createProgram", () => {
  it("founds a program with tiers, risk domains and its first manager, in both trails", async () => {
    const { programId, managerId } = await createProgram({ account: admin, via: "command-line" }, input);
    const manager = { ...admin, userId: managerId, isInstanceAdmin: false };
    expect(await listPrograms(manager)).toEqual([
      { id: programId, slug: "corvane", name: "Corvane to cloud", role: "program_manager" },
    ]);
    expect(await lastEvent(undefined, 1)).toMatchObject({
      action: "program.created",
      actor: { id: admin.userId, role: "instance_administrator", via: "command-line" },
    });
    expect(await lastEvent()).toMatchObject({ action: "user.created", subject: { label: "Dirk" } });
    expect(await countEvents(programId)).toBe(1 + 1 + 4 + 10);
    expect(await lastEvent(programId, 15)).toMatchObject({ action: "program.founded" });
  });

  it("refuses a taken address, a wrong address and an unknown zone, and leaves nothing behind", async () => {
    const before = await countEvents();
    await createProgram({ account: admin }, { ...input, slug: "taken" });
    await expect(createProgram({ account: admin }, { ...input, slug: "taken" })).rejects.toMatchObject({
      code: "INVALID",
      fields: { slug: expect.any(String) },
    });
    await expect(
      createProgram({ account: admin }, { ...input, slug: "No Address", zone: "Mars/Olympus" }),
    ).rejects.toMatchObject({
      code: "INVALID",
      fields: { slug: expect.any(String), zone: expect.any(String) },
    });
    expect(await countEvents()).toBe(before + 1);
  });

  it("is for instance administrators, also where an account only claims to be one", async () => {
    const { userId, name, email, zone } = world.as.program_manager;
    const account = { ...admin, userId, name, email, zone, isInstanceAdmin: false };
    await expect(createProgram({ account }, { ...input, slug: "mine" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    const claims = createProgram(
      { account: { ...account, isInstanceAdmin: true } },
      { ...input, slug: "mine" },
    );
    await expect(claims).rejects.toThrow();
  });
});

describe("an instance administrator", () => {
  it("reads no program's data and cannot enter one that has a history", async () => {
    await addPerson({ actor: world.as.program_manager }, { name: "Only for members" });
    await withAccount(admin, async (tx) => {
      expect(await tx.program.count({ where: { id: world.program.id } })).toBe(1);
      const [entered] = await tx.$queryRaw<{ entered: boolean }[]>`
        SELECT wavegate_enter_founding(${world.program.id}::uuid) AS entered`;
      expect(entered?.entered).toBe(false);
      const counts = [
        await tx.person.count(),
        await tx.tier.count(),
        await tx.workload.count(),
        await tx.risk.count(),
        await tx.riskDomain.count(),
        await tx.wave.count(),
        await tx.auditEvent.count({ where: { chainId: world.program.id } }),
      ];
      expect(counts).toEqual([0, 0, 0, 0, 0, 0, 0]);
    });
    expect(await listPrograms(admin)).toEqual([]);
  });

  it("is made by the owner once per address, with an event of the instance", async () => {
    const ownerUrl = process.env.DATABASE_OWNER_URL ?? "";
    const wanted = { email: " Grace@World.example", name: "Grace", passwordHash: null };
    const made = await createAdministrator(ownerUrl, wanted);
    expect(made).toMatchObject({ email: "grace@world.example", isInstanceAdmin: true });
    expect(await lastEvent()).toMatchObject({
      action: "user.created",
      actor: { role: "database_owner", via: "command-line" },
    });
    await expect(createAdministrator(ownerUrl, wanted)).rejects.toMatchObject({ code: "INVALID" });
  });
});

describe("createAccount", () => {
  const person = { email: "demo.person@world.example", name: "Demo Person", isDemo: true };

  it("makes an account without a password, by administrators alone, once", async () => {
    const { userId } = await createAccount({ account: admin }, person);
    expect(userId).toMatch(/^[0-9a-f-]{36}$/);
    expect(await lastEvent()).toMatchObject({ action: "user.created", subject: { id: userId } });
    await expect(createAccount({ account: admin }, person)).rejects.toMatchObject({ code: "INVALID" });
    await expect(
      createAccount({ account: { ...admin, isInstanceAdmin: false } }, person),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
