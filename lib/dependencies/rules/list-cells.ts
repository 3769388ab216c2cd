import { formatCount } from "@/lib/kernel/text";
import { CRITICALITY_LABELS } from "@/lib/workloads/labels";
import type { Criticality } from "@/lib/workloads/model/workload";
import { DEPENDENCY_KIND_LABELS, NOT_STATED, UNKNOWN } from "../labels";
import type { Cell, DependencyKind, Hardness } from "../model";
import { type Graph, type GraphWorkload, workloadAt } from "./graph";
import { criticalityRank } from "./weights";

/** A text; null is said as unknown. */
export function textCell(text: string | null, missing: string = UNKNOWN): Cell {
  return text === null ? { text: missing, sort: null, unknown: true } : { text, sort: text.toLowerCase() };
}

/** A number; null is said as unknown. `words` stand for it where they say more. */
export function numberCell(number: number | null, words?: string): Cell {
  if (number === null) return { text: UNKNOWN, sort: null, unknown: true };
  return { text: words ?? formatCount(number), sort: number };
}

/** A workload by its place, with the way to it. */
export function workloadCell(graph: Graph, place: number): Cell {
  const { id, name } = workloadAt(graph, place);
  return { text: name, sort: place, workloadId: id };
}

/** A criticality, sorted by its weight. */
export function criticalityCell(criticality: Criticality | null): Cell {
  const sort = criticalityRank(criticality);
  return criticality === null
    ? { text: UNKNOWN, sort, unknown: true }
    : { text: CRITICALITY_LABELS[criticality], sort };
}

/** The number of a wave, or that there is none. */
export function waveCell(wave: number | null): Cell {
  return wave === null ? { text: "no wave", sort: null, unknown: true } : { text: String(wave), sort: wave };
}

/** Every site of a workload by name. */
export function sitesCell({ sites }: Pick<GraphWorkload, "sites">): Cell {
  return textCell(sites === null || sites.length === 0 ? null : sites.join(", "));
}

/** Kind of a link. */
export function kindCell(kind: DependencyKind | null): Cell {
  return textCell(kind === null ? null : DEPENDENCY_KIND_LABELS[kind]);
}

/** "Hard", "Soft" or that nobody has said. */
export function hardnessCell(hardness: Hardness | null): Cell {
  return hardness === null
    ? { text: NOT_STATED, sort: null, unknown: true }
    : { text: hardness === "hard" ? "Hard" : "Soft", sort: hardness };
}

/** Who answers technically, else in business; that nobody does is said as something to look at. */
export function ownerCell({ technicalOwner, businessOwner }: GraphWorkload): Cell {
  return personCell(technicalOwner ?? businessOwner);
}

/** One owner by name; that there is none is said as something to look at. */
export function personCell(owner: string | null): Cell {
  return owner === null
    ? { text: "no owner", sort: null, tone: "off" }
    : { text: owner, sort: owner.toLowerCase() };
}

/** Points, with "at least" where something is not known. */
export function pointsCell({ points, atLeast }: { points: number; atLeast: boolean }): Cell {
  return numberCell(points, pointsWords({ points, atLeast }));
}

/** "at least 1,240" */
export function pointsWords({ points, atLeast }: { points: number; atLeast: boolean }): string {
  return `${atLeast ? "at least " : ""}${formatCount(points)}`;
}
