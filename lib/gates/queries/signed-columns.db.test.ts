import { beforeAll, describe, expect, it } from "vitest";
import { withActor } from "@/lib/db/transaction";
import { approve, gateOf, type ReadyWave } from "@/prisma/factories/ready-wave";
import { signedWorld } from "@/prisma/factories/signed-world";
import { asSuperuser } from "@/prisma/testing/database";
import { SIGNED_TABLES } from "@/prisma/testing/signed-columns";
import type { SignedTable } from "@/prisma/testing/signed-table";
import { loadGateFacts } from "./load-facts";

/** Which row it is. Row-level security keeps a row in its program. */
const IDENTITY = ["id", "programId"];
const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;

let ready: ReadyWave;
let rows: ReadonlyMap<string, string>;
let signed: string;

beforeAll(async () => {
  ({ ready, rows } = await signedWorld());
  await approve(ready);
  signed = (await gateOf(ready)).judged.digest;
  await asSuperuser(`DO $$ DECLARE c record; BEGIN
    FOR c IN SELECT conrelid::regclass AS t, conname FROM pg_constraint WHERE contype = 'c' AND conrelid <> 0
      AND connamespace = 'public'::regnamespace
    LOOP EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', c.t, c.conname); END LOOP; END $$`);
}, 120_000);

describe("what is signed", () => {
  it("is a gate that asks for everything the system can check, and holds the signature", async () => {
    const { facts, judged } = await gateOf(ready);
    expect(facts.recovery).toHaveLength(3);
    expect(facts.recovery?.every(({ drill }) => drill !== null)).toBe(true);
    expect(facts.freezes).toHaveLength(3);
    expect(facts.earlierConditions).toHaveLength(1);
    expect(facts.criteria.some(({ evidence }) => evidence.length > 0)).toBe(true);
    expect(judged.seats[0]?.state).toBe("approved");
  });

  it.each(SIGNED_TABLES)("$table ($row) is listed with every column it has", async (one) => {
    const known = [
      ...IDENTITY,
      ...materialOf(one),
      ...(one.cosmetic ?? []),
      ...(one.fixed ?? []),
      ...Object.keys(one.elsewhere ?? {}),
    ];
    expect(new Set(known).size).toBe(known.length);
    const { columns } = await tableNamed(one.table);
    const names = columns.map(({ name }) => name).filter((name) => !IDENTITY.includes(name));
    expect(names.sort()).toEqual(known.filter((name) => !IDENTITY.includes(name)).sort());
  });

  it.each(SIGNED_TABLES)("$table ($row): what is called fixed is changed by nobody", async (one) => {
    const { table, fixed = [], gone } = one;
    const { columns, removable } = await tableNamed(table);
    const changeable = columns.filter(({ updatable }) => updatable).map(({ name }) => name);
    expect(fixed.filter((name) => changeable.includes(name))).toEqual([]);
    if (!removable) expect(gone).toBeUndefined();
    else if (gone === undefined) {
      // what a gate rests on cannot be removed while it does
      const removing = asSuperuser(`DELETE FROM "${one.table}" WHERE ${rowOf(one)}`);
      await expect(removing).rejects.toMatchObject({ code: expect.stringMatching(/^23(001|503)$/) });
    }
  });

  it.each(SIGNED_TABLES)(
    "$table ($row): every material fact, changed, makes it stale and is named",
    async (one) => {
      for (const [column, words] of Object.entries(one.material ?? {})) {
        await changed(one, column, async () => {
          const view = await gateOf(ready);
          expect(view.judged.seats[0]?.state, `${one.table}.${column}`).toBe("stale");
          const told = toldOf(view);
          expect(told.join("\n"), `${one.table}.${column}`).toMatch(new RegExp(words));
          expect(told.join("\n"), `${one.table}.${column}`).not.toMatch(ID);
        });
        await sameAgain(`${one.table}.${column}, changed back`);
      }
    },
  );

  it.each(SIGNED_TABLES)("$table ($row): nothing cosmetic does", async (one) => {
    for (const column of one.cosmetic ?? []) {
      await changed(one, column, () => sameAgain(`${one.table}.${column}`));
    }
  });

  it.each(SIGNED_TABLES.filter(({ gone }) => gone !== undefined))(
    "$table ($row): removed, it is named",
    async (one) => {
      const where = rowOf(one);
      await replicated(`CREATE TABLE kept AS SELECT * FROM "${one.table}" WHERE ${where};
      DELETE FROM "${one.table}" WHERE ${where}`);
      const view = await gateOf(ready);
      await replicated(`INSERT INTO "${one.table}" SELECT * FROM kept; DROP TABLE kept`);
      expect(view.judged.seats[0]?.state).toBe("stale");
      expect(toldOf(view).join("\n")).toMatch(new RegExp(one.gone ?? ""));
      expect(toldOf(view).join("\n")).not.toMatch(ID);
      await sameAgain(`${one.table}, put back`);
    },
  );

  it("rests on the scale in use: another one makes every score an older one, and says so", async () => {
    const scale = `"programId" = '${ready.world.program.id}'`;
    await replicated(`INSERT INTO "RiskScale" (id, "programId", version, content, reason, "publishedAt", "publishedById")
      SELECT gen_random_uuid(), "programId", 2, content, reason, "publishedAt", "publishedById" FROM "RiskScale" WHERE ${scale}`);
    const view = await gateOf(ready);
    await replicated(`DELETE FROM "RiskScale" WHERE ${scale} AND version = 2`);
    expect(view.judged.seats[0]?.state).toBe("stale");
    expect(toldOf(view).join("\n")).toMatch(/Risk R-901 .*: scored in an older scale: nothing → yes/);
    await sameAgain("the scale, taken away");
  });

  it("does not depend on the clock", async () => {
    const { facts } = await gateOf(ready);
    const later = await withActor(ready.world.as.auditor, (tx) =>
      loadGateFacts(tx, ready.world.as.auditor, facts.gate.id),
    );
    expect({ ...later, deputies: [] }).toEqual({ ...facts, deputies: [] });
  });

  it("is read from the tables of the list and from no other", async () => {
    const listed = [...SIGNED_TABLES.map(({ table }) => table), "Membership"];
    await asSuperuser(`DO $$ DECLARE t record; BEGIN
      FOR t IN SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
        AND relname <> ALL (ARRAY[${listed.map((name) => `'${name}'`).join(", ")}])
      LOOP EXECUTE format('REVOKE SELECT ON %I FROM wavegate_app, wavegate_web', t.relname); END LOOP; END $$`);
    const actor = ready.world.as.business_owner;
    const facts = await withActor(actor, (tx) => loadGateFacts(tx, actor, ready.gateId));
    expect(facts.criteria.length).toBeGreaterThan(10);
  });
});

