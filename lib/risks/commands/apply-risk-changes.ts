import "server-only";
import type { AuditEventInput } from "@/lib/audit/model";
import { changedFields } from "@/lib/audit/rules/changed-fields";
import type { CommandContext } from "@/lib/command/define-command";
import type { Tx } from "@/lib/db/transaction";
import type { JsonRecord } from "@/lib/kernel/canonical-json";
import { notFound, refuseIfAny } from "@/lib/kernel/errors";
import { cleanName } from "@/lib/kernel/text";
import type { Subject, Violation } from "@/lib/kernel/violations";
import { namesOfFacts } from "../adapters/risk-names";
import {
  appendAssessments,
  insertRisks,
  lockRisks,
  type NewAssessment,
  replaceLinks,
  takeCodeNumbers,
  updateRisks,
} from "../adapters/risk-rows";
import { loadScales } from "../adapters/scale-rows";
import { ASPECTS, UNKNOWN_RATING } from "../model/rating";
import type { RiskChange, RiskFacts, RiskRecord } from "../model/risk";
import type { RiskScales } from "../model/scale";
import { changeBlockers } from "../rules/changes";
import { riskCode } from "../rules/codes";
import { factWords, type RiskNames, ratingsWords } from "../rules/event-words";
import { scaleInUse } from "../rules/scales";
import { sameRating } from "../rules/scores";

type Applied = { ids: string[]; events: AuditEventInput[] };
type Edit = { before: RiskRecord; after: RiskRecord };

/**
 * The batch core of every write to risks: a single edit, an import and the demo story share it. Rows that state nothing
 * new are left alone and give no event. `ids` answers the rows in the order of `changes`.
 * @throws NOT_FOUND when a row, or something it refers to, is not of this program; BLOCKED for a risk that is and stays closed.
 */
export async function applyRiskChanges(
  tx: Tx,
  ctx: CommandContext,
  changes: readonly RiskChange[],
): Promise<Applied> {
  const before = await lockRisks(
    tx,
    changes.flatMap((change) => (change.kind === "change" ? [change.riskId] : [])),
  );
  const scales = await loadScales(tx, ctx.actor.programId);
  const creates = changes.flatMap((change) => (change.kind === "create" ? [newFacts(change.facts)] : []));
  const edits = changes.flatMap((change) =>
    change.kind === "change" ? [editOf(change, before, scales)] : [],
  );
  const names = await namesOfFacts(tx, [...creates, ...edits.flatMap((edit) => [edit.before, edit.after])]);
  const words = { names, scales };
  const created = await create(tx, ctx, creates, words);
  const events = await edit(tx, ctx, edits, words);
  const fresh = created.ids.values();
  const ids = changes.map((change) =>
    change.kind === "change" ? change.riskId : (fresh.next().value ?? ""),
  );
  return { ids, events: [...created.events, ...events] };
}

/** What the audit trail calls a risk. */
export function riskSubject(risk: { id: string; code: string; title: string }): Subject {
  return { type: "risk", id: risk.id, label: `${risk.code} ${risk.title}` };
}

function newFacts(facts: Extract<RiskChange, { kind: "create" }>["facts"]): RiskFacts {
  return {
    description: "",
    domainId: null,
    ownerId: null,
    treatment: null,
    nextAction: "",
    dueOn: null,
    strikesOn: null,
    status: "open",
    closedReason: null,
    inherent: UNKNOWN_RATING,
    current: UNKNOWN_RATING,
    target: UNKNOWN_RATING,
    workloadIds: [],
    waveIds: [],
    source: null,
    externalId: null,
    ...stated(facts),
    title: cleanName(facts.title),
  };
}

function editOf(
  change: Extract<RiskChange, { kind: "change" }>,
  found: ReadonlyMap<string, RiskRecord>,
  scales: RiskScales,
): Edit {
  const before = found.get(change.riskId);
  if (before === undefined) throw notFound("risk");
  const after = { ...before, ...stated(change.facts), scales: { ...before.scales } };
  for (const aspect of ASPECTS) {
    if (change.assessed !== aspect && sameRating(before[aspect], after[aspect])) continue;
    after.scales[aspect] = scaleInUse(scales).version;
  }
  return { before, after: { ...after, title: cleanName(after.title) } };
}

