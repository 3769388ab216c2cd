import { counted, formatCount } from "@/lib/kernel/text";
import { CRITICALITY_LABELS } from "@/lib/workloads/labels";
import type { Drawing, DrawnEdge } from "../model";
import { circlesOf } from "./circles";
import type { Fold } from "./fold";
import { type Graph, linkAt, workloadAt } from "./graph";
import type { Neighbourhood } from "./neighbourhood";
import { groupName } from "./reach-tables";

/** What is drawn around one workload: the same workloads and links as in the list. */
export function neighbourhoodDrawing(graph: Graph, { centre, shown, links }: Neighbourhood): Drawing {
  const places = [centre, ...shown.map((one) => one.place)];
  const nodeOf = new Map(places.map((place, node) => [place, node]));
  const inCircle = new Set(circlesOf(graph).flat());
  const nodes = places.map((place) => {
    const { id, name, criticality, wave } = workloadAt(graph, place);
    const word = criticality === null ? "Criticality unknown" : CRITICALITY_LABELS[criticality];
    return {
      id,
      label: name,
      detail: `${word}, ${wave === null ? "no wave" : `wave ${wave}`}`,
      criticality,
      workloadId: id,
      centre: place === centre,
      circle: inCircle.has(place),
      rank: null,
    };
  });
  const edges = links.map((place): DrawnEdge => {
    const link = linkAt(graph, place);
    return {
      dependent: nodeOf.get(link.dependent) ?? 0,
      needed: nodeOf.get(link.needed) ?? 0,
      hardness: link.hardness,
      synchronous: link.kind === "synchronous",
      links: 1,
    };
  });
  return { nodeWidth: WORKLOAD_WIDTH, nodes, edges: inOrder(edges) };
}

/** The folded program: groups in the order of the fold; waves stand in the order in which they move. */
export function foldDrawing({ by, groups, links }: Fold): Drawing {
  const nodes = groups.map((group, place) => ({
    id: String(place),
    label: groupName(by, group.key),
    detail: `${counted(group.workloads, "workload")}, ${formatCount(group.revenue)} revenue`,
    workloadId: null,
    centre: false,
    circle: links.some(
      (link) =>
        link.dependent === place &&
        links.some((back) => back.dependent === link.needed && back.needed === place),
    ),
    rank: by === "wave" ? place : null,
  }));
  const edges = links.map(
    (link): DrawnEdge => ({
      dependent: link.dependent,
      needed: link.needed,
      hardness: link.hard > 0 ? "hard" : link.unstated > 0 ? null : "soft",
      synchronous: link.synchronous > 0,
      links: link.links,
    }),
  );
  return { nodeWidth: GROUP_WIDTH, nodes, edges: inOrder(edges) };
}

const WORKLOAD_WIDTH = 212;
const GROUP_WIDTH = 176;

/** What the places of nodes and edges depend on, as one text: two drawings with the same text share a layout. */
export function shapeOf({ nodeWidth, nodes, edges }: Drawing): string {
  const ranks = nodes.map((node) => node.rank ?? "").join(",");
  return `4|${nodeWidth}|${nodes.length}|${ranks}|${edges.map((edge) => `${edge.dependent}>${edge.needed}`).join(",")}`;
}

function inOrder(edges: readonly DrawnEdge[]): readonly DrawnEdge[] {
  return [...edges].sort((a, b) => a.dependent - b.dependent || a.needed - b.needed);
}
