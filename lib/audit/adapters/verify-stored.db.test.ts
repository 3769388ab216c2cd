import { appendFile, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withActor } from "@/lib/db/transaction";
import { requestCheckpoint } from "@/lib/programs/commands/request-checkpoint";
import { addPerson, foundWorld, type World } from "@/prisma/factories/world";
import { hashOfLink } from "../rules/chain-text";
import type { ChainVerdict, StoredEvent } from "../rules/verify-chain";
import { type RunSql, readChain } from "./chain-reader";
import { signingKey } from "./signing-key";
import { verifyStored } from "./verify-stored";
import { readWitness, witnessPath } from "./witness-file";

process.env.WAVEGATE_AUDIT_KEY_FILE = path.join(String(process.env.WAVEGATE_DATA_DIR), "audit-key.pem");

let world: World;
let owner: pg.Client;
let chain: string;
let last: number;

beforeAll(async () => {
  world = await foundWorld();
  chain = world.program.id;
  for (const name of ["Rana Aziz", "Tom Baker", "Uma Chen", "Vic Doyle"]) await addPerson(world, name);
  await requestCheckpoint({ actor: world.as.auditor }, { reason: "Before the review" });
  for (const name of ["Wim Eggers", "Xia Fang"]) await addPerson(world, name);
  owner = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
  await owner.connect();
  last = (await verified()).events;
});

afterAll(() => owner.end());

describe("as the product left it", () => {
  it("is intact, witnessed to its end and signed at the checkpoint", async () => {
    const verdict = await verified();
    expect(verdict).toMatchObject({
      fault: null,
      events: last,
      witnessedTo: last,
      checkpointedTo: last - 2,
      checkpoints: 1,
    });
  });
});

