import type pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { foundWorld, type World } from "@/prisma/factories/world";
import { asSuperuser, connectAsWeb } from "@/prisma/testing/database";
import {
  columnOf,
  enterAs,
  fillEveryTable,
  insertLike,
  type Table,
  tablesOfCatalog,
} from "@/prisma/testing/every-table";

/** What belongs to no program and how it is bounded; any other table must name its program. */
const OUTSIDE_PROGRAMS = ["User", "LoginSession", "sign_in_limit"];
/** Counts of failed sign-ins are needed before anybody is known; they hold no data of a program or a person. */
const OPEN_BEFORE_SIGN_IN = ["sign_in_limit"];
/** What a member reads of the own alone, however senior; the rows here belong to somebody else. */
const EVERYBODYS_OWN = ["GateLook", "InboxRead", "MailPreference", "MailCursor", "MailTold", "MailMessage"];
/** To whom mail could not be written is a program manager's to see; what a mail says is not. */
const SEEN_BY: Readonly<Record<string, string>> = { MailCursor: "program_manager" };

let tables: Table[];
let ours: World;
let theirs: World;
let stranger: string;

beforeAll(async () => {
  [ours, theirs] = [await foundWorld(), await foundWorld()];
  tables = await tablesOfCatalog();
  for (const world of [ours, theirs])
    await fillEveryTable(tables, world.program.id, world.as.program_manager.userId);
  const [row] = await asSuperuser<{ id: string }>(
    `INSERT INTO "User" (id, email, name, zone, "createdAt") VALUES (gen_random_uuid(), 'stranger@elsewhere.example', 'Stranger', 'UTC', now()) RETURNING id`,
  );
  stranger = row?.id ?? "";
});

describe("the product's login", () => {
  it("is no superuser, cannot pass by row-level security, makes no roles and owns nothing", async () => {
    const roles = await asSuperuser(
      `SELECT rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, (SELECT count(*)::int FROM pg_class c WHERE c.relowner = r.oid) AS owns
       FROM pg_roles r WHERE rolname IN ('wavegate_web', 'wavegate_app') ORDER BY 1`,
    );
    const powerless = {
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      owns: 0,
    };
    expect(roles).toEqual([
      { rolname: "wavegate_app", ...powerless },
      { rolname: "wavegate_web", ...powerless },
    ]);
  });

  it("may not create tables, and no table gives anything to everybody", async () => {
    const [row] = await asSuperuser<{ may: boolean }>(
      `SELECT has_schema_privilege('wavegate_web', 'public', 'CREATE') AS may`,
    );
    const everybody = await asSuperuser(
      `SELECT table_name FROM information_schema.table_privileges WHERE grantee = 'PUBLIC' AND table_schema = 'public'`,
    );
    expect([row?.may, everybody]).toEqual([false, []]);
  });

  it("calls definer functions that look at no temporary table", async () => {
    const functions = await asSuperuser<{ proname: string; config: string }>(
      `SELECT proname, array_to_string(proconfig, ';') AS config FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace`,
    );
    expect(functions.length).toBeGreaterThan(0);
    for (const { config } of functions) {
      expect(config.split(";")).toContain("search_path=pg_catalog, public, pg_temp");
    }
  });
});

describe("every table of the catalog", () => {
  it("forces row-level security and has a policy", () => {
    expect(tables.length).toBeGreaterThan(25);
    expect(tables.filter(({ forced, policies }) => !forced || policies === 0)).toEqual([]);
  });

  it("names the program it belongs to, or is known to belong to none", () => {
    const unbounded = tables.filter((table) => columnOf(table) === null).map(({ name }) => name);
    expect(unbounded.sort()).toEqual([...OUTSIDE_PROGRAMS].sort());
  });

  it("holds rows of both programs here, so that nothing below passes for want of rows", async () => {
    for (const table of tables) expect(await rowsOf(table, ours), table.name).toBeGreaterThan(0);
    for (const table of tables) expect(await rowsOf(table, theirs), table.name).toBeGreaterThan(0);
  });
});

