/** What somebody was shown of a gate, and when. */
export type Look = { snapshot: string; at: Date };

/** Kept of a person's looks at a gate: the last one, and the last one of the visit before. */
export type Looks = { last: Look; base: Look | null };

/** Looks closer together than this are one visit: to load the page again does not hide what is new. */
const VISIT_MS = 30 * 60_000;
/** Within a visit the same page is not noted again and again. */
const AGAIN_MS = 60_000;

/** The looks after another one at `present`; null when there is nothing to note. */
export function afterLook(kept: Looks | null, present: Look): Looks | null {
  if (kept === null) return { last: present, base: null };
  const since = present.at.getTime() - kept.last.at.getTime();
  if (since < AGAIN_MS && kept.last.snapshot === present.snapshot) return null;
  return { last: present, base: since > VISIT_MS ? kept.last : kept.base };
}
