import { describe, expect, it } from "vitest";
import { getGate } from "@/lib/gates/queries/get-gate";
import { listWaves } from "@/lib/waves/queries/list-waves";
import { asSuperuser } from "@/prisma/testing/database";
import { setAsideDemo } from "./set-aside-demo";
import { tellStory } from "./tell-story";

type Count = { count: number };

async function countOf(sql: string): Promise<number> {
  const [row] = await asSuperuser<Count>(`SELECT count(*)::int AS count FROM ${sql}`);
  return row?.count ?? 0;
}

describe("the demo story", () => {
  it("is told through the commands, on a leap day and again on a day of a clock change", {
    timeout: 300_000,
  }, async () => {
    const ownerUrl = process.env.DATABASE_OWNER_URL ?? "";
    const first = await tellStory(ownerUrl, "2024-02-29");
    expect(await countOf('"Workload"')).toBe(61);
    expect(await countOf('"Dependency"')).toBe(150);
    expect(await countOf('"Risk"')).toBe(40);
    expect(await countOf('"Drill"')).toBe(32);
    expect(await countOf('"RecoveryClaim"')).toBe(6);
    expect(await countOf('"RecoveryComponent"')).toBe(12 * 6);

    const executive = first.as("Marta Okafor");
    const states = (await listWaves(executive, new Date("2024-02-29T12:00:00Z"))).map((wave) => wave.state);
    expect(states).toEqual(["closed", "closed", "ready", "preparing", "rehearsing", "planned"]);
    const gate = await getGate(executive, 3, new Date("2024-02-29T12:00:00Z"));
    expect(gate?.judged.seats.map((seat) => seat.state)).toEqual(["stale", "approved", "waiting"]);
    expect(gate?.judged.criteria.find(({ key }) => key === "recovery")).toMatchObject({
      status: "met",
      finding:
        "11 of 11 workloads that keep data or earn money have a drill that is fresh and inside its targets.",
    });
    expect(gate?.judged.score).toMatchObject({ met: 12, waived: 0, total: 12 });
    expect(gate?.stale[0]?.changes).toMatchObject([{ what: "time to go back", present: "52\u00a0min" }]);

    const early = `"AuditEvent" WHERE "occurredAt" < "recordedAt" - interval '1 day'`;
    expect(
      await countOf(`${early} AND body::jsonb->'backfill'->'by'->>'name' IS DISTINCT FROM 'Dirk Achterberg'`),
    ).toBe(0);
    expect(await countOf(early)).toBeGreaterThan(200);

    await setAsideDemo(ownerUrl);
    await tellStory(ownerUrl, "2025-03-30");
    expect(await countOf(`"Program" WHERE slug = 'demo'`)).toBe(1);
    expect(await countOf('"Program"')).toBe(2);
    expect(await countOf('"Workload"')).toBe(122);
  });
});
