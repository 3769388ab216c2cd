import { settle } from "@/lib/claims/rules/settle";
import { nameKey } from "@/lib/kernel/text";
import type { FieldChange, PlannedClaim, PlannedQuestion } from "../model/plan";
import type { Entity, Facts, ReadRow, Value } from "../model/reading";
import type { Known } from "../model/snapshot";
import { ENTITY_FIELDS, type Field } from "./fields";
import type { Book } from "./plan-book";
import { showValue } from "./read-cell";

/** What the facts of a row come to for the thing they are about. */
export type Weighed = { sets: Record<string, Value>; changes: FieldChange[]; questions: PlannedQuestion[] };

/** Facts that say where a thing is known from: filled once, never overwritten. */
const IDENTITY = new Set(["source", "external_id"]);
/** Facts of links: traffic fills what nobody has said, and changes nothing. */
const NAMES = new Set(["name", "title", "tier", "domain", "dependent", "needed", "workload"]);

/** Weighs what a row states against what is known; `fillOnly`: only what is unknown is taken. */
export function weighFacts(
  book: Book,
  entity: Entity,
  row: ReadRow,
  facts: Facts,
  known: Known,
  fillOnly: boolean,
): Weighed {
  const weighed: Weighed = { sets: {}, changes: [], questions: [] };
  for (const name in facts) {
    const stated = facts[name];
    const field = ENTITY_FIELDS[entity].get(name);
    if (stated === undefined || field === undefined) continue;
    const present = known.facts[name] ?? null;
    if (fillOnly || IDENTITY.has(name)) {
      if (present === null) take(book, weighed, field, null, stated);
    } else if (row.said !== null && field.key !== undefined) {
      weighWord(book, weighed, field, { known, present, stated, source: row.said.source });
    } else if (!sameValue(field, present, stated)) {
      take(book, weighed, field, present, typeof stated === "object" ? joined(present, stated) : stated);
    }
  }
  return weighed;
}

/** What a row's source says of a workload or asset, by the facts' own keys; undefined for anything else. */
export function claimOf(entity: Entity, row: ReadRow, facts: Facts): PlannedClaim | undefined {
  if (row.said === null || (entity !== "workload" && entity !== "asset")) return undefined;
  const stated: Record<string, Value> = {};
  for (const name in facts) {
    const value = facts[name];
    const key = ENTITY_FIELDS[entity].get(name)?.key;
    if (value !== undefined && key !== undefined && !IDENTITY.has(name)) stated[key] = value;
  }
  return { ...row.said, facts: stated };
}

type Word = { known: Known; present: Value | null; stated: Value; source: string };

/** The word of a source on one fact. Lists grow: a source adds to a list, and mends only the list it gave itself. */
function weighWord(book: Book, weighed: Weighed, field: Field, word: Word): void {
  const { known, present, stated, source } = word;
  const key = field.key ?? field.name;
  const origin = known.origins?.[key] ?? null;
  const own = origin !== null && book.key(origin) === book.key(source);
  if (typeof stated === "object" && !(own && field.kind.type === "addresses")) {
    if (!sameValue(field, present, stated)) take(book, weighed, field, present, joined(present, stated));
    return;
  }
  const previous = book.claimsBySubject.get(`${known.id}\n${book.key(source)}`)?.facts[key];
  const outcome = settle({ value: present, source: origin }, stated, source, previous, book.trustOf);
  if (outcome === "fill" || outcome === "update") take(book, weighed, field, present, stated);
  else if (outcome === "outranks")
    take(book, weighed, field, present, stated, `${source} is trusted more than ${origin}`);
  else if (outcome === "question")
    weighed.questions.push({ field: key, label: field.label, present, presentSource: origin, stated });
}

function take(
  { snapshot: { scale } }: Book,
  weighed: Weighed,
  field: Field,
  from: Value | null,
  to: Value,
  why?: string,
): void {
  weighed.sets[field.name] = to;
  const change = {
    field: field.name,
    label: field.label,
    from: from === null ? null : showValue(field.kind, from, scale),
    to: showValue(field.kind, to, scale),
  };
  weighed.changes.push(why === undefined ? change : { ...change, why });
}

/** Whether what is known says already what is stated; names compare as names, lists by what they hold. */
function sameValue(field: Field, known: Value | null, stated: Value): boolean {
  if (known === null) return false;
  if (typeof stated === "object") {
    const held = new Set(typeof known === "object" ? known.map(nameKey) : []);
    return stated.every((entry) => held.has(nameKey(entry)));
  }
  if (typeof known === "string" && typeof stated === "string" && comparesAsName(field))
    return known === stated || nameKey(known) === nameKey(stated);
  return known === stated;
}

function comparesAsName(field: Field): boolean {
  return field.kind.type === "person" || NAMES.has(field.name);
}

/** A list keeps what it held: a file adds to it and takes nothing away. */
function joined(old: Value | null, stated: readonly string[]): readonly string[] {
  const held = typeof old === "object" && old !== null ? old : [];
  const keys = new Set(held.map(nameKey));
  return [...held, ...stated.filter((entry) => !keys.has(nameKey(entry)))];
}
