import { nameKey } from "@/lib/kernel/text";
import type { Subject } from "@/lib/kernel/violations";
import { WAVE_KIND_LABELS } from "@/lib/waves/labels";
import { WAVE_KINDS, type WaveKind } from "@/lib/waves/model/states";
import type { TemplateItem } from "../model";
import { offsetMark } from "./offset";

/** A version of a template as the subject of events. */
export function templateSubject({
  id,
  kind,
  number,
}: {
  id: string;
  kind: WaveKind;
  number: number;
}): Subject {
  const label = `${WAVE_KIND_LABELS[kind]} checklist, version ${number}`;
  return { type: "checklist-template", id, label };
}

/** What the audit trail says of an item of a template; `titles` are those of all items by key. */
export function templateItemWords(item: TemplateItem, titles: ReadonlyMap<string, string>) {
  return {
    title: item.title,
    section: item.section,
    why: item.why,
    duty: item.duty,
    needsEvidence: item.needsEvidence,
    due: item.offset === null ? null : offsetMark(item.offset),
    after: item.after.map((key) => titles.get(key) ?? key).sort(),
  };
}

type Here = { id: string; title: string; templateKey: string | null };

/** The item of a list that a template's item is: the one that came from it, else one of the same title. */
export function sameItem<Item extends Here>(
  list: readonly Item[],
  item: { key: string; title: string },
): Item | null {
  const came = list.find(({ templateKey }) => templateKey === item.key);
  const key = nameKey(item.title);
  return (
    came ?? list.find(({ title, templateKey }) => templateKey === null && nameKey(title) === key) ?? null
  );
}

/** What differs between two versions, item by item: keys that came, went and changed. */
export function templateChanges(
  before: readonly TemplateItem[],
  after: readonly TemplateItem[],
): { added: string[]; removed: string[]; changed: string[] } {
  const was = new Map(before.map((item) => [item.key, item]));
  const is = new Map(after.map((item) => [item.key, item]));
  const words = (item: TemplateItem) => JSON.stringify(templateItemWords(item, new Map()));
  return {
    added: after.filter(({ key }) => !was.has(key)).map(({ title }) => title),
    removed: before.filter(({ key }) => !is.has(key)).map(({ title }) => title),
    changed: after
      .filter((item) => {
        const old = was.get(item.key);
        return old !== undefined && words(old) !== words(item);
      })
      .map(({ title }) => title),
  };
}

/** A kind of wave as addresses say it: "non-production". */
export function kindInPath(kind: WaveKind): string {
  return kind.replaceAll("_", "-");
}

/** The kind of wave that an address says; null for none. */
export function kindOfPath(text: string): WaveKind | null {
  return WAVE_KINDS.find((kind) => kindInPath(kind) === text) ?? null;
}