describe("who sees what", () => {
  it("nobody, without an actor: nothing", async () => {
    expect(await visible(async () => undefined)).toEqual(
      Object.fromEntries(OPEN_BEFORE_SIGN_IN.map((name) => [name, "rows"])),
    );
  });

  it("a stranger: the own account alone", async () => {
    const seen = await visible((client) => client.query("SELECT wavegate_enter_self($1)", [stranger]));
    expect(seen).toEqual({ sign_in_limit: "rows", User: "rows" });
    expect(
      await count(
        (client) => client.query("SELECT wavegate_enter_self($1)", [stranger]),
        `SELECT id FROM "User"`,
      ),
    ).toBe(1);
  });

  it("somebody who asks for a program without being a member: nothing", async () => {
    const seen = await visible((client) => enterAs(client, stranger, ours.program.id));
    expect(seen).toEqual({ sign_in_limit: "rows" });
  });

  it.each(["executive", "platform_engineer", "business_owner", "program_manager", "auditor"] as const)(
    "a member as %s: every table of the own program, not a row of the other",
    async (role) => {
      const client = await connectAsWeb();
      await client.query("BEGIN");
      await enterAs(client, theirs.as[role].userId, theirs.program.id);
      for (const table of tables) {
        const column = columnOf(table);
        if (column === null) continue;
        const { rows } = await client.query(
          `SELECT ${column}::text AS program, count(*)::int FROM "${table.name}" GROUP BY 1`,
        );
        const own = EVERYBODYS_OWN.includes(table.name) && SEEN_BY[table.name] !== role;
        expect(rows, table.name).toEqual(
          own ? [] : [{ program: theirs.program.id, count: expect.any(Number) }],
        );
      }
      await client.end();
    },
  );

  it("a partner: the program's name, the own membership and account, and of workloads only what was granted", async () => {
    const { userId } = ours.as.partner;
    const enter = (client: pg.Client) => enterAs(client, userId, ours.program.id);
    const before = await visible(enter);
    expect(before).toEqual({ sign_in_limit: "rows", Program: "rows", Membership: "rows", User: "rows" });
    expect(await count(enter, `SELECT id FROM "Membership"`)).toBe(1);
    expect(await count(enter, `SELECT id FROM "User"`)).toBe(1);
    await asSuperuser(
      `INSERT INTO "PartnerGrant" (id, "programId", "userId", "workloadId", "createdAt")
       SELECT gen_random_uuid(), $1, $2, id, now() FROM "Workload" WHERE "programId" = $1 LIMIT 1`,
      [ours.program.id, userId],
    );
    const after = await visible(enter);
    expect(after).toEqual({ ...before, PartnerGrant: "rows", Workload: "rows" });
    expect(await count(enter, `SELECT id FROM "Workload"`)).toBe(1);
  });
});

describe("who writes what", () => {
  it("a member of another program: not a row is inserted, changed, deleted or taken over", async () => {
    await refusedOnAll(
      (client) => enterAs(client, theirs.as.program_manager.userId, theirs.program.id),
      ours,
    );
  });

  it("nobody, without an actor", async () => {
    await refusedOnAll(async () => undefined, ours);
  });

  it("a partner, in the own program", async () => {
    await refusedOnAll((client) => enterAs(client, ours.as.partner.userId, ours.program.id), ours);
  });

  it("an auditor, in the own program, but for checkpoints", async () => {
    const allowed = ["AuditCheckpoint INSERT"];
    await refusedOnAll((client) => enterAs(client, ours.as.auditor.userId, ours.program.id), ours, allowed);
  });

  it("a member of another program cannot move own rows into this one", async () => {
    const client = await connectAsWeb();
    await client.query("BEGIN");
    await enterAs(client, theirs.as.program_manager.userId, theirs.program.id);
    for (const table of tables) {
      const column = columnOf(table);
      if (column === null) continue;
      const move = `UPDATE "${table.name}" SET ${column} = '${ours.program.id}' WHERE ${column} = '${theirs.program.id}'`;
      expect(await attempt(client, move), table.name).toBe(0);
    }
    await client.end();
  });

  it("a stranger and a member: no account, session or password but the own", async () => {
    const member = ours.as.platform_engineer.userId;
    for (const enter of [
      (client: pg.Client) => client.query("SELECT wavegate_enter_self($1)", [stranger]),
      (client: pg.Client) => enterAs(client, member, ours.program.id),
    ]) {
      const client = await connectAsWeb();
      await client.query("BEGIN");
      await enter(client);
      for (const statement of [
        `UPDATE "User" SET name = 'Taken' WHERE id NOT IN ('${stranger}', '${member}')`,
        `UPDATE "User" SET "isInstanceAdmin" = true`,
        `UPDATE "User" SET "passwordHash" = 'x'`,
        `SELECT "passwordHash" FROM "User"`,
        `DELETE FROM "User"`,
        `INSERT INTO "User" (id, email, name, zone, "isInstanceAdmin", "isDemo", "createdAt") VALUES (gen_random_uuid(), 'a@b.example', 'A', 'UTC', true, false, now())`,
        `UPDATE "LoginSession" SET "endedAt" = now()`,
        `DELETE FROM "LoginSession"`,
      ])
        expect(await attempt(client, statement), statement).toBe(0);
      const { rows } = await client.query("SELECT wavegate_set_password($1, 'x') AS done", [
        ours.as.auditor.userId,
      ]);
      expect(rows).toEqual([{ done: false }]);
      await client.end();
    }
  });

  it("a program manager does write in the own program: the control", async () => {
    const client = await connectAsWeb();
    await client.query("BEGIN");
    await enterAs(client, ours.as.program_manager.userId, ours.program.id);
    const person = tables.find(({ name }) => name === "Person");
    if (person === undefined) throw new Error("there is no table Person");
    expect(await attempt(client, insertLike(person, ours.program.id))).toBe(1);
    expect(
      await attempt(client, `UPDATE "Person" SET name = 'Changed' WHERE "programId" = '${ours.program.id}'`),
    ).toBeGreaterThan(0);
    await client.end();
  });
});

