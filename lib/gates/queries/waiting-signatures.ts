import "server-only";
import { cache } from "react";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { withActor } from "@/lib/db/transaction";
import type { GateFacts, GateSummary } from "../model";
import { judgeGate } from "../rules/judge-gate";
import { seatFor, signBlockers } from "../rules/sign-blockers";
import { loadGateFacts } from "./load-facts";

/** Every open gate of the program, by the start of its window; empty for those who see no gates. */
export async function listOpenGates(actor: Actor, now: Date): Promise<GateSummary[]> {
  if (!can(actor, "gate:read")) return [];
  return (await loadOpenGates(actor)).map((facts) => summaryOf(facts, actor, now));
}

/** Once per request: the frame of a page and the page itself ask for the same gates. */
const loadOpenGates = cache((actor: Actor) =>
  withActor(actor, async (tx) => {
    const gates = await tx.gate.findMany({
      where: { wave: { state: { in: ["planned", "preparing", "rehearsing", "ready"] } } },
      select: { id: true, attempt: true, wave: { select: { attempt: true } } },
      orderBy: { wave: { number: "asc" } },
    });
    const loaded: GateFacts[] = [];
    for (const { id, attempt, wave } of gates) {
      if (attempt === wave.attempt) loaded.push(await loadGateFacts(tx, id));
    }
    return loaded;
  }),
);

function summaryOf(facts: GateFacts, actor: Actor, now: Date): GateSummary {
  const judged = judgeGate(facts, now);
  const seat = seatFor(judged.seats, actor);
  const signable = signBlockers(facts, judged, actor).length === 0;
  const signed = seat?.signOff?.userId === actor.userId && seat.state !== "stale";
  return {
    gateId: facts.gate.id,
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
