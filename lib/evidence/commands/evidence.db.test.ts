import { rm } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/model";
import { withActor } from "@/lib/db/transaction";
import { raiseRisk } from "@/lib/risks/commands/raise-risk";
import { countEvents, lastEvent } from "@/prisma/factories/last-event";
import { approve, gateOf, type ReadyWave, readyWave, step } from "@/prisma/factories/ready-wave";
import { placeWorkload } from "@/prisma/factories/risk-world";
import { foundWorld, type World } from "@/prisma/factories/world";
import { memberOf } from "@/prisma/testing/as-member";
import { asSuperuser, asWeb } from "@/prisma/testing/database";
import { readKept, storeFolder } from "../adapters/store";
import { evidenceOf } from "../queries/evidence-of";
import { getEvidence, getFile } from "../queries/get-evidence";
import { listEvidence } from "../queries/list-evidence";
import { evidenceSearch } from "../rules/search";
import { addFile, addLink } from "./add-evidence";
import { attachEvidence } from "./attach-evidence";
import { detachEvidence } from "./detach-evidence";
import { renameEvidence } from "./rename-evidence";
import { reviseByFile, reviseByLink } from "./revise-evidence";

const NOW = new Date("2027-01-10T12:00:00Z");
const WIKI = "https://wiki.example/restore";

let world: World;
let other: World;
let engineer: Actor;
let risk: { id: string; code: string };
const member = memberOf(() => world.program.id);
beforeAll(async () => {
  world = await foundWorld();
  other = await foundWorld();
  engineer = world.as.platform_engineer;
  risk = await raiseRisk({ actor: engineer }, { title: "The restore takes too long" });
});

const fileOf = (text: string, fileName = "report.txt") => ({
  fileName,
  chunks: (async function* () {
    yield Buffer.from(text);
  })(),
});

async function addReport(title: string, text = title): Promise<string> {
  const { evidenceId } = await addFile({ actor: engineer }, { title }, fileOf(text));
  return evidenceId;
}

async function textOf(actor: Actor, evidenceId: string, number: number): Promise<string> {
  const bytes = await readKept(actor.programId, await getFile(actor, evidenceId, String(number)));
  const parts: Uint8Array[] = [];
  for await (const part of bytes ?? []) parts.push(part);
  return Buffer.concat(parts).toString();
}

