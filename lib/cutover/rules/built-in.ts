import type { WaveKind } from "@/lib/waves/model/states";
import type { TemplateItem } from "../model";
import { FOUNDATION } from "./built-in-foundation";
import { PRODUCTION } from "./built-in-production";
import { NON_PRODUCTION, REHEARSAL } from "./built-in-trials";
import { itemsOf } from "./template-lines";

const BUILT_IN: Record<WaveKind, readonly TemplateItem[]> = {
  foundation: itemsOf(FOUNDATION),
  non_production: itemsOf(NON_PRODUCTION),
  rehearsal: itemsOf(REHEARSAL),
  production: itemsOf(PRODUCTION),
};

/** The checklist that Wavegate brings along for a kind of wave; a program makes it its own and changes it. */
export function builtInItems(kind: WaveKind): readonly TemplateItem[] {
  return BUILT_IN[kind];
}
