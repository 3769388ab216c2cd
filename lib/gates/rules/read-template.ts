import type * as z from "zod";
import { GATE_KINDS, type GateKind, WAVE_KINDS, type WaveKind } from "@/lib/waves/model/states";
import { COMPUTED_KEYS, type CriterionTemplate } from "../model/template";
import type { saveTemplateInput } from "../schema";
import { criterionOf } from "./built-in-templates";
import { readSeats, textOf } from "./read-forms";

/** How many attested criteria a form shows at most. */
export const MOST_ATTESTED = 40;

/** The kinds that an address names, written with hyphens; null for anything else. */
export function kindsInPath(wave: string, gate: string): { waveKind: WaveKind; kind: GateKind } | null {
  const waveKind = WAVE_KINDS.find((one) => inPath(one) === wave);
  const kind = GATE_KINDS.find((one) => inPath(one) === gate);
  return waveKind === undefined || kind === undefined ? null : { waveKind, kind };
}

/** A kind as addresses write it. */
export function inPath(kind: WaveKind | GateKind): string {
  return kind.replaceAll("_", "-");
}

/**
 * A template's form: `demanded`, `quorum`, seats as when a gate is opened, `computed` once for each criterion that the system
 * checks, and `title-0`, `group-0`, `meaning-0`, `key-0`, `place-0`, …: a row without a title is left out, and of two rows at
 * one place the one that was moved there stands first.
 */
export function readTemplate(
  form: FormData,
  kinds: { waveKind: WaveKind; kind: GateKind },
): z.input<typeof saveTemplateInput> {
  const chosen = form.getAll("computed");
  const computed = COMPUTED_KEYS.filter((key) => chosen.includes(key)).map(criterionOf);
  return {
    ...kinds,
    version: textOf(form, "version"),
    demanded: kinds.kind === "go_no_go" || textOf(form, "demanded") !== "",
    quorum: textOf(form, "quorum"),
    seats: readSeats(form).map(({ role, capacity }) => ({ role, capacity })),
    criteria: [...computed, ...readAttested(form)],
  };
}

function readAttested(form: FormData): CriterionTemplate[] {
  const found: CriterionTemplate[] = [];
  const places: number[] = [];
  for (let row = 0; row < MOST_ATTESTED; row += 1) {
    const title = textOf(form, `title-${row}`).trim();
    if (title === "") continue;
    const key = textOf(form, `key-${row}`) || keyOf(title, found);
    const [group, meaning] = [textOf(form, `group-${row}`), textOf(form, `meaning-${row}`)];
    found.push({ key, group, title, meaning, source: "attested" });
    places.push(placeOf(textOf(form, `place-${row}`), row));
  }
  return found
    .map((one, at) => ({ one, place: places[at] ?? 0 }))
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => one);
}

/** Where a row stands: its own place, or just before (moved up) or after (moved down) whatever is there. */
function placeOf(asked: string, row: number): number {
  const place = Number.parseInt(asked, 10) - 1;
  if (Number.isNaN(place) || place === row) return row;
  return place < row ? place - 0.5 : place + 0.5;
}

/** A key made of the title; evidence and words are kept by it once a gate is open. */
function keyOf(title: string, taken: readonly CriterionTemplate[]): string {
  const words = title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[-0-9]+|-+$/g, "")
    .slice(0, 50)
    .replace(/-+$/, "");
  const base =
    words === "" || COMPUTED_KEYS.some((key) => key === words) ? `own-${words || "criterion"}` : words;
  const count = taken.filter(({ key }) => key === base || key.startsWith(`${base}-`)).length;
  return count === 0 ? base : `${base}-${count + 1}`;
}
