import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, expect, it } from "vitest";
import { addPerson, foundWorld, type World } from "@/prisma/factories/world";
import { asOwner } from "@/prisma/testing/database";

const folder = String(process.env.WAVEGATE_DATA_DIR);
process.env.WAVEGATE_AUDIT_KEY_FILE = path.join(folder, "audit-key.pem");

let world: World;

beforeAll(async () => {
  world = await foundWorld();
  await addPerson(world, "Rana Aziz");
});

it("verifies every chain, exports, compares the export, and names the first bad event", {
  timeout: 60_000,
}, async () => {
  const intact = verify();
  expect(intact.stdout).toMatch(/The instance .*intact/);
  expect(intact.stdout).toMatch(new RegExp(`${world.program.slug} .*intact`));
  expect(intact.status).toBe(0);

  const file = path.join(folder, "trail.jsonl");
  const exported = verify("--export", file);
  expect(exported.stdout).toContain("ends with a checkpoint");
  expect(readFileSync(file, "utf8").trimEnd().split("\n").at(-2)).toContain("audit.exported");
  const compared = verify("--export", file);
  expect(compared.stdout).toContain("are in the database, unchanged");
  expect([exported.status, compared.status]).toEqual([0, 0]);

  await asOwner(`ALTER TABLE "AuditEvent" DISABLE TRIGGER ALL`);
  await asOwner(
    `UPDATE "AuditEvent" SET body = replace(body, 'Rana', 'Dana') WHERE "subjectType" = 'person'`,
  );
  const [row] = await asOwner<{ seq: string }>(
    `SELECT min(seq)::text AS seq FROM "AuditEvent" WHERE body LIKE '%Dana%'`,
  );
  const broken = verify("--export", path.join(folder, "never.jsonl"));
  expect(broken.stdout).toContain(`Event ${row?.seq} was changed`);
  expect(broken.stderr).toContain("Nothing was exported");
  expect(broken.status).toBe(1);

  await asOwner(`DELETE FROM "AuditEvent" WHERE "chainId" = '${world.program.id}'`);
  const gone = verify();
  expect(gone.stdout).toContain("Event 1 is missing");
  expect(gone.status).toBe(1);
});

function verify(...args: string[]) {
  const run = ["--conditions=react-server", "--import", "tsx", "scripts/cli/audit-verify.ts", ...args];
  return spawnSync(process.execPath, run, { encoding: "utf8" });
}