type Words = { names: RiskNames; scales: RiskScales };

function stated<T extends object>(facts: T): Partial<T> {
  const kept = Object.entries(facts).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as Partial<T>;
}

async function create(
  tx: Tx,
  ctx: CommandContext,
  facts: readonly RiskFacts[],
  { names, scales }: Words,
): Promise<Applied> {
  if (facts.length === 0) return { ids: [], events: [] };
  const scope = scopeOf(ctx);
  const first = await takeCodeNumbers(tx, scope.programId);
  const { version } = scaleInUse(scales);
  const given = { inherent: version, current: version, target: version };
  const numbered = facts.map((one, index) => ({ ...one, code: riskCode(first + index), scales: given }));
  const ids = await insertRisks(tx, scope, numbered);
  const risks = numbered.map((risk, index) => ({ ...risk, id: ids[index] ?? "", version: 1 }));
  await appendAssessments(tx, scope, risks.flatMap(knownAspects));
  const events = risks.map((risk): AuditEventInput => {
    const status: JsonRecord =
      risk.status === "closed" ? { status: "closed", closedReason: risk.closedReason } : {};
    const after = { code: risk.code, ...factWords(risk, names), ...ratingsWords(risk, scales), ...status };
    return { action: "risk.raised", subject: riskSubject(risk), after };
  });
  return { ids, events };
}

async function edit(
  tx: Tx,
  ctx: CommandContext,
  edits: readonly Edit[],
  words: Words,
): Promise<AuditEventInput[]> {
  const changed = edits
    .map((one) => ({ ...one, events: eventsOf(one, words) }))
    .filter((one) => one.events.length > 0);
  if (changed.length === 0) return [];
  refuseIfAny(changed.flatMap(staysClosed));
  const after = changed.map((one) => one.after);
  await updateRisks(tx, ctx.now, after);
  await replaceLinks(
    tx,
    ctx.actor.programId,
    changed.filter(linksDiffer).map((one) => one.after),
  );
  await appendAssessments(tx, scopeOf(ctx), changed.flatMap(changedAspects));
  return changed.flatMap((one) => one.events);
}

/** A closed risk changes by being reopened alone. */
function staysClosed({ before, after }: Edit): Violation[] {
  return after.status === "closed" ? changeBlockers(before) : [];
}

function eventsOf({ before, after }: Edit, { names, scales }: Words): AuditEventInput[] {
  const subject = riskSubject(after);
  const events: AuditEventInput[] = [];
  const facts = changedFields(factWords(before, names), factWords(after, names));
  if (facts !== null) events.push({ action: "risk.changed", subject, ...facts });
  const ratings = changedFields(ratingsWords(before, scales), ratingsWords(after, scales));
  if (ratings !== null) events.push({ action: "risk.assessed", subject, ...ratings });
  const status = changedFields(statusWords(before), statusWords(after));
  if (status !== null) {
    events.push({ action: after.status === "closed" ? "risk.closed" : "risk.reopened", subject, ...status });
  }
  return events;
}

function statusWords(risk: RiskFacts) {
  return { status: risk.status, closedReason: risk.closedReason };
}

function linksDiffer({ before, after }: Edit): boolean {
  return !sameIds(before.workloadIds, after.workloadIds) || !sameIds(before.waveIds, after.waveIds);
}

function sameIds(a: readonly string[], b: readonly string[]): boolean {
  const known = new Set(a);
  return known.size === new Set(b).size && b.every((id) => known.has(id));
}

function knownAspects(risk: RiskRecord): NewAssessment[] {
  return ASPECTS.filter((aspect) => !sameRating(risk[aspect], UNKNOWN_RATING)).map((aspect) => ({
    risk,
    aspect,
  }));
}

function changedAspects({ before, after }: Edit): NewAssessment[] {
  const changed = ASPECTS.filter(
    (aspect) => !sameRating(before[aspect], after[aspect]) || before.scales[aspect] !== after.scales[aspect],
  );
  return changed.map((aspect) => ({ risk: after, aspect }));
}

function scopeOf(ctx: CommandContext): { programId: string; now: Date; userId: string } {
  return { programId: ctx.actor.programId, now: ctx.now, userId: ctx.actor.userId };
}