/** Tries every kind of write on every bounded table; `allowed` names table and verb that may pass. */
async function refusedOnAll(
  enter: (client: pg.Client) => Promise<unknown>,
  target: World,
  allowed: string[] = [],
): Promise<void> {
  const client = await connectAsWeb();
  await client.query("BEGIN");
  await enter(client);
  const passed: string[] = [];
  for (const table of tables) {
    const column = columnOf(table);
    if (column === null) continue;
    const where = `WHERE ${column} = '${target.program.id}'`;
    const [first = column] = table.updatable;
    const tries = {
      INSERT: insertLike(table, target.program.id),
      UPDATE: `UPDATE "${table.name}" SET ${first} = ${first} ${where}`,
      DELETE: `DELETE FROM "${table.name}" ${where}`,
    };
    for (const [verb, statement] of Object.entries(tries))
      if ((await attempt(client, statement)) > 0) passed.push(`${table.name} ${verb}`);
  }
  await client.end();
  expect(passed).toEqual(allowed);
}

/** How many rows a statement wrote; 0 when it was refused by right or policy. Anything else is an error of the test. */
async function attempt(client: pg.Client, statement: string): Promise<number> {
  await client.query("SAVEPOINT attempt");
  try {
    const { rowCount } = await client.query(statement);
    await client.query("ROLLBACK TO attempt");
    return rowCount ?? 0;
  } catch (error) {
    await client.query("ROLLBACK TO attempt");
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "42501") return 0;
    throw new Error(`${statement}: ${String(error)}`);
  }
}

/** The tables that show any row at all. */
async function visible(enter: (client: pg.Client) => Promise<unknown>): Promise<Record<string, "rows">> {
  const client = await connectAsWeb();
  await client.query("BEGIN");
  await enter(client);
  const seen: Record<string, "rows"> = {};
  for (const { name, readable } of tables) {
    const { rowCount } = await client.query(`SELECT ${readable} FROM "${name}" LIMIT 1`);
    if (rowCount) seen[name] = "rows";
  }
  await client.end();
  return seen;
}

async function count(enter: (client: pg.Client) => Promise<unknown>, statement: string): Promise<number> {
  const client = await connectAsWeb();
  await client.query("BEGIN");
  await enter(client);
  const { rowCount } = await client.query(statement);
  await client.end();
  return rowCount ?? 0;
}

async function rowsOf(table: Table, world: World): Promise<number> {
  const column = columnOf(table);
  const where = column === null ? "" : `WHERE ${column} = '${world.program.id}'`;
  const [row] = await asSuperuser<{ rows: number }>(
    `SELECT count(*)::int AS rows FROM "${table.name}" ${where}`,
  );
  return row?.rows ?? 0;
}