function materialOf({ material = {} }: SignedTable): string[] {
  return Object.keys(material);
}

function toldOf({ stale }: Awaited<ReturnType<typeof gateOf>>): string[] {
  return (stale[0]?.changes ?? []).map(
    (one) => `${one.subject}: ${one.what}: ${one.signed} → ${one.present}`,
  );
}

async function sameAgain(after: string): Promise<void> {
  const { judged } = await gateOf(ready);
  expect(judged.digest, after).toBe(signed);
  expect(judged.seats[0]?.state, after).toBe("approved");
}

/** Changes one column of the row for as long as `look` looks. */
async function changed(one: SignedTable, column: string, look: () => Promise<void>): Promise<void> {
  const where = rowOf(one);
  const { columns } = await tableNamed(one.table);
  const known = columns.find(({ name }) => name === column);
  if (known === undefined) throw new Error(`${one.table} has no column ${column}`);
  const [before] = await asSuperuser<{ was: string | null }>(
    `SELECT "${column}"::text AS was FROM "${one.table}" WHERE ${where}`,
  );
  if (before === undefined) throw new Error(`${one.table} has no row ${one.row}`);
  await replicated(
    `UPDATE "${one.table}" SET "${column}" = ${one.to?.[column] ?? another(column, known)} WHERE ${where}`,
  );
  try {
    await look();
  } finally {
    const was = before.was === null ? "NULL" : `$was$${before.was}$was$::${known.type}`;
    await replicated(`UPDATE "${one.table}" SET "${column}" = ${was} WHERE ${where}`);
  }
}

/** Another value of the column's type, in SQL. */
function another(name: string, { type, isEnum }: Column): string {
  const column = `"${name}"`;
  if (isEnum)
    return `(SELECT e FROM unnest(enum_range(NULL::${type})) e WHERE e IS DISTINCT FROM ${column} LIMIT 1)`;
  if (type === "boolean") return `NOT coalesce(${column}, false)`;
  if (type === "uuid") return "gen_random_uuid()";
  if (type === "date") return `coalesce(${column}, current_date) + 1`;
  if (type.startsWith("timestamp")) return `coalesce(${column}, now()) + interval '1 minute'`;
  if (type.endsWith("[]")) return `array_append(${column}, 'other')`;
  if (type === "jsonb") return `'{"other": true}'`;
  if (/^(integer|bigint|numeric)/.test(type)) return `coalesce(${column}, 0) + 1`;
  return `coalesce(${column}, '') || ' other'`;
}

/** Past triggers and foreign keys: what is looked at is what was signed, not what the product lets anybody write. */
async function replicated(statements: string): Promise<void> {
  await asSuperuser(`SET session_replication_role = replica; ${statements}; RESET session_replication_role`);
}

function rowOf({ row }: SignedTable): string {
  const where = rows.get(row);
  if (where === undefined) throw new Error(`the world of the test has no ${row}`);
  return where;
}

type Column = { name: string; type: string; isEnum: boolean; updatable: boolean };
type Catalog = { columns: Column[]; removable: boolean };

const catalog = new Map<string, Catalog>();

async function tableNamed(table: string): Promise<Catalog> {
  const known = catalog.get(table);
  if (known !== undefined) return known;
  const [found] = await asSuperuser<Catalog>(
    `SELECT has_table_privilege('wavegate_web', c.oid, 'DELETE') AND NOT EXISTS (SELECT 1 FROM pg_policy p
        WHERE p.polrelid = c.oid AND p.polcmd = 'd' AND pg_get_expr(p.polqual, c.oid) = 'false') AS removable,
      json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
        'isEnum', EXISTS (SELECT 1 FROM pg_enum e WHERE e.enumtypid = a.atttypid),
        'updatable', has_column_privilege('wavegate_web', c.oid, a.attnum, 'UPDATE')) ORDER BY a.attnum) AS columns
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.oid = to_regclass($1) GROUP BY c.oid`,
    [`public."${table}"`],
  );
  if (found === undefined) throw new Error(`there is no table ${table}`);
  catalog.set(table, found);
  return found;
}
