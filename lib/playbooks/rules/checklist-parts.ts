import type { TemplateItem } from "@/lib/cutover/model";
import { builtInItems } from "@/lib/cutover/rules/built-in";
import { itemsOf, type Line } from "@/lib/cutover/rules/template-lines";
import type { WaveKind } from "@/lib/waves/model/states";
import type { PlaybookChecklist } from "../model";

/** Wavegate's own list for the kind, with further sections at its end. */
export function withMore(kind: WaveKind, more: Readonly<Record<string, readonly Line[]>>): PlaybookChecklist {
  return { kind, items: [...builtInItems(kind), ...itemsOf(more)] };
}

/** Further items alone, for a set that adds to its playbook's list. */
export function more(kind: WaveKind, sections: Readonly<Record<string, readonly Line[]>>): PlaybookChecklist {
  return { kind, items: itemsOf(sections) };
}

/** The list with the set's items for the same kind; items of one section stand together. */
export function extended(
  list: PlaybookChecklist,
  added: readonly PlaybookChecklist[],
): { kind: WaveKind; items: TemplateItem[] } {
  const all = [list, ...added.filter(({ kind }) => kind === list.kind)].flatMap(({ items }) => items);
  const sections = [...new Set(all.map(({ section }) => section))];
  return {
    kind: list.kind,
    items: sections.flatMap((section) => all.filter((item) => item.section === section)),
  };
}
