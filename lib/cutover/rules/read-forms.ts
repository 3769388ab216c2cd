import type { DueOffset } from "../model";

/** The offset that a form says in three fields: how much, of what, and on which side of which edge; null for none. */
export function readOffset(form: FormData): DueOffset | null {
  const count = text(form, "offset").trim();
  if (count === "") return null;
  const unit = text(form, "offsetUnit");
  const [side, edge] = text(form, "offsetSide").split("-");
  const by = Number(count) * (side === "before" ? -1 : 1);
  const anchor = edge === "end" ? "window_end" : "window_start";
  // 0 before is 0: no minus zero
  if (unit === "days") return { anchor, unit, by: by + 0 };
  return { anchor, unit: "minutes", by: by * (unit === "hours" ? 60 : 1) + 0 };
}

/** The fields of an item that every form of it has. */
export function readItemFacts(form: FormData) {
  return {
    title: text(form, "title"),
    section: text(form, "section"),
    why: text(form, "why"),
    duty: text(form, "duty"),
    needsEvidence: form.get("needsEvidence") !== null,
    offset: readOffset(form),
  };
}

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
