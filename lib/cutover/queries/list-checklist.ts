import "server-only";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { type Tx, withActor } from "@/lib/db/transaction";
import { notFound } from "@/lib/kernel/errors";
import type { WaveState } from "@/lib/waves/model/states";
import type { WaveWindow } from "@/lib/waves/model/window";
import { findWave, windowOf } from "@/lib/waves/queries/load-wave";
import type { Prisma } from "@/prisma/generated/client/client";
import type { Checklist, ChecklistItem } from "../model";
import { checklistCounts, itemSubject } from "../rules/checklist";
import { doneBlockers } from "../rules/done-blockers";
import { dueOf, offsetOf, phaseOf } from "../rules/offset";

const ITEM = {
  id: true,
  attempt: true,
  position: true,
  section: true,
  title: true,
  why: true,
  duty: true,
  ownerId: true,
  needsEvidence: true,
  dueAt: true,
  dueAnchor: true,
  dueDays: true,
  dueMinutes: true,
  state: true,
  reason: true,
  settledAt: true,
  settledById: true,
  version: true,
  owner: { select: { name: true, userId: true } },
  template: { select: { number: true } },
  comesAfter: { select: { after: { select: { id: true, title: true, state: true } } } },
  _count: { select: { evidence: true } },
} as const satisfies Prisma.ChecklistItemSelect;

type Row = Prisma.ChecklistItemGetPayload<{ select: typeof ITEM }>;

/** The checklist of the present attempt of the wave with this number. Not for partners. @throws NOT_FOUND */
export async function checklistOfWave(actor: Actor, number: number): Promise<Checklist> {
  const wave = await withActor(actor, (tx) => findWave(tx, actor, number));
  if (wave === null) throw notFound("wave");
  return listChecklist(actor, wave.id);
}

/** The checklist of the wave's present attempt, or of an earlier one. Not for partners. @throws NOT_FOUND */
export function listChecklist(actor: Actor, waveId: string, attempt?: number): Promise<Checklist> {
  if (!can(actor, "gate:read")) throw notFound("wave");
  return withActor(actor, async (tx) => {
    const wave = await tx.wave.findFirst({
      where: { id: waveId, programId: actor.programId },
      select: {
        attempt: true,
        state: true,
        zone: true,
        windowStartLocal: true,
        windowEndLocal: true,
        windowStartAt: true,
        windowEndAt: true,
      },
    });
    if (wave === null) throw notFound("wave");
    const shown = attempt ?? wave.attempt;
    const rows = await tx.checklistItem.findMany({
      where: { programId: actor.programId, waveId, attempt: shown },
      select: ITEM,
      orderBy: { position: "asc" },
    });
    const earlier = await tx.checklistItem.findMany({
      where: { programId: actor.programId, waveId, attempt: { lt: wave.attempt } },
      select: { attempt: true, title: true },
    });
    const attempts = [...new Set(earlier.map((item) => item.attempt))].sort((a, b) => a - b);
    const here = new Set(rows.map(({ title }) => title));
    const window = windowOf(wave);
    const names = await settlers(tx, rows);
    const items = rows.map((row) => itemOf(row, { actor, window, state: wave.state, names }));
    return {
      waveId,
      attempt: shown,
      zone: wave.zone ?? actor.programZone,
      hasWindow: window !== null,
      items,
      counts: checklistCounts(items),
      earlierAttempts: attempts,
      notBrought: earlier.filter((item) => item.attempt === attempts.at(-1) && !here.has(item.title)).length,
    };
  });
}

async function settlers(tx: Tx, rows: readonly Row[]): Promise<ReadonlyMap<string, string>> {
  const ids = rows.flatMap(({ settledById }) => (settledById === null ? [] : [settledById]));
  const users = await tx.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(users.map(({ id, name }) => [id, name]));
}

type Around = {
  actor: Actor;
  window: WaveWindow | null;
  state: WaveState;
  names: ReadonlyMap<string, string>;
};

function itemOf(row: Row, { actor, window, state, names }: Around): ChecklistItem {
  const {
    owner,
    settledById,
    template,
    comesAfter,
    _count,
    dueAnchor: _a,
    dueDays: _d,
    dueMinutes: _m,
    ...item
  } = row;
  const offset = offsetOf(row);
  const first = comesAfter.map(({ after }) => after);
  const facts = {
    ...item,
    subject: itemSubject(item),
    offset,
    evidence: _count.evidence,
    comesAfter: first,
    waveState: state,
  };
  const settled = item.state === "done" || item.state === "skipped";
  return {
    ...item,
    owner: owner?.name ?? null,
    mine: owner?.userId === actor.userId,
    dueAt: dueOf(row, window),
    offset,
    phase: phaseOf(offset),
    evidence: _count.evidence,
    from: template?.number ?? null,
    comesAfter: first,
    waitsFor: settled ? [] : doneBlockers(facts),
    settledBy: settledById === null ? null : (names.get(settledById) ?? null),
  };
}
