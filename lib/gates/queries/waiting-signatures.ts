import "server-only";
import { cache } from "react";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { type Tx, withActor } from "@/lib/db/transaction";
import type { WaveState } from "@/lib/waves/model";
import { isAhead } from "@/lib/waves/rules/guards";
import type { GateFacts, GateSummary } from "../model";
import { judgeGate } from "../rules/judge-gate";
import { seatFor, signBlockers } from "../rules/sign-blockers";
import { loadGateFacts } from "./load-facts";

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

/** The facts of a gate, and the head of its program's audit chain at which they were read. */
type Kept = { head: string; facts: GateFacts };
const kept = new Map<string, Kept>();
const MOST_GATES = 200;

/**
 * Once per request, as the frame of a page and the page itself ask for the same gates; and a gate again only when the audit chain
 * has a new head, as nothing that it is judged on changes without an event. Who may read gates at all sees the same.
 */
const loadOpenGates = cache((actor: Actor, signable: boolean) =>
  withActor(actor, async (tx) => {
    const head = await headOf(tx, actor);
    const loaded: GateFacts[] = [];
    for (const id of await openGates(tx, actor, signable)) {
      const known = kept.get(id);
      const facts =
        known !== undefined && known.head === head ? known.facts : await loadGateFacts(tx, actor, id);
      if (head !== null && facts !== known?.facts) keep(id, { head, facts });
      loaded.push(facts);
    }
    return loaded;
  }),
);

function keep(id: string, fresh: Kept): void {
  if (kept.size >= MOST_GATES) kept.clear();
  kept.set(id, fresh);
}

/** Read before the facts: what is written meanwhile gives the chain a later head. Null for who may not see the chain. */
async function headOf(tx: Tx, { programId }: Actor): Promise<string | null> {
  const last = await tx.auditEvent.findFirst({
    where: { chainId: programId },
    select: { hash: true },
    orderBy: { seq: "desc" },
  });
  return last?.hash ?? null;
}

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
