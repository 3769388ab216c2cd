import "server-only";
import { cache } from "react";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { type Tx, withActor } from "@/lib/db/transaction";
import type { WaveState } from "@/lib/waves/model/states";
import { isAhead } from "@/lib/waves/rules/guards";
import type { GateFacts } from "../model/facts";
import type { GateSummary } from "../model/judged";
import { judgeGate } from "../rules/judge-gate";
import { seatFor, signBlockers } from "../rules/sign-blockers";
import { keptGateFacts } from "./kept-facts";

/** Every open gate of the program, by the number of its wave; empty for those who see no gates. */
export async function listOpenGates(actor: Actor, now: Date): Promise<GateSummary[]> {
  if (!can(actor, "gate:read")) return [];
  return (await loadOpenGates(actor, false)).map((facts) => summaryOf(facts, actor, now));
}

/** Those of them that somebody has signed or that ask this person: judging the others would tell neither what is due nor what is stale. */
export async function listSignableGates(actor: Actor, now: Date): Promise<GateSummary[]> {
  if (!can(actor, "gate:read")) return [];
  return (await loadOpenGates(actor, true)).map((facts) => summaryOf(facts, actor, now));
}

/** Once per request, as the frame of a page and the page itself ask for the same gates. */
const loadOpenGates = cache((actor: Actor, signable: boolean) =>
  withActor(actor, async (tx) => keptGateFacts(tx, actor, await openGates(tx, actor, signable))),
);

async function openGates(tx: Tx, { role, userId }: Actor, signable: boolean): Promise<string[]> {
  const mine = { role, OR: [{ userId: null }, { userId }] };
  const lent = { toUserId: userId, revokedAt: null };
  const gates = await tx.gate.findMany({
    where: {
      wave: { state: { in: [...FORWARD] } },
      ...(signable
        ? { OR: [{ signOffs: { some: {} } }, { seats: { some: mine } }, { deputies: { some: lent } }] }
        : {}),
    },
    select: { id: true, kind: true, attempt: true, wave: { select: { attempt: true, state: true } } },
    orderBy: { wave: { number: "asc" } },
  });
  return gates.flatMap(({ id, kind, attempt, wave }) =>
    attempt === wave.attempt && isAhead(kind, wave.state) ? [id] : [],
  );
}

const FORWARD = [
  "planned",
  "preparing",
  "rehearsing",
  "ready",
  "cutting_over",
  "hypercare",
] as const satisfies WaveState[];

function summaryOf(facts: GateFacts, actor: Actor, now: Date): GateSummary {
  const judged = judgeGate(facts, now);
  const seat = seatFor(judged.seats, actor);
  const signable = signBlockers(facts, judged, actor).length === 0;
  const given = [seat?.signOff?.userId, seat?.signOff?.onBehalfOfId].includes(actor.userId);
  const signed = given && seat?.state !== "stale";
  return {
    gateId: facts.gate.id,
    kind: facts.gate.kind,
    name: facts.gate.name,
    waveNumber: facts.wave.number,
    waveName: facts.wave.name,
    windowStartAt: facts.wave.windowStartAt,
    windowEndAt: facts.wave.windowEndAt,
    zone: facts.wave.zone,
    closesAt: facts.gate.closesAt,
    holds: judged.holds,
    reasons: judged.reasons,
    score: judged.score,
    approvals: judged.approvals,
    quorum: facts.gate.quorum,
    seats: judged.seats.map(({ capacity, userName, signOff, state }) => ({
      capacity,
      name: signOff?.userName ?? userName,
      state,
    })),
    mine: signed
      ? "signed"
      : !signable || seat === null
        ? "none"
        : seat.state === "stale"
          ? "asked-again"
          : "asked",
  };
}