describe("evidence", () => {
  it("is kept with its file, revised without losing what was, renamed, and each is in the trail", async () => {
    const evidenceId = await addReport("Restore report", "took 52 min");
    expect(await lastEvent(world.program.id)).toMatchObject({
      action: "evidence.added",
      subject: { type: "evidence", id: evidenceId, label: "Restore report" },
      after: { revision: 1, fileName: "report.txt", bytes: 11, mediaType: "text/plain", validUntil: null },
    });
    const told = { evidenceId, note: "After the index build", validUntil: "2027-02-01" };
    await reviseByFile({ actor: world.as.business_owner }, told, fileOf("took 41 min"));
    await reviseByLink({ actor: engineer }, { evidenceId, url: WIKI });
    expect(await lastEvent(world.program.id)).toMatchObject({
      action: "evidence.revised",
      after: { revision: 3, kind: "link", url: WIKI },
    });
    const { revisions } = await getEvidence(world.as.auditor, evidenceId, NOW);
    expect(revisions).toMatchObject([
      { number: 3, content: { kind: "link", url: WIKI }, validity: "open" },
      { number: 2, by: "Helen Brandt", note: "After the index build", validity: "expiring" },
      { number: 1, by: "Priya Raman", content: { bytes: 11 } },
    ]);
    expect(await textOf(world.as.executive, evidenceId, 1)).toBe("took 52 min");
    expect(await textOf(world.as.executive, evidenceId, 2)).toBe("took 41 min");
    await renameEvidence({ actor: engineer }, { evidenceId, version: 1, title: "Restore of January" });
    const stale = renameEvidence({ actor: engineer }, { evidenceId, version: 1, title: "Restore" });
    await expect(stale).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("is of each validity by its newest revision at the instant of asking", async () => {
    const days = [null, "2027-01-09", "2027-01-10", "2027-02-09", "2027-02-10"];
    for (const day of days)
      await addLink(
        { actor: other.as.platform_engineer },
        { title: `Until ${day}`, url: WIKI, validUntil: day },
      );
    const { counts, rows } = await listEvidence(other.as.auditor, evidenceSearch({ sort: "until" }), NOW);
    expect(counts).toEqual({ open: 1, expired: 1, expiring: 2, fresh: 1 });
    expect(rows.map((row) => row.newest.validity)).toEqual([
      "expired",
      "expiring",
      "expiring",
      "fresh",
      "open",
    ]);
    const filtered = await listEvidence(
      other.as.auditor,
      evidenceSearch({ validity: "expired", q: "until 2027", used: "no" }),
      NOW,
    );
    expect(filtered).toMatchObject({
      total: 1,
      everything: 5,
      rows: [{ title: "Until 2027-01-09", uses: { risk: 0, criterion: 0, drill: 0, item: 0 } }],
    });
    const later = await listEvidence(other.as.auditor, evidenceSearch({}), new Date("2028-01-01T00:00:00Z"));
    expect(later.counts).toEqual({ open: 1, expired: 4, expiring: 0, fresh: 0 });
  });

  it("is refused from an executive, an auditor, a partner; a partner reads none", async () => {
    const evidenceId = await addReport("For readers");
    for (const role of ["executive", "auditor", "partner"] as const) {
      const actor = world.as[role];
      const forbidden = { code: "FORBIDDEN" };
      await expect(addFile({ actor }, { title: "x" }, fileOf("x"))).rejects.toMatchObject(forbidden);
      await expect(addLink({ actor }, { title: "x", url: WIKI })).rejects.toMatchObject(forbidden);
      await expect(reviseByLink({ actor }, { evidenceId, url: WIKI })).rejects.toMatchObject(forbidden);
      const attach = attachEvidence({ actor }, { evidenceId, attachType: "risk", attachId: risk.id });
      await expect(attach).rejects.toMatchObject(forbidden);
    }
    await expect(getEvidence(world.as.partner, evidenceId, NOW)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(getFile(world.as.partner, evidenceId, "1")).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("of another program is not found, nor its file, nor what it would be attached to", async () => {
    const evidenceId = await addReport("Ours alone");
    const stranger = other.as.platform_engineer;
    const missing = { code: "NOT_FOUND" };
    await expect(getEvidence(stranger, evidenceId, NOW)).rejects.toMatchObject(missing);
    await expect(getFile(stranger, evidenceId, "1")).rejects.toMatchObject(missing);
    const revise = { evidenceId, url: WIKI };
    await expect(reviseByLink({ actor: stranger }, revise)).rejects.toMatchObject(missing);
    const foreign = reviseByFile({ actor: stranger }, { evidenceId }, fileOf("x"));
    await expect(foreign).rejects.toMatchObject(missing);
    const theirs = addLink(
      { actor: stranger },
      { title: "x", url: WIKI, attachType: "risk", attachId: risk.id },
    );
    await expect(theirs).rejects.toMatchObject(missing);
    const same = await addFile({ actor: stranger }, { title: "The same words" }, fileOf("Ours alone"));
    await rm(`${storeFolder()}/${other.program.id}`, { recursive: true });
    expect(await readKept(other.program.id, await getFile(stranger, same.evidenceId, "1"))).toBeNull();
    expect(await textOf(engineer, evidenceId, 1)).toBe("Ours alone");
  });

  it("refused in the form or the file leaves neither row nor event", async () => {
    const before = await countEvents(world.program.id);
    const bad = [
      () => addFile({ actor: engineer }, { title: " " }, fileOf("x")),
      () => addFile({ actor: engineer }, { title: "x", validUntil: "soon" }, fileOf("x")),
      () => addFile({ actor: engineer }, { title: "x" }, fileOf("<html>", "x.pdf")),
      () => addLink({ actor: engineer }, { title: "x", url: "https://me:secret@wiki.example" }),
      () =>
        addLink({ actor: engineer }, { title: "x", url: WIKI, attachType: "workload", attachId: risk.id }),
    ];
    for (const one of bad) await expect(one()).rejects.toMatchObject({ code: "INVALID" });
    expect(await countEvents(world.program.id)).toBe(before);
  });

  it("is never changed or removed, by nobody's login", async () => {
    const evidenceId = await addReport("Stands");
    for (const sql of [
      `UPDATE "EvidenceRevision" SET note = 'x' WHERE "evidenceId" = '${evidenceId}'`,
      `DELETE FROM "EvidenceRevision" WHERE "evidenceId" = '${evidenceId}'`,
      `DELETE FROM "Evidence" WHERE id = '${evidenceId}'`,
    ])
      await expect(asWeb(sql)).rejects.toThrow("permission denied");
  });
});

describe("attached evidence", () => {
  it("stands at a risk once, is seen from both sides, and is taken off", async () => {
    const attachTo = { attachType: "risk", attachId: risk.id } as const;
    const { evidenceId, path } = await addFile(
      { actor: engineer },
      { title: "Index build", ...attachTo },
      fileOf("parallel"),
    );
    expect(path).toBe(`risks/${risk.code}`);
    expect(await lastEvent(world.program.id)).toMatchObject({
      action: "evidence.attached",
      subject: { type: "risk", id: risk.id, label: expect.stringContaining("“Index build” to R-") },
    });
    const again = attachEvidence({ actor: engineer }, { evidenceId, ...attachTo });
    await expect(again).rejects.toMatchObject({ code: "BLOCKED" });
    const subject = { type: "risk", id: risk.id } as const;
    const seen = await evidenceOf(world.as.executive, subject, NOW);
    expect(seen).toMatchObject({ attached: [{ id: evidenceId, title: "Index build" }], choices: [] });
    const offered = await evidenceOf(engineer, subject, NOW);
    expect(offered.choices.map((one) => one.id)).not.toContain(evidenceId);
    const { uses } = await getEvidence(world.as.auditor, evidenceId, NOW);
    expect(uses).toMatchObject([{ type: "risk", path: `risks/${risk.code}`, by: "Priya Raman" }]);
    const useId = seen.attached[0]?.useId ?? "";
    await expect(detachEvidence({ actor: other.as.platform_engineer }, { useId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await detachEvidence({ actor: engineer }, { useId });
    expect(await lastEvent(world.program.id)).toMatchObject({ action: "evidence.detached" });
    expect((await evidenceOf(engineer, subject, NOW)).attached).toEqual([]);
  });

  it("stands at a drill until the drill is withdrawn", async () => {
    const drillId = await placeDrill();
    const evidenceId = await addReport("Log of the drill");
    const input = { evidenceId, attachType: "drill", attachId: drillId } as const;
    await attachEvidence({ actor: engineer }, input);
    const { uses } = await getEvidence(engineer, evidenceId, NOW);
    expect(uses).toMatchObject([{ label: "the drill of Sun 3 Jan 2027 of Tilbury WMS" }]);
    await asSuperuser(
      `UPDATE "Drill" SET "withdrawnAt" = now(), "withdrawnReason" = 'wrong day', "withdrawnById" = $2 WHERE id = $1`,
      [drillId, engineer.userId],
    );
    const detach = detachEvidence({ actor: engineer }, { useId: uses[0]?.id ?? "" });
    await expect(detach).rejects.toMatchObject({ code: "BLOCKED", message: "This drill was withdrawn." });
    const bySql = `DELETE FROM "EvidenceUse" WHERE id = '${uses[0]?.id}'`;
    expect(await member.code(engineer.userId, bySql)).toBe("42501");
  });

  it("at a criterion makes a signature stale when attached or revised, and holds again when taken off", async () => {
    const ready = await readyWave(world);
    const evidenceId = await addReport("Rollback rehearsal");
    await approve(ready);
    expect((await gateOf(ready)).judged.holds).toBe(true);
    const criterionId = await attachToCriterion(ready, evidenceId);
    const stale = await gateOf(ready);
    expect(stale.judged.holds).toBe(false);
    expect(stale.stale[0]?.changes).toMatchObject([
      { what: "evidence", signed: "nothing", present: "“Rollback rehearsal”, revision 1" },
    ]);
    await approve(ready);
    await renameEvidence({ actor: engineer }, { evidenceId, version: 1, title: "Rehearsal of the rollback" });
    expect((await gateOf(ready)).judged.holds).toBe(true);
    await reviseByLink({ actor: engineer }, { evidenceId, url: WIKI });
    expect((await gateOf(ready)).stale[0]?.changes).toMatchObject([
      { present: "“Rehearsal of the rollback”, revision 2" },
    ]);
    await approve(ready);
    const seen = await evidenceOf(engineer, { type: "criterion", id: criterionId }, NOW);
    const useId = seen.attached[0]?.useId ?? "";
    const detach = `DELETE FROM "EvidenceUse" WHERE id = '${useId}'`;
    expect(await member.code(engineer.userId, detach)).toBeNull();
    await step(world, ready.waveId, "cutting_over");
    await expect(detachEvidence({ actor: engineer }, { useId })).rejects.toMatchObject({ code: "BLOCKED" });
    expect(await member.code(engineer.userId, detach)).toBe("42501");
    expect(await member.code(engineer.userId, attachment(await addReport("Afterwards"), criterionId))).toBe(
      "42501",
    );
  });
});

const attachment = (evidenceId: string, criterionId: string) => `
  INSERT INTO "EvidenceUse" (id, "programId", "evidenceId", "criterionId", "attachedById", "attachedAt")
  VALUES (gen_random_uuid(), '${world.program.id}', '${evidenceId}', '${criterionId}', '${engineer.userId}', now())`;

async function attachToCriterion(ready: ReadyWave, evidenceId: string): Promise<string> {
  const { facts } = await gateOf(ready);
  const criterionId = facts.criteria.find((one) => one.key === "rollback-rehearsed")?.id ?? "";
  await attachEvidence({ actor: engineer }, { evidenceId, attachType: "criterion", attachId: criterionId });
  return criterionId;
}

async function placeDrill(): Promise<string> {
  const workloadId = await placeWorkload(engineer, "Tilbury WMS");
  const at = new Date("2027-01-03T09:00:00Z");
  const drill = await withActor(engineer, (tx) =>
    tx.drill.create({
      data: {
        programId: engineer.programId,
        workloadId,
        kind: "restore",
        declaredAt: at,
        recordedById: engineer.userId,
        recordedAt: at,
      },
      select: { id: true },
    }),
  );
  return drill.id;
}
