import { afterAll, expect, test } from "vitest";
import { foundWorld } from "@/prisma/factories/world";
import { asSuperuser, asWeb } from "@/prisma/testing/database";
import { closePipeline, readJson } from "./pipeline";

afterAll(closePipeline);

const NAMES = `SELECT json_build_object('program', wavegate_program(), 'names',
  (SELECT coalesce(json_agg(name), '[]') FROM "Person"))::text AS json`;
const FAILING = "SELECT json_build_object('x', 1 / (random() * 0)::int)::text AS json";

async function memberOf() {
  const { program, as } = await foundWorld();
  const [session] = await asSuperuser<{ id: string }>(
    `INSERT INTO "LoginSession" (id, "userId", "createdAt", "lastSeenAt", "expiresAt", method, address, agent)
      VALUES (gen_random_uuid(), $1, now(), now(), now() + interval '1 hour', 'password', '127.0.0.1', 'test') RETURNING id`,
    [as.auditor.userId],
  );
  await asSuperuser(
    `INSERT INTO "Person" (id, "programId", name, "nameKey", "createdAt") VALUES (gen_random_uuid(), $1, $2, $2, now())`,
    [program.id, `only ${program.slug}`],
  );
  return { program, sessionId: session?.id ?? "" };
}

test("4,000 reads of two people on shared connections, every tenth failing: nobody sees the other's rows", {
  timeout: 120_000,
}, async () => {
  const members = [await memberOf(), await memberOf()];
  let seen = 0;
  let failed = 0;
  async function caller(start: number) {
    for (let turn = start; turn < 4000; turn += 16) {
      const { program, sessionId } = members[turn % 2] ?? { program: { slug: "", id: "" }, sessionId: "" };
      const text = turn % 10 === 3 ? FAILING : NAMES;
      const answer = await readJson(sessionId, program.slug, "member:read", { text, values: [] }).catch(
        () => null,
      );
      if (answer === null) failed += 1;
      else {
        const found = JSON.parse(answer.json);
        expect(found.program).toBe(program.id);
        expect(found.names).toContain(`only ${program.slug}`);
        expect(found.names.filter((name: string) => name.startsWith("only "))).toHaveLength(1);
        seen += 1;
      }
    }
  }
  await Promise.all(Array.from({ length: 16 }, (_, start) => caller(start)));
  expect([seen, failed]).toEqual([3600, 400]);
});

test("the failing control: an actor set for a session instead of a transaction does leak", async () => {
  const { program } = await memberOf();
  const [before] = await asWeb<{ n: number }>(`SELECT count(*)::int AS n FROM "Person"`);
  expect(before?.n).toBe(0);
  const rows = await asWeb<{ names: number }>(
    `SELECT set_config('wavegate.program_id', $1, false), set_config('wavegate.role', 'auditor', false), 0 AS names`,
    [program.id],
  );
  expect(rows).toHaveLength(1);
  const [after] = await asWeb<{ n: number }>(`SELECT count(*)::int AS n FROM "Person"`);
  expect(after?.n).toBeGreaterThan(0);
});

test("refuses a foreign program, an unknown session, and a role without the right", async () => {
  const mine = await memberOf();
  const foreign = await memberOf();
  const statement = { text: NAMES, values: [] };
  await expect(
    readJson(mine.sessionId, foreign.program.slug, "member:read", statement),
  ).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  await expect(
    readJson("00000000-0000-7000-8000-000000000000", mine.program.slug, "member:read", statement),
  ).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  await expect(readJson(mine.sessionId, mine.program.slug, "import:run", statement)).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
});
