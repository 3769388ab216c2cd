import { GATE_KIND_LABELS, WAVE_KIND_LABELS } from "@/lib/waves/labels";
import type { GateTemplate } from "../model/template";

/** "version 3 of the go/no-go template for production waves", or the template that Wavegate brings. */
export function versionWords({
  version,
  kind,
  waveKind,
}: Pick<GateTemplate, "version" | "kind" | "waveKind">): string {
  const what = `${GATE_KIND_LABELS[kind].toLowerCase()} template for ${WAVE_KIND_LABELS[waveKind].toLowerCase()} waves`;
  return version === 0 ? `Wavegate’s own ${what}` : `version ${version} of the ${what}`;
}
