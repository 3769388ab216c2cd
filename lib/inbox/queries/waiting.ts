import "server-only";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { controlsOwned } from "@/lib/controls/queries/controls-owned";
import { itemsOwned } from "@/lib/cutover/queries/items-owned";
import { type Tx, withActor } from "@/lib/db/transaction";
import { listSignableGates } from "@/lib/gates/queries/waiting-signatures";
import { asksReader } from "@/lib/gates/rules/asks-reader";
import { gatePath } from "@/lib/gates/rules/gate-path";
import { notFound } from "@/lib/kernel/errors";
import { counted, listed } from "@/lib/kernel/text";
import { type CalendarDate, calendarDate, dateIn } from "@/lib/kernel/time";
import { ABOUT, ASKED } from "@/lib/questions/queries/conditions";
import { waitingAcceptances } from "@/lib/risks/queries/waiting-acceptances";
import type { GateKind } from "@/lib/waves/model/states";
import { Prisma } from "@/prisma/generated/client/client";
import type { Waiting, WaitingItem } from "../model";
import { sortWaiting } from "../rules/sort-waiting";
import { endedItems } from "./ended";

/** What waits for a person at `now`, derived from the facts themselves. Not for partners. */
export async function waitingFor(actor: Actor, now: Date): Promise<Waiting> {
  if (!can(actor, "history:read")) throw notFound("page");
  const today = dateIn(actor.programZone, now);
  const [gates, acceptances, others] = await Promise.all([
    gateItems(actor, now),
    acceptanceItems(actor, now),
    withActor(actor, async (tx) => [
      ...(await questionItems(tx, actor)),
      ...(await checklistItems(tx, actor)),
      ...(await conditionItems(tx, actor)),
      ...(await riskItems(tx, actor, today)),
      ...(await controlItems(tx, actor, today)),
      ...(await endedItems(tx, actor, { now, today })),
    ]),
  ]);
  return sortWaiting([...gates, ...acceptances, ...others], now, today);
}

async function gateItems(actor: Actor, now: Date): Promise<WaitingItem[]> {
  const asking = (await listSignableGates(actor, now)).filter(asksReader);
  if (asking.length === 0) return [];
  const rounds = await withActor(actor, (tx) =>
    tx.gateSignOff.groupBy({
      by: ["gateId"],
      where: {
        programId: actor.programId,
        userId: actor.userId,
        gateId: { in: asking.map((gate) => gate.gateId) },
      },
      _count: true,
    }),
  );
  const signed = new Map(rounds.map(({ gateId, _count }) => [gateId, _count]));
  return asking.map((gate) => {
    const again = gate.mine === "asked-again";
    const missing = gate.score.notMet + gate.score.unknown;
    const state = `${gate.approvals} of ${counted(gate.quorum, "signature")} hold, ${counted(missing, "criterion", "criteria")} not met or unknown.`;
    return {
      ...UNDATED,
      key: `sign:${gate.gateId}:${signed.get(gate.gateId) ?? 0}`,
      title: again ? `Sign ${gate.name} again` : `Sign ${gate.name}`,
      detail: again ? `What you signed has changed since. ${state}` : state,
      href: `/waves/${gate.waveNumber}/${gatePath(gate.kind)}`,
      verb: "Read and decide",
      dueAt: gate.closesAt,
    };
  });
}

const UNDATED = { dueAt: null, dueOn: null, ended: false } as const;

async function acceptanceItems(actor: Actor, now: Date): Promise<WaitingItem[]> {
  return (await waitingAcceptances(actor, now)).map((one) => ({
    ...UNDATED,
    key: `acceptance:${one.id}`,
    title: `Decide whether to accept ${one.code} ${one.title}`,
    detail: `${one.proposedBy} proposed it: ${one.reason}`,
    href: `/risks/${one.code}/acceptances/${one.id}`,
    verb: "Read and decide",
  }));
}

type Questions = { count: number; newest: string | null; about: string[] };

/** All questions are one item, of which the newest tells whether it was told. */
async function questionItems(tx: Tx, actor: Actor): Promise<WaitingItem[]> {
  if (!can(actor, "fact:settle")) return [];
  const [found] = await tx.$queryRaw<Questions[]>`
    SELECT count(*)::int AS count, (array_agg(q.id::text ORDER BY q."raisedAt" DESC, q.id))[1] AS newest,
      coalesce(array_agg(DISTINCT coalesce(w.name, a.name)), '{}') AS about
    FROM "FactQuestion" q ${ABOUT}
    WHERE q."programId" = ${actor.programId}::uuid AND q.state = 'open' AND ${ASKED} IN (${me(actor)})`;
  if (found === undefined || found.newest === null) return [];
  return [
    {
      ...UNDATED,
      key: `questions:${found.newest}`,
      title: `Answer ${counted(found.count, "question")}`,
      detail: `Sources disagree about ${listed(found.about, 3)}.`,
      href: "/questions?asked=me",
      verb: "Answer",
    },
  ];
}

