import { beforeEach, describe, expect, it } from "vitest";
import { ROLES } from "@/lib/access/model";
import { endPeriod } from "@/lib/calendar/commands/end-period";
import { listPeriods } from "@/lib/calendar/queries/periods";
import { exportControls } from "@/lib/controls/queries/list-controls";
import { controlSearch } from "@/lib/controls/rules/search";
import { listChecklist } from "@/lib/cutover/queries/list-checklist";
import { listTemplates as listChecklistTemplates } from "@/lib/cutover/queries/templates";
import { listTemplates as listGateTemplates } from "@/lib/gates/queries/templates";
import { DEFAULT_RISK_DOMAINS } from "@/lib/programs/model";
import { saveRiskDomain } from "@/lib/risks/commands/save-risk-domain";
import { exportRisks } from "@/lib/risks/queries/list-risks";
import { listRiskDomains } from "@/lib/risks/queries/risk-choices";
import { riskScales } from "@/lib/risks/queries/risk-scales";
import { riskSearch } from "@/lib/risks/rules/search";
import { createWave } from "@/lib/waves/commands/create-wave";
import { listWaves } from "@/lib/waves/queries/list-waves";
import { saveTier } from "@/lib/workloads/commands/save-tier";
import { listTiers } from "@/lib/workloads/queries/options";
import { countEvents, lastEvent } from "@/prisma/factories/last-event";
import { readyWave } from "@/prisma/factories/ready-wave";
import { foundWorld, type World } from "@/prisma/factories/world";
import { asSuperuser } from "@/prisma/testing/database";
import type { Fate, PlaybookContent, PlaybookKey } from "../model";
import { previewStart, startedFrom } from "../queries/preview-start";
import { contentOf, PLAYBOOKS } from "../rules/catalogue";
import { startProgram } from "./start-program";

const CHOICES = PLAYBOOKS.flatMap(({ key, sets }) => sets.map((set) => [key, set.key] as const));
const WHOLESALE = { playbook: "p-2", set: "wholesale", version: 2 } as const;

let world: World;

beforeEach(async () => {
  world = await foundWorld();
});

function manager() {
  return { actor: world.as.program_manager };
}

function content(playbook: PlaybookKey, set: string): PlaybookContent {
  const found = contentOf(playbook, set);
  if (found === null) throw new Error(`${playbook} has no ${set}`);
  return found;
}

/** The labels of a section by what a start would do with them. */
async function fates(section: string, chosen = { playbook: "p-2", set: "wholesale" }) {
  const { plan } = await previewStart(world.as.program_manager, chosen, new Date());
  const things = plan?.sections.find((one) => one.section === section)?.things ?? [];
  return (fate: Fate) => things.filter((one) => one.fate === fate).map(({ label }) => label);
}

