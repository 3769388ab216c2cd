import { beforeAll, describe, expect, it } from "vitest";
import { createWave } from "@/lib/waves/commands/create-wave";
import { foundWorld, type World } from "@/prisma/factories/world";
import { getGate } from "../queries/get-gate";
import { openGate } from "./open-gate";

const OWNER = { role: "business_owner" as const, capacity: "Owner of the services that move" };
const SPONSOR = { role: "executive" as const, capacity: "Executive sponsor" };
const MANAGER = { role: "program_manager" as const, capacity: "Program manager" };

let world: World;
beforeAll(async () => {
  world = await foundWorld();
});

describe("a gate is opened with no less than its template asks", () => {
  it.each<[string, (typeof OWNER | typeof SPONSOR | typeof MANAGER)[], number, RegExp]>([
    ["one's own seat alone", [MANAGER], 1, /“Owner of the services that move” \(business owner\)/],
    ["a seat left out", [OWNER, MANAGER], 2, /the signature of “Executive sponsor” \(executive\)/],
    ["a seat under another name", [OWNER, { ...SPONSOR, capacity: "Somebody" }], 2, /“Executive sponsor”/],
    ["a lower quorum", [OWNER, SPONSOR], 1, /^At least 2 of 2 signatures must approve/],
    [
      "added seats that could outvote it",
      [OWNER, SPONSOR, MANAGER, MANAGER],
      2,
      /^At least 4 of 4 signatures/,
    ],
  ])("refused: %s", async (_what, seats, quorum, words) => {
    const { waveId } = await aWave();
    const opened = openGate({ actor: world.as.program_manager }, { waveId, quorum, seats });
    await expect(opened).rejects.toMatchObject({ code: "BLOCKED", message: expect.stringMatching(words) });
  });

  it("and may ask for more", async () => {
    const { waveId, number } = await aWave();
    const seats = [MANAGER, { ...SPONSOR, userId: world.as.executive.userId }, OWNER];
    await openGate({ actor: world.as.program_manager }, { waveId, quorum: 3, seats });
    const view = await getGate(world.as.auditor, number, new Date());
    expect(view?.facts.seats.map(({ capacity }) => capacity)).toEqual(seats.map(({ capacity }) => capacity));
  });
});

function aWave() {
  const name = `Wave ${Math.random()}`;
  return createWave({ actor: world.as.program_manager }, { name, kind: "production" });
}
