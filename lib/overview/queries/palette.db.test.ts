import { afterAll, beforeAll, expect, it } from "vitest";
import type { Actor } from "@/lib/access/model";
import { createControl } from "@/lib/controls/commands/create-control";
import { closePipeline } from "@/lib/db/pipeline";
import { openGate } from "@/lib/gates/commands/open-gate";
import { builtInTemplate } from "@/lib/gates/rules/built-in-templates";
import { freezePack } from "@/lib/packs/commands/freeze-pack";
import { placeWave, placeWorkload } from "@/prisma/factories/risk-world";
import { addPerson, foundWorld, type World } from "@/prisma/factories/world";
import { asSuperuser } from "@/prisma/testing/database";
import { readPalette } from "./palette";

let world: World;
let other: World;
let exact: string;
beforeAll(async () => {
  world = await foundWorld();
  other = await foundWorld();
  for (let at = 0; at < 12; at += 1) await placeWorkload(world.as.platform_engineer, `Aged 100% WMS ${at}`);
  exact = await placeWorkload(world.as.platform_engineer, "WMS");
  await addPerson(world, "Wms Keeper");
  await placeWave(world.as.program_manager, 7, "Harbour", [exact]);
  await placeWave(world.as.program_manager, 71, "Inland");
  await asSuperuser(
    `INSERT INTO "Risk" (id, "programId", code, title, "titleKey", "createdAt", "updatedAt")
      VALUES (gen_random_uuid(), $1, 'R-007', 'Late ships', 'late ships', now(), now())`,
    [world.program.id],
  );
  await placeWorkload(other.as.platform_engineer, "WMS of others");
});
afterAll(closePipeline);

async function sessionOf(actor: Actor): Promise<string> {
  const [session] = await asSuperuser<{ id: string }>(
    `INSERT INTO "LoginSession" (id, "userId", "createdAt", "lastSeenAt", "expiresAt", method, address, agent)
      VALUES (gen_random_uuid(), $1, now(), now(), now() + interval '1 hour', 'password', '127.0.0.1', 'test') RETURNING id`,
    [actor.userId],
  );
  return session?.id ?? "";
}

async function asked(actor: Actor, text: string) {
  const groups = await readPalette(await sessionOf(actor), actor.programSlug, text);
  return new Map(groups.map(({ title, items }) => [title, items]));
}

it("finds what is named like the text, the exact name first, at most eight of a kind", async () => {
  const found = await asked(world.as.auditor, "  wms ");
  const workloads = found.get("Workloads") ?? [];
  expect(workloads).toHaveLength(8);
  expect(workloads[0]).toMatchObject({ label: "WMS", href: `/p/${world.program.slug}/workloads/${exact}` });
  expect(found.get("People")?.map(({ label }) => label)).toEqual(["Wms Keeper"]);
  expect(JSON.stringify([...found])).not.toContain("WMS of others");
});

it("finds a wave by its number and a risk by its code", async () => {
  const waves = (await asked(world.as.auditor, "wave 7")).get("Waves") ?? [];
  expect(waves.map(({ label, detail }) => [label, detail])).toEqual([
    ["Harbour", "Wave 7"],
    ["Inland", "Wave 71"],
  ]);
  expect((await asked(world.as.auditor, "r-007")).get("Risks")).toEqual([
    { label: "Late ships", detail: "R-007", href: `/p/${world.program.slug}/risks/R-007` },
  ]);
});

it("finds a control by its title, and not for partners", async () => {
  const { controlId } = await createControl(
    { actor: world.as.platform_engineer },
    {
      title: "Second print server",
      failure: "The line splits.",
      impact: "Nothing leaves.",
      response: "Print on site.",
      stage: "planned",
      howVerified: "Cut the line.",
      everyDays: 90,
    },
  );
  expect((await asked(world.as.auditor, "print serv")).get("Controls")).toEqual([
    {
      label: "Second print server",
      detail: "",
      href: `/p/${world.program.slug}/controls/${controlId}`,
    },
  ]);
  expect((await asked(world.as.partner, "print serv")).get("Controls")).toBeUndefined();
});

it("finds the pages of a gate, and a board pack by title and number, for those who read them", async () => {
  const wave = await placeWave(world.as.program_manager, 5, "Quay");
  const call = { actor: world.as.program_manager };
  const { seats, quorum } = builtInTemplate("production", "go_no_go");
  const open = { waveId: wave, kind: "go_no_go" as const, quorum, closesAt: null, seats: [...seats] };
  const { gateId } = await openGate(call, open);
  const gates = (await asked(world.as.auditor, "quay")).get("Gates") ?? [];
  expect(gates).toEqual([
    {
      label: "Go or no-go: Quay, meeting page",
      detail: "Wave 5, attempt 1",
      href: `/p/${world.program.slug}/gates/${gateId}/meeting`,
    },
    {
      label: "Go or no-go: Quay, sign-off record",
      detail: "Wave 5, attempt 1",
      href: `/p/${world.program.slug}/gates/${gateId}/record`,
    },
  ]);
  await freezePack({ actor: world.as.executive }, { title: "Board of May" });
  for (const text of ["board of may", "pack 1"])
    expect((await asked(world.as.auditor, text)).get("Board packs")).toEqual([
      { label: "Board of May", detail: "Board pack 1", href: `/p/${world.program.slug}/packs/1` },
    ]);
  expect((await asked(world.as.platform_engineer, "board of may")).get("Board packs")).toBeUndefined();
});

it("takes signs of a pattern for what they are", async () => {
  expect((await asked(world.as.auditor, "100%")).get("Workloads")).toHaveLength(8);
  expect((await asked(world.as.auditor, "w_s")).size).toBe(0);
});

it("without a text answers places, and acts to who may act", async () => {
  expect([...(await asked(world.as.program_manager, "")).keys()]).toEqual(["Go to", "Do"]);
  expect([...(await asked(world.as.auditor, "")).keys()]).toEqual(["Go to"]);
});

it("names a partner only what was granted", async () => {
  const partner = world.as.partner;
  expect((await asked(partner, "wms")).size).toBe(0);
  await asSuperuser(
    `INSERT INTO "PartnerGrant" (id, "userId", "programId", "workloadId", "createdAt")
      VALUES (gen_random_uuid(), $1, $2, $3, now())`,
    [partner.userId, world.program.id, exact],
  );
  const found = await asked(partner, "wms");
  expect([...found.keys()]).toEqual(["Workloads"]);
  expect(found.get("Workloads")).toHaveLength(1);
  expect((await asked(partner, "wave 7")).get("Waves")?.map(({ label }) => label)).toEqual(["Harbour"]);
  expect((await asked(partner, "r-007")).size).toBe(0);
});

it("does not know a program to who has no role in it", async () => {
  const session = await sessionOf(world.as.auditor);
  await expect(readPalette(session, other.program.slug, "wms")).rejects.toMatchObject({ code: "NOT_FOUND" });
});
