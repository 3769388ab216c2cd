import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import * as z from "zod";
import type { Account, Actor } from "@/lib/access/model";
import { accountByEmail } from "@/lib/auth/account-by-email";
import { actorInProgram } from "@/lib/auth/actor-in-program";
import { createAdministrator } from "@/lib/auth/adapters/create-administrator";
import { defineCommand } from "@/lib/command/define-command";
import { eventList } from "@/lib/command/event-list";
import { freezePack } from "@/lib/packs/commands/freeze-pack";
import { addMember } from "@/lib/programs/commands/add-member";
import { addPerson } from "@/lib/programs/commands/add-person";
import { createProgram } from "@/lib/programs/commands/create-program";
import { applyWorkloadChanges } from "@/lib/workloads/commands/apply-workload-changes";
import { saveTier } from "@/lib/workloads/commands/save-tier";
import {
  CRITICALITIES,
  type NewWorkload,
  WORKLOAD_KINDS,
  type WorkloadChange,
} from "@/lib/workloads/model/workload";
import { addDecisions, type Readers } from "./decisions";
import { graphLinks, loadGraph } from "./graph";
import { addSurroundings } from "./surroundings";
import { addWaves } from "./waves";

export type Estate = { actor: Actor; engineer: Actor; readers: Readers; workloadIds: readonly string[] };

const SITES = ["Tilbury", "Venlo", "Columbus", "Leeds", "Gdynia"];
const AT_ONCE = 2_500;

/**
 * A program of its own with that many workloads and five links each through the batch cores, in waves, with everything that
 * stands around them; of one workload in eleven, seven or thirteen a fact is not known. The same at every run but for its ids.
 */
export async function buildEstate(ownerUrl: string, size: number): Promise<Estate> {
  const { actor, engineer } = await foundProgram(ownerUrl, `bench-${size}`);
  const call = { actor };
  const people = await inTurn(
    Math.max(20, size / 50),
    async (n) => (await addPerson(call, { name: `Owner ${n}` })).personId,
  );
  const tiers = await inTurn(4, async (n) => (await saveTier(call, tierOf(n))).tierId);
  const workloadIds: string[] = [];
  for (let from = 0; from < size; from += AT_ONCE) {
    const many = Math.min(AT_ONCE, size - from);
    const changes = Array.from({ length: many }, (_, n) => workload(from + n, people, tiers));
    workloadIds.push(...(await loadWorkloads(call, changes)));
  }
  await loadGraph(call, graphLinks(workloadIds));
  await addSurroundings(actor, workloadIds);
  await addWaves(actor, workloadIds, people[0] ?? "");
  const readers = await addReaders(actor, engineer);
  await addDecisions(readers, workloadIds);
  await countAnew(ownerUrl);
  await freezePack({ actor }, { title: "The month" });
  writeFileSync(noteOf(size), JSON.stringify({ slug: actor.programSlug, workloadIds }));
  return { actor, engineer, readers, workloadIds };
}

const NOTE = z.object({ slug: z.string(), workloadIds: z.array(z.string()) });

/** The program of that size that was last made in this data folder; null where none was. */
export async function estateFound(size: number): Promise<Estate | null> {
  if (!existsSync(noteOf(size))) return null;
  const { slug, workloadIds } = NOTE.parse(JSON.parse(readFileSync(noteOf(size), "utf8")));
  const tag = slug.split("-").at(-1) ?? "";
  const actor = await member(`manager.${tag}@bench.example`, slug);
  const engineer = await member(`engineer.${tag}@bench.example`, slug);
  const reader = (role: string) => member(emailIn(role, slug), slug);
  const readers = {
    ...{ program_manager: actor, platform_engineer: engineer, executive: await reader("executive") },
    ...{ business_owner: await reader("business_owner"), auditor: await reader("auditor") },
  };
  return { actor, engineer, readers, workloadIds };
}

function noteOf(size: number): string {
  return path.join(process.env.WAVEGATE_DATA_DIR ?? "", `bench-${size}.json`);
}

function emailIn(role: string, slug: string): string {
  return `${role}.${slug}@bench.example`;
}

/** A program with nobody in it but its manager and an engineer. */
export async function foundProgram(
  ownerUrl: string,
  name: string,
): Promise<{ actor: Actor; engineer: Actor }> {
  const tag = randomBytes(4).toString("hex");
  const admin: Account = await createAdministrator(ownerUrl, {
    email: `bench.${tag}@bench.example`,
    name: "Bench administrator",
    passwordHash: null,
  });
  const managerEmail = `manager.${tag}@bench.example`;
  const slug = `${name}-${tag}`;
  await createProgram(
    { account: admin },
    { slug, name: `Bench ${name}`, zone: "UTC", managerEmail, managerName: "Bench manager" },
  );
  const actor = await member(managerEmail, slug);
  const email = `engineer.${tag}@bench.example`;
  await addMember({ actor }, { email, name: "Bench engineer", role: "platform_engineer" });
  return { actor, engineer: await member(email, slug) };
}

/** Somebody in each role that has a home of its own. */
async function addReaders(actor: Actor, engineer: Actor): Promise<Readers> {
  const one = async (role: "executive" | "business_owner" | "auditor") => {
    const email = emailIn(role, actor.programSlug);
    await addMember({ actor }, { email, name: `Bench ${role.replace("_", " ")}`, role });
    return member(email, actor.programSlug);
  };
  return {
    executive: await one("executive"),
    business_owner: await one("business_owner"),
    auditor: await one("auditor"),
    platform_engineer: engineer,
    program_manager: actor,
  };
}

/** What PostgreSQL does by itself within a minute after many rows have come. */
async function countAnew(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query("VACUUM ANALYZE");
  await owner.end();
}

async function member(email: string, slug: string): Promise<Actor> {
  const account = await accountByEmail(email);
  const actor = account && (await actorInProgram(account, slug, "command-line"));
  if (!actor) throw new Error(`${email} is no member of ${slug}`);
  return actor;
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
    tierId: n % 13 === 0 ? null : (tiers[n % tiers.length] ?? null),
    businessOwnerId: n % 7 === 0 ? null : (people[n % people.length] ?? null),
    technicalOwnerId: n % 3 === 0 ? null : (people[(n * 3) % people.length] ?? null),
    site: SITES[n % SITES.length] ?? null,
    runsAt: n % 2 === 0 ? "Own data centre" : "Hosted",
    users: n % 5 === 0 ? null : (n * 37) % 2_000,
    description: "Made by the benchmark.",
  };
  return { kind: "create", facts };
}

async function inTurn<T>(count: number, work: (n: number) => Promise<T>): Promise<T[]> {
  const done: T[] = [];
  for (let n = 0; n < count; n += 1) done.push(await work(n));
  return done;
}