async function checklistItems(tx: Tx, actor: Actor): Promise<WaitingItem[]> {
  const items = await itemsOwned(tx, actor);
  return items.map(({ id, title, waveNumber, waveName, state, dueAt }) => ({
    ...UNDATED,
    key: `checklist:${id}:${state}:${dueAt?.toISOString() ?? ""}`,
    title,
    detail: `Checklist of wave ${waveNumber}, ${waveName}${state === "failed" ? "; it failed" : ""}.`,
    href: `/waves/${waveNumber}?tab=checklist`,
    verb: "Open",
    dueAt,
  }));
}

type Condition = {
  id: string;
  text: string;
  gate: string;
  kind: GateKind;
  number: number;
  dueOn: Date;
  due: string;
};

async function conditionItems(tx: Tx, actor: Actor): Promise<WaitingItem[]> {
  const rows = await tx.$queryRaw<Condition[]>`
    SELECT c.id, c.text, g.name AS gate, g.kind::text AS kind, v.number, c."dueOn", c.due::text AS due
    FROM "SignOffCondition" c JOIN "Gate" g ON g.id = c."gateId" JOIN "Wave" v ON v.id = g."waveId"
    WHERE c."programId" = ${actor.programId}::uuid AND c."closedAt" IS NULL AND c."ownerId" IN (${me(actor)})
      AND g.attempt = v.attempt AND v.state NOT IN ('closed', 'cancelled', 'rolled_back')`;
  return rows.map(({ id, text, gate, kind, number, dueOn, due }) => ({
    ...UNDATED,
    key: `condition:${id}`,
    title: `Meet the condition: ${text}`,
    detail: `${gate}; due ${due === "before_cutover" ? "before" : "after"} the cutover.`,
    href: `/waves/${number}/${gatePath(kind)}`,
    verb: "Open",
    dueOn: calendarDate(dueOn),
  }));
}

type OverdueRisk = { id: string; code: string; title: string; nextAction: string; dueOn: Date };

/** Risks ask for nothing before their next action is overdue. */
async function riskItems(tx: Tx, actor: Actor, today: CalendarDate): Promise<WaitingItem[]> {
  const rows = await tx.$queryRaw<OverdueRisk[]>`
    SELECT r.id, r.code, r.title, r."nextAction", r."dueOn" FROM "Risk" r
    WHERE r."programId" = ${actor.programId}::uuid AND r.status = 'open' AND r."dueOn" < ${today}::date
      AND r."ownerId" IN (${me(actor)})`;
  return rows.map(({ id, code, title, nextAction, dueOn }) => ({
    ...UNDATED,
    key: `risk:${id}:${calendarDate(dueOn)}`,
    title: `${code} ${title}`,
    detail: nextAction === "" ? "Its next action is not written down." : `Next action: ${nextAction}`,
    href: `/risks/${code}`,
    verb: "Open",
    dueOn: calendarDate(dueOn),
  }));
}

const CONTROL_ASKS = {
  failed: {
    title: (control: string) => `The control “${control}” does not hold`,
    verb: "Open",
    detail: "Mend it, then record a verification that shows that it holds.",
  },
  not_verified: {
    title: (control: string) => `Verify the control “${control}”`,
    verb: "Verify",
    detail: "Nobody has shown that it holds.",
  },
  due: {
    title: (control: string) => `Verify the control “${control}” again`,
    verb: "Verify",
    detail: "Its last verification is too long ago.",
  },
} as const;

async function controlItems(tx: Tx, actor: Actor, today: CalendarDate): Promise<WaitingItem[]> {
  const controls = await controlsOwned(tx, actor, today);
  return controls.map(({ id, title, state, howVerified, holdsUntil }) => {
    const asks = CONTROL_ASKS[state];
    return {
      ...UNDATED,
      key: `control:${id}:${state}:${holdsUntil ?? ""}`,
      title: asks.title(title),
      detail: state === "failed" || howVerified === "" ? asks.detail : `${asks.detail} ${howVerified}`,
      href: `/controls/${id}`,
      verb: asks.verb,
      dueOn: holdsUntil,
    };
  });
}

/** The names that the facts know this person by. */
function me({ userId, programId }: Actor): Prisma.Sql {
  return Prisma.sql`SELECT p.id FROM "Person" p WHERE p."programId" = ${programId}::uuid AND p."userId" = ${userId}::uuid`;
}