describe.each(CHOICES)("a program started from %s with %s", (playbook, set) => {
  it("has everything that the preview listed, with one event for each thing", async () => {
    const brought = content(playbook, set);
    const actor = world.as.program_manager;
    const { plan } = await previewStart(actor, { playbook, set }, new Date());
    const before = await countEvents(world.program.id);
    const counts = await startProgram(manager(), { playbook, set, version: 2 });
    expect(counts).toEqual(plan?.counts);
    const asBefore = brought.domains.filter(({ name, appetite }) =>
      DEFAULT_RISK_DOMAINS.some((one) => one.name === name && one.appetite === appetite),
    ).length;
    expect(counts).toMatchObject({ adapted: 4 + 10 - asBefore, kept: asBefore });
    expect(await countEvents(world.program.id)).toBe(before + 1 + counts.brought + counts.adapted);

    const tiers = await listTiers(actor);
    expect(tiers.map(({ name, rtoMinutes, rpoMinutes }) => ({ name, rtoMinutes, rpoMinutes }))).toEqual(
      brought.tiers.map(({ name, rtoMinutes, rpoMinutes }) => ({ name, rtoMinutes, rpoMinutes })),
    );
    const domains = new Map((await listRiskDomains(actor)).map(({ name, appetite }) => [name, appetite]));
    expect(domains).toEqual(new Map(brought.domains.map(({ name, appetite }) => [name, appetite])));
    const { why: _, ...scale } = brought.scale;
    expect(await riskScales(actor)).toEqual([{ version: 1, ...scale }]);
    const risks = await exportRisks(actor, riskSearch({}));
    expect(risks.map(({ title }) => title).sort()).toEqual(brought.risks.map(({ title }) => title).sort());
    for (const risk of risks) expect(risk).toMatchObject({ owner: null, currentScore: null, dueOn: null });
    const controls = await exportControls(actor, controlSearch({}), new Date());
    expect(controls.map(({ title, domain }) => `${domain}: ${title}`).sort()).toEqual(
      brought.controls.map(({ title, domain }) => `${domain}: ${title}`).sort(),
    );
    for (const control of controls) expect(control).toMatchObject({ owner: null, state: "planned" });
    for (const { waveKind, kind, content: asked } of brought.gates) {
      const kept = (await listGateTemplates(actor)).find(
        (one) => one.waveKind === waveKind && one.kind === kind,
      );
      expect(kept).toMatchObject({ version: 1, ...asked });
    }
    for (const { kind, items } of brought.checklists) {
      const [template] = await listChecklistTemplates(actor, kind);
      expect(template?.published).not.toBeNull();
      expect(template?.items).toEqual(items);
    }
    const periods = await listPeriods(actor, new Date(0));
    expect(periods.map(({ title }) => title).sort()).toEqual(
      brought.periods.map(({ title }) => title).sort(),
    );
    const waves = await listWaves(actor);
    expect(waves.map(({ name, kind }) => ({ name, kind }))).toEqual(
      brought.waves.map(({ name, kind }) => ({ name, kind })),
    );
    for (const [at, wave] of waves.entries()) {
      expect(wave).toMatchObject({ number: at + 1, state: "planned", window: null, lead: null });
      const { items } = await listChecklist(actor, wave.waveId);
      expect(items.map(({ needsEvidence, ownerId }) => [needsEvidence, ownerId])).toEqual(
        (brought.waves[at]?.scenarios ?? []).map(() => [true, null]),
      );
    }
  });

  it("is not changed by another start from the same", async () => {
    await startProgram(manager(), { playbook, set, version: 2 });
    const before = await countEvents(world.program.id);
    await expect(startProgram(manager(), { playbook, set, version: 2 })).rejects.toMatchObject({
      code: "INVALID",
      message: "Everything that this playbook brings is here already. Nothing was changed.",
    });
    expect(await countEvents(world.program.id)).toBe(before);
  });
});

describe("what is there already", () => {
  it("stays as it is, by its name, and a default that somebody touched is none", async () => {
    const [tier] = await listTiers(world.as.program_manager);
    const stricter = { rank: 1, rtoMinutes: 20, rpoMinutes: 1, availability: null, drillIntervalDays: null };
    await saveTier(manager(), {
      tierId: tier?.id,
      version: tier?.version,
      name: "order  to dispatch",
      ...stricter,
    });
    await createWave(manager(), { name: "Landing zone and operations", kind: "foundation" });
    await saveRiskDomain(manager(), { name: "Customer EDI compliance", appetite: 12 });
    expect((await fates("tiers"))("kept")).toEqual(["Order to dispatch"]);
    expect((await fates("domains"))("kept")).toContain("Customer EDI compliance");
    expect((await fates("waves"))("kept")).toEqual(["Landing zone and operations"]);
    await startProgram(manager(), WHOLESALE);
    const tiers = await listTiers(world.as.program_manager);
    expect(tiers).toHaveLength(4);
    expect(tiers[0]).toMatchObject({ rtoMinutes: 20, version: 2 });
    const domains = await listRiskDomains(world.as.program_manager);
    expect(domains.find(({ name }) => name === "Customer EDI compliance")?.appetite).toBe(12);
    const [wave] = await listWaves(world.as.program_manager);
    expect(wave).toMatchObject({ number: 1, name: "Landing zone and operations", version: 1 });
    const { items } = await listChecklist(world.as.program_manager, wave?.waveId ?? "");
    expect(items.map(({ section }) => section)).toEqual(["Scenarios"]);
  });

  it("brings only what is missing, and nothing that was taken out of the calendar", async () => {
    await startProgram(manager(), WHOLESALE);
    const [period] = await listPeriods(world.as.program_manager, new Date(0));
    await endPeriod(manager(), { periodId: period?.id ?? "", version: 1, reason: "We have no such time." });
    expect((await fates("calendar"))("brought")).toEqual([]);
    const food = { playbook: "p-2", set: "food", version: 2 } as const;
    const counts = await startProgram(manager(), food);
    expect(counts.adapted).toBe(0);
    const added = content("p-2", "food");
    const shared = content("p-2", "wholesale");
    const here = new Set(shared.risks.map(({ key }) => key));
    const risks = await exportRisks(world.as.program_manager, riskSearch({}));
    expect(risks).toHaveLength(shared.risks.length + added.risks.filter(({ key }) => !here.has(key)).length);
    expect(await startedFrom(world.as.auditor)).toMatchObject([
      {
        label: "P-2 Distribution ERP (Odoo) to managed cloud: Food with delivery windows and lots, version 2",
      },
      { label: "P-2 Distribution ERP (Odoo) to managed cloud: Wholesale with EDI bursts, version 2" },
    ]);
  });
});