describe("what the owner of the database does with the triggers out of the way", () => {
  const attacks: [what: string, attack: () => Promise<unknown>, kind: string, at: () => number][] = [
    [
      "edits a body",
      () => sql(`UPDATE "AuditEvent" SET body = replace(body, 'Tom', 'Tim') WHERE seq = $2`, tom()),
      "hash",
      tom,
    ],
    [
      "edits a column",
      () => sql(`UPDATE "AuditEvent" SET "actorId" = NULL WHERE seq = $2`, 4),
      "columns",
      () => 4,
    ],
    [
      "edits the time it happened",
      () => sql(`UPDATE "AuditEvent" SET "occurredAt" = "occurredAt" - interval '1 day' WHERE seq = $2`, 4),
      "columns",
      () => 4,
    ],
    [
      "edits the time it was recorded",
      () => sql(`UPDATE "AuditEvent" SET "recordedAt" = "recordedAt" - interval '1 day' WHERE seq = $2`, 4),
      "hash",
      () => 4,
    ],
    ["edits and rebuilds all hashes after it", () => rebuildFrom(tom()), "witness", tom],
    ["deletes", () => sql(`DELETE FROM "AuditEvent" WHERE seq = $2`, 3), "missing", () => 3],
    [
      "deletes and renumbers",
      async () => {
        await sql(`DELETE FROM "AuditEvent" WHERE seq = $2`, 3);
        for (let seq = 4; seq <= last; seq += 1)
          await sql(`UPDATE "AuditEvent" SET seq = seq - 1 WHERE seq = $2`, seq);
      },
      "previous",
      () => 3,
    ],
    [
      "reorders",
      async () => {
        await sql(`UPDATE "AuditEvent" SET seq = 1000 WHERE seq = $2`, 3);
        await sql(`UPDATE "AuditEvent" SET seq = 3 WHERE seq = $2`, 4);
        await sql(`UPDATE "AuditEvent" SET seq = 4 WHERE seq = $2`, 1000);
      },
      "previous",
      () => 3,
    ],
    [
      "inserts",
      async () => {
        for (let seq = last; seq >= 5; seq -= 1)
          await sql(`UPDATE "AuditEvent" SET seq = seq + 1 WHERE seq = $2`, seq);
        await copyEvent(4, 5);
      },
      "previous",
      () => 5,
    ],
    [
      "inserts and rebuilds all hashes",
      async () => {
        for (let seq = last; seq >= tom(); seq -= 1)
          await sql(`UPDATE "AuditEvent" SET seq = seq + 1 WHERE seq = $2`, seq);
        await copyEvent(tom() - 1, tom());
        await rebuildFrom(tom());
      },
      "witness",
      tom,
    ],
    ["cuts the end", () => sql(`DELETE FROM "AuditEvent" WHERE seq > $2`, last - 2), "cut", () => last - 1],
    [
      "cuts the end with its checkpoints",
      async () => {
        await sql(`DELETE FROM "AuditCheckpoint" WHERE "chainId" = $1 AND seq > $2`, 4);
        await sql(`DELETE FROM "AuditEvent" WHERE seq > $2`, 4);
      },
      "cut",
      () => 5,
    ],
    [
      "restores an older state and lets work go on",
      async () => {
        await sql(`DELETE FROM "AuditEvent" WHERE seq > $2`, last - 1);
        const template = await owner.query(`SELECT body FROM "AuditEvent" WHERE "chainId" = $1 AND seq = 4`, [
          chain,
        ]);
        await owner.query("SELECT set_config('wavegate.program_id', $1, true)", [chain]);
        for (let more = 0; more < 3; more += 1)
          await owner.query("SELECT * FROM wavegate_audit_append($1::uuid, $2::text[])", [
            chain,
            [template.rows[0].body],
          ]);
      },
      "witness",
      () => last,
    ],
    ["deletes the whole chain", () => sql(`DELETE FROM "AuditEvent" WHERE seq > $2`, 0), "cut", () => 1],
    ["forges a checkpoint", () => forgeCheckpoint(4, signingKey().keyId), "signature", () => 4],
    ["brings a checkpoint of another key", () => forgeCheckpoint(4, "e".repeat(64)), "key", () => 4],
  ];

  it.each(attacks)("%s: found, the first bad event named", async (_what, attack, kind, at) => {
    const verdict = await underAttack(attack, verified);
    expect(verdict.fault).toMatchObject({ kind, seq: at() });
    expect(verdict.fault?.message).toContain(`vent ${at()} `);
  });

  it("without the witness the signed checkpoint still finds what lies before it", async () => {
    const verdict = await underAttack(
      () => rebuildFrom(5),
      () => verified(false),
    );
    expect(verdict.fault).toMatchObject({ kind: "checkpoint", seq: last - 2 });
  });

  it("after the last witness and checkpoint nothing is found: the control", async () => {
    const verdict = await underAttack(
      () => sql(`DELETE FROM "AuditEvent" WHERE seq > $2`, last - 1),
      () => verified(false),
    );
    expect(verdict).toMatchObject({ fault: null, witnessedTo: null });
  });
});

describe("the tables refuse", () => {
  it.each(["AuditEvent", "AuditCheckpoint"])(
    "%s: UPDATE, DELETE and TRUNCATE, to their owner as well",
    async (table) => {
      for (const statement of [
        `UPDATE "${table}" SET hash = hash`,
        `DELETE FROM "${table}"`,
        `TRUNCATE "${table}"`,
      ])
        await expect(owner.query(statement)).rejects.toThrow(`${table} is append-only`);
    },
  );

  it.each(["AuditEvent", "AuditCheckpoint"])(
    "%s: UPDATE, DELETE and TRUNCATE to the product's login",
    async (table) => {
      for (const statement of [
        `UPDATE "${table}" SET hash = hash`,
        `DELETE FROM "${table}"`,
        `TRUNCATE "${table}"`,
      ])
        await expect(
          withActor(world.as.program_manager, (tx) => tx.$executeRawUnsafe(statement)),
        ).rejects.toThrow(/denied/);
    },
  );

  it("an event that the product's login inserts itself", async () => {
    const insert = `INSERT INTO "AuditEvent" SELECT "chainId", seq + 100, "recordedAt", "occurredAt", action, "actorId", "subjectType", "subjectId", body, "prevHash", hash FROM "AuditEvent" LIMIT 1`;
    await expect(withActor(world.as.program_manager, (tx) => tx.$executeRawUnsafe(insert))).rejects.toThrow(
      /denied/,
    );
  });

  it("an append to the chain of another program, or without an actor", async () => {
    const other = await foundWorld();
    const append = `SELECT * FROM wavegate_audit_append('${chain}'::uuid, ARRAY['{}'])`;
    await expect(withActor(other.as.program_manager, (tx) => tx.$queryRawUnsafe(append))).rejects.toThrow(
      /no actor/,
    );
    await expect(owner.query(append)).rejects.toThrow(/no actor/);
  });
});

