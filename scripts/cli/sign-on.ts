import { readFileSync, writeSync } from "node:fs";
import { setTimeout as rest } from "node:timers/promises";
import { signGate } from "@/lib/gates/commands/sign-gate";
import { getGate } from "@/lib/gates/queries/get-gate";
import { AppError } from "@/lib/kernel/errors";
import { type ReadyWave, readyWave } from "@/prisma/factories/ready-wave";
import { addMember, foundWorld } from "@/prisma/factories/world";
import {
  type Attempt,
  conditionsOf,
  nextAttempt,
  OTHER_DIGEST,
  type SeatPlan,
  type SigningLine,
  seatPlan,
  signingWork,
} from "../kills/plan";

/** What `npm run prove -- kills` lets sign and kills: signs for many people at once, until somebody ends it. */
const PROGRAMS = 2;
const SEATS = 4;

const [work] = process.argv.slice(2);
if (work === undefined) print(await foundSeats());
else {
  const { seats, open } = signingWork.parse(JSON.parse(readFileSync(work, "utf8")));
  await Promise.all(
    seats.map((seat, index) =>
      signOn(
        seat,
        index,
        open.find((one) => one.seat === index),
      ),
    ),
  );
}

/** Programs of their own, each with a gate that lacks nothing but signatures, and a person for each of its seats. */
async function foundSeats(): Promise<SeatPlan[]> {
  const plans: SeatPlan[] = [];
  for (let program = 0; program < PROGRAMS; program += 1) {
    const world = await foundWorld();
    const signers = [];
    for (let seat = 0; seat < SEATS; seat += 1) signers.push(await addMember(world, "business_owner"));
    const ready: ReadyWave = await readyWave(
      world,
      signers.map(({ userId }) => ({ role: "business_owner", userId })),
    );
    const { gateId, number: waveNumber, personId: ownerId } = ready;
    plans.push(...signers.map((actor) => seatPlan.parse({ gateId, waveNumber, ownerId, actor })));
  }
  return plans;
}

/** One person at one seat: what was left without an answer first, then one decision after the other. */
async function signOn(plan: SeatPlan, seat: number, open: Attempt | undefined): Promise<void> {
  let shown = await untilShown(plan);
  let attempt = open ?? nextAttempt(seat, shown.decision, 1);
  for (let turn = 2; ; turn += 1) {
    print({ said: "asked", attempt });
    const answer = await askFor(plan, attempt, shown.digest);
    if (answer === null) {
      // nobody knows what became of it: it is asked for again, as a person would
      await rest(100);
      continue;
    }
    print(answer);
    if (answer.said === "refused") shown = await untilShown(plan);
    else shown = { ...shown, decision: attempt.decision };
    attempt = nextAttempt(seat, shown.decision, turn);
  }
}

/** The answer; null when the database was gone, before or after it had kept the sign-off. */
async function askFor(
  { actor, gateId, ownerId }: SeatPlan,
  attempt: Attempt,
  digest: string,
): Promise<SigningLine | null> {
  const { token, decision, honest } = attempt;
  try {
    const { reference } = await signGate(
      { actor },
      {
        ...{ gateId, decision, comment: token, digest: honest ? digest : OTHER_DIGEST },
        conditions: conditionsOf(attempt, ownerId),
      },
    );
    return { said: "kept", token, reference };
  } catch (error) {
    const answered = error instanceof AppError && ["BLOCKED", "CONFLICT"].includes(error.code);
    if (!answered) return null;
    return { said: "refused", token, why: error.violations[0]?.code ?? error.code };
  }
}

async function untilShown(plan: SeatPlan) {
  for (;;) {
    try {
      return await shownTo(plan);
    } catch {
      await rest(100);
    }
  }
}

/** What the gate's page shows to the person: the digest they would sign, and how they decided last. */
async function shownTo({ actor, waveNumber }: SeatPlan) {
  const view = await getGate(actor, waveNumber, new Date());
  if (view === null) throw new Error("the wave has no gate");
  return { digest: view.judged.digest, decision: view.mySeat?.signOff?.decision ?? null };
}

/** One line, at once and whole: what has been said is in the pipe when the process is killed. */
function print(line: SigningLine | SeatPlan[]): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}
