import "server-only";
import type { Actor } from "@/lib/access/model";
import type { Tx } from "@/lib/db/transaction";
import { DEFAULT_RISK_DOMAINS, DEFAULT_TIERS } from "@/lib/programs/model";
import { FINISHED } from "@/lib/waves/model/states";
import type { Held } from "../model";

/** By what things that a playbook brought are known again. */
export const PLAYBOOK_SOURCE = "playbook";

/** What the program has already of what playbooks bring. */
export async function loadHeld(tx: Tx, { programId }: Pick<Actor, "programId">): Promise<Held> {
  const where = { programId };
  const risks = await tx.risk.findMany({ where, select: { title: true, source: true, externalId: true } });
  const controls = await tx.control.findMany({
    where,
    select: { title: true, source: true, externalId: true },
  });
  const periods = await tx.calendarPeriod.findMany({
    where,
    select: { title: true, source: true, externalId: true, endedAt: true },
  });
  return {
    tiers: await tiersOf(tx, programId),
    domains: await domainsOf(tx, programId),
    scale: (await tx.riskScale.count({ where })) + (await tx.riskAssessment.count({ where })) > 0,
    risks: risks.map((row) => ({ title: row.title, key: keyOf(row) })),
    controls: controls.map((row) => ({ title: row.title, key: keyOf(row) })),
    gates: await tx.gateTemplate.findMany({
      where,
      select: { waveKind: true, kind: true, version: true },
      orderBy: { version: "desc" },
    }),
    checklists: await tx.checklistTemplate.findMany({
      where,
      select: { kind: true, number: true },
      orderBy: { number: "desc" },
    }),
    periods: periods.map((row) => ({ title: row.title, key: keyOf(row), ended: row.endedAt !== null })),
    waves: await wavesOf(tx, programId),
  };
}

function keyOf({ source, externalId }: { source: string | null; externalId: string | null }) {
  return source === PLAYBOOK_SOURCE ? externalId : null;
}

async function tiersOf(tx: Tx, programId: string): Promise<Held["tiers"]> {
  const rows = await tx.tier.findMany({
    where: { programId },
    select: {
      id: true,
      name: true,
      rank: true,
      rtoMinutes: true,
      rpoMinutes: true,
      version: true,
      _count: { select: { workloads: true } },
    },
    orderBy: { rank: "asc" },
  });
  return rows.map(({ rtoMinutes, rpoMinutes, _count, ...tier }) => ({
    ...tier,
    untouched:
      tier.version === 1 &&
      _count.workloads === 0 &&
      DEFAULT_TIERS.some(
        (one) => one.name === tier.name && one.rtoMinutes === rtoMinutes && one.rpoMinutes === rpoMinutes,
      ),
  }));
}

async function domainsOf(tx: Tx, programId: string): Promise<Held["domains"]> {
  const rows = await tx.riskDomain.findMany({
    where: { programId },
    select: {
      id: true,
      name: true,
      appetite: true,
      version: true,
      _count: { select: { risks: true, appetites: true } },
    },
  });
  return rows.map(({ _count, ...domain }) => ({
    ...domain,
    untouched:
      domain.version === 1 &&
      _count.risks + _count.appetites === 0 &&
      DEFAULT_RISK_DOMAINS.some((one) => one.name === domain.name && one.appetite === domain.appetite),
  }));
}

async function wavesOf(tx: Tx, programId: string): Promise<Held["waves"]> {
  const rows = await tx.wave.findMany({
    where: { programId },
    select: {
      id: true,
      name: true,
      number: true,
      state: true,
      attempt: true,
      checklist: { select: { title: true, attempt: true } },
    },
    orderBy: { number: "asc" },
  });
  return rows.map(({ state, attempt, checklist, ...wave }) => ({
    ...wave,
    over: FINISHED.includes(state),
    started: state !== "planned" && state !== "cancelled",
    items: checklist.filter((item) => item.attempt === attempt).map(({ title }) => title),
  }));
}