describe("the witness file", () => {
  it("counts a line that a crash tore, and trusts the others", async () => {
    const kept = await readFile(witnessPath(), "utf8");
    await appendFile(witnessPath(), '{"chain":"0190');
    const witness = await readWitness(chain);
    await writeFile(witnessPath(), kept);
    expect(witness).toMatchObject({ present: true, unreadable: 1 });
    expect(witness.lines.at(-1)).toMatchObject({ chain, seq: last });
  });

  it("vouches for nothing when it is gone", async () => {
    const kept = await readFile(witnessPath(), "utf8");
    await rm(witnessPath());
    expect(await readWitness(chain)).toEqual({ present: false, lines: [], unreadable: 0 });
    await writeFile(witnessPath(), kept);
  });
});

/** The event "added person Tom Baker": the second of four that were witnessed one by one. */
function tom(): number {
  return last - 5;
}

const run: RunSql = async (text, values) => (await owner.query(text, values)).rows;

async function verified(witnessed = true): Promise<ChainVerdict> {
  const witness = witnessed ? await readWitness() : { present: false, lines: [], unreadable: 0 };
  return verifyStored({ run, chain, witness, checkSignature: signingKey().check });
}

/** Attacks and looks inside one transaction that is then undone. */
async function underAttack<T>(attack: () => Promise<unknown>, look: () => Promise<T>): Promise<T> {
  await owner.query("BEGIN");
  try {
    await owner.query(
      `ALTER TABLE "AuditEvent" DISABLE TRIGGER ALL; ALTER TABLE "AuditCheckpoint" DISABLE TRIGGER ALL`,
    );
    await attack();
    return await look();
  } finally {
    await owner.query("ROLLBACK");
  }
}

/** `$1` is the chain, `$2` the number given. */
function sql(text: string, seq: number): Promise<unknown> {
  const scoped = text.includes("$1") ? text : text.replace("WHERE", `WHERE "chainId" = $1 AND`);
  return owner.query(scoped, [chain, seq]);
}

async function rebuildFrom(first: number): Promise<void> {
  const events: StoredEvent[] = [];
  for await (const event of readChain(run, chain)) events.push(event);
  let prev = events[first - 2]?.hash ?? "";
  for (const event of events.slice(first - 1)) {
    const body =
      event.seq === first ? event.body.replace(/"label":"[^"]*"/, '"label":"Somebody else"') : event.body;
    const hash = hashOfLink({ ...event, body, prev });
    await owner.query(
      `UPDATE "AuditEvent" SET body = $3, "prevHash" = $4, hash = $5 WHERE "chainId" = $1 AND seq = $2`,
      [chain, event.seq, body, prev, hash],
    );
    prev = hash;
  }
}

async function copyEvent(from: number, to: number): Promise<void> {
  await owner.query(
    `INSERT INTO "AuditEvent" SELECT "chainId", $3, "recordedAt", "occurredAt", action, "actorId", "subjectType", "subjectId", body, "prevHash", hash
     FROM "AuditEvent" WHERE "chainId" = $1 AND seq = $2`,
    [chain, from, to],
  );
}

async function forgeCheckpoint(seq: number, keyId: string): Promise<void> {
  await owner.query(
    `INSERT INTO "AuditCheckpoint" SELECT gen_random_uuid(), "chainId", seq, hash, "recordedAt", 'forged', $3, 'AAAA' FROM "AuditEvent"
     WHERE "chainId" = $1 AND seq = $2`,
    [chain, seq, keyId],
  );
}
