import { parseArgs } from "node:util";
import { seeded } from "@/prisma/testing/interleave";
import { buildProduct } from "@/scripts/lib/build.mjs";
import { endOnce } from "@/scripts/lib/ending.mjs";
import { type KilledWorld, openKilledWorld, VICTIMS, type Victim } from "../kills/killed-world";
import { PLANTED } from "../kills/planted";

const USAGE = `npm run prove -- kills [--http] [--cycles N] [--seed N]
    kills the signing process, the database or both, 50 times unless told otherwise, while eight people sign; holds what is
    kept against what was acknowledged; then shows that it sees a loss where commits are not waited for
    --http  they sign at browsers, and it is the web server of the built product that is killed`;
/** The longest time between an acknowledgement and the kill, in milliseconds. */
const LATEST_MS = 1000;
const CONTROL_CYCLES = 5;

type Row = { cycles: number; acknowledged: number; kept: number; absent: number };

const { values } = parseArgs({
  options: {
    cycles: { type: "string", default: "50" },
    seed: { type: "string" },
    http: { type: "boolean", default: false },
    help: { type: "boolean", short: "h" },
  },
});
process.exitCode = values.help ? usage() : await prove();

function usage(): number {
  console.log(USAGE);
  return 0;
}

async function prove(): Promise<number> {
  const cycles = number(values.cycles);
  const seed = number(values.seed ?? String(Date.now() % 1_000_000_000));
  const begin = performance.now();
  console.log(`seed      ${seed}, ${cycles} cycles${values.http ? ", over HTTP" : ""}`);
  const ending = endOnce();
  try {
    if (values.http) await buildProduct();
    const world = await openKilledWorld(ending.add, { http: values.http });
    const faults = await killAndCheck(world, cycles, seeded(seed));
    const unseen = faults.length > 0 ? [] : await world.unseen();
    console.log(`planted   ${PLANTED - unseen.length} of ${PLANTED} offences seen`);
    for (const name of unseen) faults.push(`not seen: ${name}`);
    if (faults.length === 0) faults.push(...(await control(world)));
    console.log(`time      ${Math.round((performance.now() - begin) / 1000)} s`);
    for (const fault of faults.slice(0, 20)) console.error(`FAULT     ${fault}`);
    return faults.length === 0 ? 0 : 1;
  } finally {
    await ending.undo();
  }
}

/** The cycles; stops at the first that leaves a fault. The first three kill each victim once, the others by chance. */
async function killAndCheck(world: KilledWorld, cycles: number, random: () => number): Promise<string[]> {
  const rows = new Map<Victim, Row>(
    VICTIMS.map((victim) => [victim, { cycles: 0, acknowledged: 0, kept: 0, absent: 0 }]),
  );
  let last = { faults: [] as string[], events: 0, torn: 0 };
  for (let cycle = 0; cycle < cycles && last.faults.length === 0; cycle += 1) {
    const victim = VICTIMS[cycle < VICTIMS.length ? cycle : Math.floor(random() * VICTIMS.length)] ?? "both";
    const before = world.signing.acknowledged;
    await world.kill(victim, random() * LATEST_MS);
    const found = await world.check();
    last = { ...found, faults: found.faults.map((one) => `cycle ${cycle + 1}, ${victim}: ${one}`) };
    const row = rows.get(victim);
    if (row === undefined) continue;
    const kept = found.unheard.filter((token) => found.tokens.has(token)).length;
    row.cycles += 1;
    row.acknowledged += world.signing.acknowledged - before;
    row.kept += kept;
    row.absent += found.unheard.length - kept;
  }
  console.log("killed    cycles  acknowledged  unheard and kept whole  unheard and absent");
  for (const [victim, { cycles: times, acknowledged, kept, absent }] of rows)
    console.log(
      `${victim.padEnd(10)}${cell(times, 6)}${cell(acknowledged, 14)}${cell(kept, 24)}${cell(absent, 20)}`,
    );
  const { acknowledged, heardLate, refused } = world.signing;
  console.log(
    `said      ${acknowledged} acknowledged, ${heardLate} of them only when asked for again; ${refused} refused`,
  );
  console.log(`kept      ${last.events} events in chains that hold, ${last.torn} torn lines of the witness`);
  return last.faults;
}

/** The same where a commit is acknowledged before it is written: whoever does not see the loss proves nothing. */
async function control(world: KilledWorld): Promise<string[]> {
  await world.turnLazy();
  const before = world.signing.acknowledged;
  for (let cycle = 1; cycle <= CONTROL_CYCLES; cycle += 1) {
    await world.kill("both", LATEST_MS);
    const { lost, faults } = await world.check();
    if (lost === 0) continue;
    const chain = faults.find((one) => one.startsWith("the chain")) ?? "the chain says nothing";
    console.log(
      `control   ${lost} of ${world.signing.acknowledged - before} acknowledged lost with synchronous_commit=off; ${chain}`,
    );
    return [];
  }
  return ["the control lost nothing, or its loss was not seen"];
}

function cell(value: number, width: number): string {
  return String(value).padStart(width);
}

function number(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value <= 0) throw new Error(USAGE);
  return value;
}
