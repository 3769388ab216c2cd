import { beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import type { Actor } from "@/lib/access/model";
import { historyOf } from "@/lib/audit/queries/events";
import { defineCommand } from "@/lib/command/define-command";
import { eventList } from "@/lib/command/event-list";
import { foundWorld, type World } from "@/prisma/factories/world";
import type { RiskChange } from "../model/risk";
import { getRisk } from "../queries/get-risk";
import { applyRiskChanges } from "./apply-risk-changes";
import { closeRisk } from "./close-risk";
import { raiseRisk } from "./raise-risk";
import { reopenRisk } from "./reopen-risk";
import { saveRiskDomain } from "./save-risk-domain";

let world: World;
let other: World;
let engineer: Actor;
beforeAll(async () => {
  world = await foundWorld();
  other = await foundWorld();
  engineer = world.as.platform_engineer;
});

describe("closeRisk and reopenRisk", () => {
  test("close with a reason, reopen with a reason, both in the trail", async () => {
    const risk = await raise("Open and shut");
    await expect(
      closeRisk({ actor: engineer }, { riskId: risk.id, version: 1, reason: " " }),
    ).rejects.toMatchObject({
      code: "INVALID",
    });
    await closeRisk({ actor: engineer }, { riskId: risk.id, version: 1, reason: "Replaced by R-009" });
    const closed = await getRisk(engineer, risk.code);
    expect(closed).toMatchObject({ status: "closed", closedReason: "Replaced by R-009" });
    expect(closed.closedAt).toBeInstanceOf(Date);
    await reopenRisk({ actor: engineer }, { riskId: risk.id, version: 2, reason: "It came back" });
    expect(await getRisk(engineer, risk.code)).toMatchObject({
      status: "open",
      closedReason: null,
      closedAt: null,
    });
    const events = await historyOf(engineer, "risk", risk.id);
    expect(events.map((one) => one.body.action)).toEqual(["risk.reopened", "risk.closed", "risk.raised"]);
    expect(events[0]?.body.note).toBe("It came back");
  });

  test("keep batches out as well: nothing of a closed risk changes", async () => {
    const risk = await raise("Shut for good");
    await closeRisk({ actor: engineer }, { riskId: risk.id, version: 1, reason: "Over" });
    const batch = (facts: RiskChange["facts"]) =>
      defineCommand({
        permission: "risk:write",
        input: z.object({}),
        lock: "shared",
        run: async (tx, ctx) => {
          const { events } = await applyRiskChanges(tx, ctx, [{ kind: "change", riskId: risk.id, facts }]);
          return { value: events.length, events: eventList(events) };
        },
      })({ actor: engineer }, {});
    await expect(batch({ nextAction: "Go on" })).rejects.toMatchObject({
      code: "BLOCKED",
      violations: [{ code: "risk.closed" }],
    });
    expect(await getRisk(engineer, risk.code)).toMatchObject({ nextAction: "", version: 2 });
    expect(await batch({ status: "open", closedReason: null, nextAction: "Go on" })).toBe(2);
  });

  test("refuse the wrong state, a stale version, another program and the wrong role", async () => {
    const risk = await raise("Twice");
    const about = { riskId: risk.id, version: 1, reason: "Because" };
    await expect(reopenRisk({ actor: engineer }, about)).rejects.toMatchObject({ code: "BLOCKED" });
    await expect(closeRisk({ actor: engineer }, { ...about, version: 7 })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    for (const command of [closeRisk, reopenRisk]) {
      await expect(command({ actor: world.as.partner }, about)).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(command({ actor: other.as.program_manager }, about)).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
    }
    await closeRisk({ actor: engineer }, about);
    await expect(closeRisk({ actor: engineer }, { ...about, version: 2 })).rejects.toMatchObject({
      code: "BLOCKED",
    });
    await expect(reopenRisk({ actor: engineer }, about)).rejects.toMatchObject({ code: "CONFLICT" });
  });
});

describe("saveRiskDomain", () => {
  test("makes and changes a domain, each with its event", async () => {
    const manager = world.as.program_manager;
    const { id } = await saveRiskDomain({ actor: manager }, { name: "Vendor lock-in", appetite: "8" });
    await saveRiskDomain(
      { actor: manager },
      { domainId: id, version: 1, name: "Vendor lock-in", appetite: "", reason: "The board takes it back." },
    );
    const events = await historyOf(manager, "risk-domain", id);
    expect(events.map((one) => one.body)).toMatchObject([
      { action: "risk-domain.changed", before: { appetite: 8 }, after: { appetite: null } },
      { action: "risk-domain.created", after: { name: "Vendor lock-in", appetite: 8 } },
    ]);
  });

  test("refuses a taken name, a wrong number, a stale version, another program and the wrong role", async () => {
    const manager = world.as.program_manager;
    const { id } = await saveRiskDomain({ actor: manager }, { name: "Suppliers", appetite: 9 });
    const same = { domainId: id, version: 1, name: "Suppliers", appetite: 9 };
    await expect(
      saveRiskDomain({ actor: manager }, { name: " suppliers ", appetite: null }),
    ).rejects.toMatchObject({
      code: "INVALID",
      fields: { name: expect.any(String) },
    });
    for (const appetite of [0, 26, 2.5]) {
      await expect(saveRiskDomain({ actor: manager }, { ...same, appetite })).rejects.toMatchObject({
        code: "INVALID",
      });
    }
    await expect(saveRiskDomain({ actor: manager }, same)).rejects.toMatchObject({ code: "INVALID" });
    await expect(
      saveRiskDomain({ actor: manager }, { ...same, version: 4, appetite: 3 }),
    ).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await expect(saveRiskDomain({ actor: other.as.program_manager }, same)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(saveRiskDomain({ actor: engineer }, same)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

function raise(title: string) {
  return raiseRisk({ actor: engineer }, { title });
}
