import { spawnSync } from "node:child_process";
import { readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { signingKey, signingKeyPath } from "@/lib/audit/adapters/signing-key";
import { listEvents } from "@/lib/audit/queries/events";
import { chainStanding, checkpointOf } from "@/lib/audit/queries/standing";
import { addPerson, foundWorld, type World } from "@/prisma/factories/world";
import { exportTrail } from "./export-trail";
import { requestCheckpoint } from "./request-checkpoint";
import { verifyTrail } from "./verify-trail";

const folder = String(process.env.WAVEGATE_DATA_DIR);
process.env.WAVEGATE_AUDIT_KEY_FILE = path.join(folder, "audit-key.pem");

type Line = Record<string, unknown>;

let world: World;
let older: string[];
let lines: string[];
let events: number;

beforeAll(async () => {
  world = await foundWorld();
  await requestCheckpoint({ actor: world.as.auditor }, { reason: "Before the review" });
  older = await exported();
  for (const name of ["Rana Aziz", "Tom Baker"]) await addPerson(world, name);
  lines = await exported();
  events = lines.filter((line) => "seq" in parsed(line)).length;
});

describe("an export", () => {
  it("holds every event with its own, and ends with a fresh checkpoint of the last", async () => {
    const last = parsed(lines.at(-1));
    expect(parsed(lines[0])).toMatchObject({
      format: "wavegate-audit/1",
      program: world.program.slug,
      keyId: signingKey().keyId,
    });
    expect(parsed(lines[events]).body).toContain("audit.exported");
    expect(last.checkpoint).toMatchObject({
      seq: events,
      reason: "Export of the trail",
      keyId: signingKey().keyId,
    });
    expect((await listEvents(world.as.auditor, {})).everything).toBe(events);
  });

  it("is verified without a database, with the fingerprint of the key", async () => {
    const { status, stdout } = await verifierOn(lines, "--key", signingKey().keyId);
    expect(status).toBe(0);
    expect(stdout).toContain(`Intact: ${events} events`);
    expect(stdout).not.toContain("proves nothing");
  });

  it("without the fingerprint says that the key inside proves nothing", async () => {
    const { status, stdout } = await verifierOn(lines);
    expect(status).toBe(0);
    expect(stdout).toContain("a key that travels inside the file proves nothing");
  });

  it("is refused to whoever has no right to it, and records nothing", async () => {
    await expect(exportTrail({ actor: world.as.business_owner })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(exportTrail({ actor: world.as.partner })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(requestCheckpoint({ actor: world.as.executive }, { reason: "x" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(verifyTrail({ actor: world.as.platform_engineer })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    expect((await chainStanding(world.as.auditor)).events).toBe(events);
  });
});

describe("a file that somebody changed is not intact, and the first bad event is named", () => {
  const place = (seq: number) => seq;
  const tampered: [what: string, change: (all: string[]) => string[], said: () => string][] = [
    [
      "edited",
      (all) =>
        edited(all, place(4), (line) => ({ ...line, body: String(line.body).replace("label", "lebal") })),
      () => "Event 4 was changed",
    ],
    ["deleted", (all) => all.toSpliced(place(5), 1), () => "Event 5 is missing: event 6"],
    [
      "reordered",
      (all) => [...all.slice(0, 3), all[4] ?? "", all[3] ?? "", ...all.slice(5)],
      () => "Event 3 is missing: event 4",
    ],
    [
      "inserted",
      (all) => all.toSpliced(place(4), 0, all[3] ?? ""),
      () => "Event 3 stands where event 4 belongs",
    ],
    [
      "cut in the middle",
      (all) => [...all.slice(0, events), ...all.slice(events + 1)],
      () => `Event ${events} is missing`,
    ],
    [
      "cut before the checkpoints",
      (all) => all.slice(0, events + 1),
      () => "does not end in the signed checkpoint",
    ],
    [
      "cut before the last checkpoint",
      (all) => all.slice(0, -1),
      () => "does not end in the signed checkpoint",
    ],
    [
      "an older state under the present header and end",
      (all) => [all[0] ?? "", ...older.slice(1, -1), all.at(-1) ?? ""],
      () => "is missing: the file ends at",
    ],
    [
      "an older state under the present header",
      (all) => [all[0] ?? "", ...older.slice(1)],
      () => "does not end in the signed checkpoint",
    ],
    [
      "cut back to a checkpoint on request",
      (all) => cutToRequest(all),
      () => "does not end in the signed checkpoint",
    ],
    [
      "another key in the header",
      (all) => edited(all, 0, (line) => ({ ...line, keyId: "f".repeat(64) })),
      () => "does not have the fingerprint",
    ],
    ["torn", (all) => [...all.slice(0, 4), (all[4] ?? "").slice(0, 40)], () => "Event 4 is bad"],
  ];

  it.each(tampered)("%s", async (_what, change, said) => {
    const { status, stderr } = await verifierOn(change([...lines]), "--key", signingKey().keyId);
    expect(stderr).toContain("NOT INTACT");
    expect(stderr).toContain(said());
    expect(status).toBe(1);
  });

  it("a whole forgery with a key of its own, by the fingerprint", async () => {
    const { status, stderr } = await verifierOn(lines, "--key", "0".repeat(64));
    expect(status).toBe(1);
    expect(stderr).toContain("not the trusted one");
  });

  it("what is no export, or no file, is a matter of usage", async () => {
    expect((await verifierOn(["{}"])).status).toBe(2);
    expect((await verifierOn([])).status).toBe(2);
    expect((await verifierOn(lines, "--key", "nonsense")).status).toBe(2);
    expect(verifier(path.join(folder, "absent.jsonl")).status).toBe(2);
    expect(verifier().status).toBe(2);
  });
});

describe("beside the export", () => {
  it("the key was made for its owner alone", async () => {
    expect((await stat(signingKeyPath())).mode & 0o777).toBe(0o600);
    expect(await readFile(signingKeyPath(), "utf8")).toContain("BEGIN PRIVATE KEY");
  });

  it("a checkpoint on request vouches for its own event, and can be printed", async () => {
    const checkpoint = await requestCheckpoint(
      { actor: world.as.program_manager },
      { reason: "Board meeting" },
    );
    const standing = await chainStanding(world.as.auditor);
    expect(checkpoint.seq).toBe(standing.head?.seq);
    expect(standing).toMatchObject({
      checkpoint: { reason: "Board meeting" },
      witness: { seq: checkpoint.seq, agrees: true },
    });
    expect(await checkpointOf(world.as.business_owner, checkpoint.seq)).toEqual(checkpoint);
  });

  it("verifying records what it found", async () => {
    const verdict = await verifyTrail({ actor: world.as.auditor });
    expect(verdict.fault).toBeNull();
    const page = await listEvents(world.as.auditor, { group: "audit" });
    expect(page.events[0]?.body).toMatchObject({
      action: "audit.verified",
      after: { result: "intact", events: verdict.events },
    });
  });
});

async function exported(): Promise<string[]> {
  const { lines: stream } = await exportTrail({ actor: world.as.auditor });
  const all: string[] = [];
  for await (const line of stream) all.push(line.trimEnd());
  return all;
}

async function verifierOn(content: string[], ...options: string[]) {
  const file = path.join(folder, "export.jsonl");
  await writeFile(file, content.map((line) => `${line}\n`).join(""));
  return verifier(file, ...options);
}

function verifier(...args: string[]) {
  return spawnSync(process.execPath, ["scripts/verify-audit.mjs", ...args], { encoding: "utf8" });
}

/** Somebody wants the file to end at the checkpoint that an auditor asked for. */
function cutToRequest(all: string[]): string[] {
  const request =
    all.find((line) => line.includes("Before the review") && line.includes('"checkpoint"')) ?? "";
  const { seq } = parsed(request).checkpoint as { seq: number };
  return [...all.slice(0, seq + 1), request];
}

function edited(all: string[], index: number, change: (line: Line) => Line): string[] {
  return all.map((line, at) => (at === index ? JSON.stringify(change(parsed(line))) : line));
}

function parsed(line: string | undefined): Line {
  return JSON.parse(line ?? "{}");
}
