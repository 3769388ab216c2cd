import "server-only";
import type { AuditEventInput } from "@/lib/audit/model";
import { keepPeriod } from "@/lib/calendar/commands/add-period";
import type { CommandContext } from "@/lib/command/define-command";
import { bringControls } from "@/lib/controls/commands/create-control";
import { publishItems } from "@/lib/cutover/commands/begin-template";
import type { Tx } from "@/lib/db/transaction";
import { keepGateTemplate } from "@/lib/gates/commands/save-gate-template";
import { saveTemplateInput } from "@/lib/gates/schema";
import { nameKey } from "@/lib/kernel/text";
import { dateIn } from "@/lib/kernel/time";
import { applyRiskChanges } from "@/lib/risks/commands/apply-risk-changes";
import { beginScale } from "@/lib/risks/commands/begin-scale";
import { keepRiskDomain } from "@/lib/risks/commands/save-risk-domain";
import { keepTier } from "@/lib/workloads/commands/save-tier";
import type { PlaybookRisk, Start } from "../model";
import { PLAYBOOK_SOURCE } from "../queries/load-held";
import { firstTime } from "../rules/first-time";
import { externalKey, toDo } from "../rules/plan-start";
import { bringWaves } from "./bring-waves";

/** Writes what the plan brings through the cores of the modules it belongs to; answers one event for each thing. */
export async function bringContent(tx: Tx, ctx: CommandContext, start: Start): Promise<AuditEventInput[]> {
  const events: AuditEventInput[] = [];
  for (const bring of [
    bringTiers,
    bringDomains,
    bringScale,
    bringRisks,
    bringCatalogue,
    bringGates,
    bringChecklists,
    bringPeriods,
    bringWaves,
  ])
    events.push(...(await bring(tx, ctx, start)));
  return events;
}

async function bringTiers(tx: Tx, ctx: CommandContext, { content, plan, held }: Start) {
  const events: AuditEventInput[] = [];
  const wanted = toDo(plan, "tiers");
  for (const { why: _, ...tier } of content.tiers) {
    const thing = wanted.get(tier.name);
    if (thing === undefined) continue;
    const spare = thing.fate === "adapted" ? held.tiers.find(({ name }) => name === thing.was) : undefined;
    const saved = await keepTier(tx, ctx, { ...tier, tierId: spare?.id, version: spare?.version });
    events.push(...saved.events);
  }
  return events;
}

async function bringDomains(tx: Tx, ctx: CommandContext, { content, plan, held }: Start) {
  const events: AuditEventInput[] = [];
  const wanted = toDo(plan, "domains");
  for (const { why, ...domain } of content.domains) {
    const thing = wanted.get(domain.name);
    if (thing === undefined) continue;
    const spare = thing.fate === "adapted" ? held.domains.find(({ name }) => name === thing.was) : undefined;
    const place = spare === undefined ? {} : { domainId: spare.id, version: spare.version };
    const saved = await keepRiskDomain(tx, ctx, { ...domain, ...place, reason: why });
    events.push(...saved.events);
  }
  return events;
}

async function bringScale(tx: Tx, ctx: CommandContext, { content, plan }: Start) {
  if (toDo(plan, "scale").size === 0) return [];
  const { why, ...scale } = content.scale;
  return [await beginScale(tx, ctx, { content: scale, reason: why })];
}

async function bringRisks(tx: Tx, ctx: CommandContext, { content, plan }: Start) {
  const wanted = toDo(plan, "risks");
  const ids = await domainIds(tx, ctx);
  const { events } = await applyRiskChanges(
    tx,
    ctx,
    content.risks
      .filter(({ key }) => wanted.has(key))
      .map((risk) => ({ kind: "create", facts: factsOf(risk, ids.get(nameKey(risk.domain)) ?? null) })),
  );
  return events;
}

/** No owner, no score, no day: those are said by people. */
function factsOf({ key, title, failure, impact, control }: PlaybookRisk, domainId: string | null) {
  return {
    title,
    description: `How it fails: ${failure}\n\nWhat it does to the business: ${impact}\n\nWhat is done against it: ${control}`,
    domainId,
    treatment: "mitigate" as const,
    nextAction: control,
    source: PLAYBOOK_SOURCE,
    externalId: externalKey("risk", key),
  };
}

/** Planned and nobody's: that one holds is said by people. */
async function bringCatalogue(tx: Tx, ctx: CommandContext, { content, plan }: Start) {
  const wanted = toDo(plan, "controls");
  const ids = await domainIds(tx, ctx);
  const brought = content.controls
    .filter(({ key }) => wanted.has(key))
    .map(({ key, domain, ...said }) => ({
      facts: { ...said, domainId: ids.get(nameKey(domain)) ?? null, stage: "planned" as const },
      domain,
      externalId: externalKey("control", key),
    }));
  return bringControls(tx, ctx, PLAYBOOK_SOURCE, brought);
}

async function domainIds(tx: Tx, ctx: CommandContext): Promise<ReadonlyMap<string, string>> {
  const domains = await tx.riskDomain.findMany({
    where: { programId: ctx.actor.programId },
    select: { id: true, nameKey: true },
  });
  return new Map(domains.map((domain) => [domain.nameKey, domain.id]));
}

async function bringGates(tx: Tx, ctx: CommandContext, { content, plan }: Start) {
  const events: AuditEventInput[] = [];
  const wanted = toDo(plan, "gates");
  for (const { waveKind, kind, content: asked } of content.gates) {
    if (!wanted.has(`${waveKind} ${kind}`)) continue;
    const input = saveTemplateInput.parse({ ...asked, waveKind, kind, version: 0 });
    events.push((await keepGateTemplate(tx, ctx, input)).event);
  }
  return events;
}

async function bringChecklists(tx: Tx, ctx: CommandContext, { content, plan, origin }: Start) {
  const events: AuditEventInput[] = [];
  const wanted = toDo(plan, "checklists");
  for (const { kind, items } of content.checklists) {
    if (wanted.has(kind)) events.push((await publishItems(tx, ctx, { kind, items, note: origin })).event);
  }
  return events;
}

async function bringPeriods(tx: Tx, ctx: CommandContext, { content, plan }: Start) {
  const events: AuditEventInput[] = [];
  const zone = ctx.actor.programZone;
  const wanted = toDo(plan, "calendar");
  for (const period of content.periods) {
    if (!wanted.has(period.key)) continue;
    const { key, kind, title, reason } = period;
    const times = firstTime(period, dateIn(zone, ctx.now));
    const said = { kind, title, reason, zone, siteId: null, workload: "", until: null };
    const origin = { source: PLAYBOOK_SOURCE, externalId: externalKey("period", key) };
    const kept = await keepPeriod(tx, ctx, { ...said, ...times, repeat: "rule" }, origin);
    events.push(kept.event);
  }
  return events;
}
