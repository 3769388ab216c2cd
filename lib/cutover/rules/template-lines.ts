import type { DueOffset, TemplateItem } from "../model";

/** One line of a built-in template: key, title, who, due, why, and what comes first or has to be shown. */
export type Line = readonly [
  key: string,
  title: string,
  duty: string,
  due: string,
  why: string,
  more?: { after?: readonly string[]; evidence?: true },
];

/** The items of a template that is written down by sections. */
export function itemsOf(sections: Readonly<Record<string, readonly Line[]>>): TemplateItem[] {
  return Object.entries(sections).flatMap(([section, lines]) =>
    lines.map(([key, title, duty, due, why, more]) => ({
      key,
      section,
      title,
      why,
      duty,
      needsEvidence: more?.evidence ?? false,
      offset: readMark(due),
      after: more?.after ?? [],
    })),
  );
}

/** "T-14d", "T-72h", "T+30m", "E-1h": so long before or after the start (T) or the end (E) of the window. */
function readMark(mark: string): DueOffset {
  const [, edge, count, unit] = /^([TE])([+-]\d+)([dhm])$/.exec(mark) ?? [];
  if (edge === undefined || count === undefined) throw new Error(`${mark} says no time`);
  const anchor = edge === "T" ? "window_start" : "window_end";
  if (unit === "d") return { anchor, unit: "days", by: Number(count) };
  return { anchor, unit: "minutes", by: Number(count) * (unit === "h" ? 60 : 1) };
}
