import { randomBytes } from "node:crypto";
import * as z from "zod";
import type { Account, Actor } from "@/lib/access/model";
import { accountByEmail } from "@/lib/auth/account-by-email";
import { actorInProgram } from "@/lib/auth/actor-in-program";
import { createAdministrator } from "@/lib/auth/adapters/create-administrator";
import { defineCommand } from "@/lib/command/define-command";
import { eventList } from "@/lib/command/event-list";
import { withActor } from "@/lib/db/transaction";
import { addPerson } from "@/lib/programs/commands/add-person";
import { createProgram } from "@/lib/programs/commands/create-program";
import { applyWorkloadChanges } from "@/lib/workloads/commands/apply-workload-changes";
import { saveTier } from "@/lib/workloads/commands/save-tier";
import { CRITICALITIES, type NewWorkload, WORKLOAD_KINDS, type WorkloadChange } from "@/lib/workloads/model";

import { graphLinks, loadGraph } from "./graph";

export type Estate = { actor: Actor; workloadIds: readonly string[] };

const SITES = ["Tilbury", "Venlo", "Columbus", "Leeds", "Gdynia"];

/** A program of its own with that many workloads, five links each and a risk for every fourth, through the batch cores. */
export async function buildEstate(ownerUrl: string, size: number): Promise<Estate> {
  const actor = await foundProgram(ownerUrl, size);
  const call = { actor };
  const people = await inTurn(20, async (n) => (await addPerson(call, { name: `Owner ${n}` })).personId);
  const tiers = await inTurn(4, async (n) => (await saveTier(call, tierOf(n))).tierId);
  const changes = Array.from({ length: size }, (_, n) => workload(n, people, tiers));
  const workloadIds = await loadWorkloads(call, changes);
  await loadGraph(call, graphLinks(workloadIds));
  await loadRisks(actor, workloadIds);
  return { actor, workloadIds };
}

const loadWorkloads = defineCommand({
  permission: "import:run",
  input: z.custom<WorkloadChange[]>(),
  lock: "shared",
  timeoutMs: 300_000,
  run: async (tx, ctx, changes) => {
    const { ids, events } = await applyWorkloadChanges(tx, ctx, changes);
    return { value: ids, events: eventList(events) };
  },
});

async function foundProgram(ownerUrl: string, size: number): Promise<Actor> {
  const tag = randomBytes(4).toString("hex");
  const admin: Account = await createAdministrator(ownerUrl, {
    email: `bench.${tag}@bench.example`,
    name: "Bench administrator",
    passwordHash: null,
  });
  const managerEmail = `manager.${tag}@bench.example`;
  const slug = `bench-${size}-${tag}`;
  await createProgram(
    { account: admin },
    { slug, name: `Bench ${size}`, zone: "UTC", managerEmail, managerName: "Bench manager" },
  );
  const account = await accountByEmail(managerEmail);
  const actor = account && (await actorInProgram(account, slug, "command-line"));
  if (!actor) throw new Error("the bench program has no manager");
  return actor;
}

function tierOf(n: number) {
  const [rtoMinutes, rpoMinutes] = [
    [60, 5],
    [240, 15],
    [480, 60],
    [1440, 240],
  ][n] ?? [null, null];
  return {
    name: `Bench tier ${n}`,
    rank: n + 1,
    rtoMinutes,
    rpoMinutes,
    availability: "99.9",
    drillIntervalDays: 90,
  };
}

function workload(n: number, people: readonly string[], tiers: readonly string[]): WorkloadChange {
  const facts: NewWorkload = {
    name: `Workload ${String(n).padStart(6, "0")}`,
    kind: WORKLOAD_KINDS[n % WORKLOAD_KINDS.length] ?? null,
    criticality: n % 11 === 0 ? null : (CRITICALITIES[n % 3] ?? null),
    tierId: tiers[n % tiers.length] ?? null,
    businessOwnerId: n % 7 === 0 ? null : (people[n % people.length] ?? null),
    site: SITES[n % SITES.length] ?? null,
    runsAt: n % 2 === 0 ? "Own data centre" : "Hosted",
    description: "Made by the benchmark.",
  };
  return { kind: "create", facts };
}

async function loadRisks(actor: Actor, ids: readonly string[]): Promise<void> {
  await withActor(
    actor,
    (tx) => tx.$executeRaw`
    WITH chosen AS (SELECT id, row_number() OVER (ORDER BY id)::int AS n FROM unnest(${[...ids]}::uuid[]) AS w(id)),
    domain AS (SELECT id FROM "RiskDomain" ORDER BY id LIMIT 1),
    made AS (INSERT INTO "Risk" (id, "programId", code, title, "titleKey", "domainId", "currentLikelihood", "currentImpact", "createdAt", "updatedAt")
      SELECT gen_random_uuid(), ${actor.programId}::uuid, 'B-' || n, 'Risk ' || n, 'risk ' || n, (SELECT id FROM domain),
        1 + n % 5, 1 + (n / 5) % 5, now(), now() FROM chosen WHERE n % 4 = 0 RETURNING id, code)
    INSERT INTO "RiskWorkload" ("programId", "riskId", "workloadId")
    SELECT ${actor.programId}::uuid, made.id, chosen.id FROM made JOIN chosen ON made.code = 'B-' || chosen.n`,
  );
}

async function inTurn<T>(count: number, work: (n: number) => Promise<T>): Promise<T[]> {
  const done: T[] = [];
  for (let n = 0; n < count; n += 1) done.push(await work(n));
  return done;
}
