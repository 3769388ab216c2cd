import { beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import type { Actor } from "@/lib/access/model";
import { listAssets } from "@/lib/assets/queries/assets";
import { assetSearch } from "@/lib/assets/rules/search";
import { defineCommand } from "@/lib/command/define-command";
import { eventList } from "@/lib/command/event-list";
import { applyDependencyChanges } from "@/lib/dependencies/commands/apply-dependency-changes";
import { listQuestions } from "@/lib/questions/queries/list-questions";
import { questionSearch } from "@/lib/questions/rules/search";
import { applyWorkloadChanges } from "@/lib/workloads/commands/apply-workload-changes";
import { listWorkloads } from "@/lib/workloads/queries/list";
import { parseSearch } from "@/lib/workloads/rules/search";
import { disputedAsset, disputedWorkload } from "@/prisma/factories/questions";
import { addPerson, foundWorld, type World } from "@/prisma/factories/world";
import type { FindingKind } from "../model";
import { CATALOGUE } from "../rules/catalogue";
import { dataHealth, dataHealthSummary } from "./data-health";
import { exportFinding, listFinding, requestFor } from "./finding-rows";

let world: World;
let actor: Actor;
let ana: string;
beforeAll(async () => {
  world = await foundWorld();
  actor = world.as.platform_engineer;
  ana = await addPerson(world, "Ana Ruiz");
  await disputedWorkload(
    actor,
    { name: "Order hub", businessOwnerId: ana, criticality: "revenue", site: "York" },
    [{ field: "site", stated: "Leeds" }],
  );
  await disputedWorkload(actor, { name: "Order-Hub (prod)", disposition: "retain" }, []).catch(
    () => undefined,
  );
  await disputedAsset(actor, { name: "web01", os: "Windows 2016" }, [
    { field: "os", stated: "Windows 2019" },
  ]);
});

describe("dataHealth", () => {
  test("counts what is missing, weighs it and says whom to ask", async () => {
    const { findings, completeness, people } = await dataHealth(world.as.auditor);
    const found = (kind: FindingKind) => findings.find((one) => one.kind === kind);
    expect(found("rto")).toMatchObject({ count: 2, revenue: 1, weight: (3 + 2) * CATALOGUE.rto.weight });
    expect(found("wave")).toMatchObject({ count: 1 });
    expect(found("duplicate")).toMatchObject({ count: 2 });
    expect(found("question")).toMatchObject({
      count: 2,
      asked: [{ name: "Ana Ruiz" }, { name: "program manager" }],
    });
    expect(found("person_without_account")).toMatchObject({ count: 1 });
    expect(found("remediation_overdue")).toBeUndefined();
    expect(completeness).toMatchObject({ workloads: 2, matter: 22 });
    expect(completeness.known).toBe(5);
    expect(people[0]).toMatchObject({ id: ana, name: "Ana Ruiz" });
    expect(findings.map((one) => one.weight)).toEqual(
      findings.map((one) => one.weight).sort((a, b) => b - a),
    );
  });

  test("a number leads to exactly that many rows", async () => {
    const { findings } = await dataHealth(actor);
    for (const { kind, count } of findings) {
      if (kind === "circle") continue;
      const list = CATALOGUE[kind].list;
      if (kind !== "duplicate")
        expect([kind, (await listFinding(actor, kind, 1)).total]).toEqual([kind, count]);
      if (list?.startsWith("workloads?")) {
        const matched = await listWorkloads(actor, parseSearch(new URLSearchParams(list.split("?")[1])));
        expect([kind, matched.matched]).toEqual([kind, count]);
      }
      if (list === "questions") expect((await listQuestions(actor, questionSearch({}))).total).toBe(count);
      if (list?.startsWith("assets?"))
        expect((await listAssets(actor, assetSearch({ workload: "none" }))).total).toBe(count);
    }
  });

  test("an empty program knows nothing and lacks nothing", async () => {
    const empty = await foundWorld();
    const health = await dataHealth(empty.as.program_manager);
    expect(health.completeness).toEqual({ workloads: 0, matter: 0, known: 0 });
    expect(health.findings).toEqual([]);
    expect(() => dataHealth(empty.as.partner)).rejects.toThrow(/There is no such/);
  });
});

describe("requestFor", () => {
  test("all of a person, subject by subject; the program manager has what nobody owns", async () => {
    const request = await requestFor(actor, ana);
    expect(request?.person.name).toBe("Ana Ruiz");
    expect(request?.subjects.map((one) => one.label)).toEqual(["Order hub", "Order hub"]);
    expect(request?.subjects.flatMap((one) => one.kinds)).toContain("rto");
    const manager = await requestFor(actor, null);
    expect(manager?.subjects.some((one) => one.label === "Order-Hub (prod)")).toBe(true);
    expect(await requestFor(actor, "0195e5a0-0000-7000-8000-000000000000")).toBeNull();
  });

  test("another program's people and rows are not there", async () => {
    const other = await foundWorld();
    expect(await requestFor(other.as.platform_engineer, ana)).toBeNull();
    expect(await exportFinding(other.as.platform_engineer, "rto")).toEqual([]);
    expect(await exportFinding(actor, "duplicate")).toHaveLength(2);
  });
});

test("2,000 workloads with 10,000 links are judged in few statements", async () => {
  const crowd = await foundWorld();
  const engineer = crowd.as.platform_engineer;
  const person = await addPerson(crowd, "Ana Ruiz");
  const many = defineCommand({
    permission: "workload:write",
    input: z.object({}),
    lock: "shared",
    timeoutMs: 120_000,
    run: async (tx, ctx) => {
      const changes = Array.from({ length: 2_000 }, (_, at) => ({
        kind: "create" as const,
        facts: { name: `Workload ${at}`, ...(at % 2 === 0 ? { site: "York", businessOwnerId: person } : {}) },
      }));
      const { ids, events } = await applyWorkloadChanges(tx, ctx, changes);
      const links = ids.flatMap((dependentId, at) =>
        [1, 2, 3, 5, 7].map((step) => ({
          dependentId,
          neededId: ids[(at + step) % ids.length] ?? dependentId,
        })),
      );
      await applyDependencyChanges(
        tx,
        ctx,
        links.map((facts) => ({ kind: "create" as const, facts })),
      );
      return { value: null, events: eventList(events.slice(0, 1)) };
    },
  });
  await many({ actor: engineer }, {});
  const { completeness } = await dataHealthSummary(engineer);
  expect(completeness.matter).toBe(22_000);
}, 180_000);