describe("startProgram", () => {
  it("is for who configures the program; nobody else finds the preview", async () => {
    const before = await countEvents(world.program.id);
    for (const role of ROLES.filter((one) => one !== "program_manager")) {
      const actor = world.as[role];
      await expect(startProgram({ actor }, WHOLESALE)).rejects.toMatchObject({ code: "FORBIDDEN" });
      expect(() => previewStart(actor, null, new Date())).toThrow("There is no such playbook");
    }
    expect(await countEvents(world.program.id)).toBe(before);
  });

  it("refuses a set of another playbook, and a playbook that was changed since it was looked at", async () => {
    await expect(
      startProgram(manager(), { playbook: "p-4", set: "wholesale", version: 2 }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(startProgram(manager(), { ...WHOLESALE, version: 1 })).rejects.toMatchObject({
      code: "INVALID",
      message: "The playbook has another version by now. Look at what it brings again.",
    });
  });

  it("refuses once a wave is under way, and says which", async () => {
    await readyWave(world);
    const before = await countEvents(world.program.id);
    const { blockers } = await previewStart(world.as.program_manager, null, new Date());
    expect(blockers).toEqual([expect.stringContaining("wave 1 “EDI and portals”")]);
    await expect(startProgram(manager(), WHOLESALE)).rejects.toMatchObject({ code: "BLOCKED" });
    expect(await countEvents(world.program.id)).toBe(before);
  });

  it("lets one of several starts at the same time bring everything, and the others nothing", async () => {
    const before = await countEvents(world.program.id);
    const ends = await Promise.allSettled([1, 2, 3, 4].map(() => startProgram(manager(), WHOLESALE)));
    const [done, ...more] = ends.flatMap((end) => (end.status === "fulfilled" ? [end.value] : []));
    expect(more).toEqual([]);
    const written = (await countEvents(world.program.id)) - before;
    expect(written).toBe(1 + (done?.brought ?? 0) + (done?.adapted ?? 0));
    for (const fate of ["brought", "adapted"] as const)
      expect((await fates("waves"))(fate).concat((await fates("risks"))(fate))).toEqual([]);
    expect(await lastEvent(world.program.id, written - 1)).toMatchObject({
      action: "program.started-from-playbook",
      subject: { type: "program", id: world.program.id },
    });
  });

  it("leaves nothing behind when a part of it cannot be written", async () => {
    await asSuperuser(
      `ALTER TABLE "ChecklistItem" ADD CONSTRAINT none CHECK (section <> 'Scenarios') NOT VALID`,
    );
    const before = await countEvents(world.program.id);
    await expect(startProgram(manager(), WHOLESALE)).rejects.toThrow();
    await asSuperuser(`ALTER TABLE "ChecklistItem" DROP CONSTRAINT none`);
    expect(await countEvents(world.program.id)).toBe(before);
    expect(await exportRisks(world.as.program_manager, riskSearch({}))).toEqual([]);
    expect((await listTiers(world.as.program_manager))[0]?.name).toBe("Tier 1 mission critical");
  });
});
