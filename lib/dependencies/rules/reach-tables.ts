import { counted } from "@/lib/kernel/text";
import type { Cell, Column, ListSource, ListTable } from "../model";
import type { BlastRadius, Hit } from "./blast-radius";
import type { Fold, FoldBy } from "./fold";
import { at, type Graph, linkAt, workloadAt } from "./graph";
import {
  criticalityCell,
  hardnessCell,
  kindCell,
  numberCell,
  ownerCell,
  pointsCell,
  sitesCell,
  textCell,
  waveCell,
  workloadCell,
} from "./list-cells";
import { CRITICALITY, HARDNESS, KIND, OWNER, SITES, WAVE, WORKLOAD } from "./list-columns";
import type { Direction, Neighbourhood } from "./neighbourhood";
import { isVague, pointsOf } from "./weights";

/** Everything downstream, with the chain that reaches each. */
export function radiusList(graph: Graph, radius: BlastRadius): ListSource<Hit> {
  const workload = ({ place }: Hit) => workloadAt(graph, place);
  return {
    columns: RADIUS_COLUMNS,
    items: radius.hits,
    id: (hit) => workload(hit).id,
    cells: [
      (hit) => workloadCell(graph, hit.place),
      effectCell,
      (hit) => criticalityCell(workload(hit).criticality),
      (hit) => pointsCell({ points: pointsOf(workload(hit)), atLeast: isVague(workload(hit)) }),
      (hit) => numberCell(workload(hit).users),
      (hit) => sitesCell(workload(hit)),
      (hit) => waveCell(workload(hit).wave),
      (hit) => chainCell(graph, radius.chainTo(hit.place)),
    ],
  };
}

const RADIUS_COLUMNS: readonly Column[] = [
  WORKLOAD,
  { key: "effect", label: "What happens" },
  CRITICALITY,
  { key: "points", label: "Points", numeric: true },
  { key: "users", label: "Users", numeric: true, mayGo: "p3" },
  { ...SITES, mayGo: "p2" },
  WAVE,
  { key: "chain", label: "How it gets there" },
];

function effectCell({ effect, assumed }: Hit): Cell {
  if (effect === "degrades") return { text: "Degrades", sort: 1, tone: "risk", verdict: true };
  const sub = assumed ? "if an unstated link is hard" : undefined;
  return { text: "Stops", sort: 0, tone: "off", verdict: true, sub };
}

const SIDE_WORDS: Record<Direction, (centre: string) => string> = {
  up: (centre) => `${centre} needs it`,
  down: (centre) => `Needs ${centre}`,
  both: () => "Both need each other",
};

/** What lies around one workload, the closest first. */
export function neighbourTable(graph: Graph, { centre, shown }: Neighbourhood): ListTable {
  const { name } = workloadAt(graph, centre);
  const rows = shown.map(({ place, distance, side }) => {
    const workload = workloadAt(graph, place);
    const direct = directLinks(graph, centre, place);
    const [link] = direct;
    return {
      id: workload.id,
      cells: [
        workloadCell(graph, place),
        { text: SIDE_WORDS[side](name), sort: side },
        numberCell(distance, distance === 1 ? "direct" : counted(distance, "hop")),
        link === undefined ? textCell("through others") : kindCell(link.kind),
        link === undefined ? textCell("through others") : hardnessCell(link.hardness),
        criticalityCell(workload.criticality),
        waveCell(workload.wave),
        ownerCell(workload),
      ],
    };
  });
  return {
    columns: [
      WORKLOAD,
      { key: "side", label: "Direction" },
      { key: "distance", label: "Distance" },
      { ...KIND, label: "Kind of link", mayGo: "p3" },
      { ...HARDNESS, mayGo: "p4" },
      CRITICALITY,
      { key: "wave", label: "Wave" },
      OWNER,
    ],
    rows,
  };
}

/** What a group without a key is called. */
export const NO_KEY: Record<FoldBy, string> = {
  wave: "No wave",
  service: "No business service",
  site: "No site",
};

/** "Wave 3", "Order to cash", "No site" */
export function groupName(by: FoldBy, key: string | null): string {
  if (key === null) return NO_KEY[by];
  return by === "wave" ? `Wave ${key}` : key;
}

/** The links between groups, the most first. */
export function foldTable({ by, groups, links }: Fold): ListTable {
  const group = (place: number): Cell => {
    const key = groups[place]?.key ?? null;
    return { text: groupName(by, key), sort: place, unknown: key === null };
  };
  const rows = links.map((link) => ({
    id: `${link.dependent}-${link.needed}`,
    cells: [
      group(link.dependent),
      group(link.needed),
      numberCell(link.links),
      numberCell(link.hard),
      numberCell(link.soft),
      numberCell(link.unstated),
      numberCell(link.synchronous),
    ],
  }));
  return {
    columns: [
      { key: "from", label: "What depends" },
      { key: "to", label: "On what" },
      { key: "links", label: "Links", numeric: true },
      { key: "hard", label: "Hard", numeric: true },
      { key: "soft", label: "Soft", numeric: true },
      { key: "unstated", label: "Not stated", numeric: true },
      { key: "synchronous", label: "Synchronous", numeric: true },
    ],
    rows,
  };
}

/** The groups of a fold themselves. */
export function groupTable({ by, groups }: Fold): ListTable {
  return {
    columns: [
      { key: "group", label: "Group" },
      { key: "workloads", label: "Workloads", numeric: true },
      { key: "revenue", label: "Revenue-critical", numeric: true },
      { key: "inside", label: "Links inside", numeric: true },
    ],
    rows: groups.map((group, place) => ({
      id: String(place),
      cells: [
        { text: groupName(by, group.key), sort: place, unknown: group.key === null },
        numberCell(group.workloads),
        numberCell(group.revenue),
        numberCell(group.inside),
      ],
    })),
  };
}

const MOST_STEPS = 6;

function chainCell(graph: Graph, places: readonly number[]): Cell {
  const names = places.map((place) => workloadAt(graph, place).name);
  const cut = names.length - MOST_STEPS;
  const shown = cut > 0 ? [...names.slice(0, 3), `${cut} more`, ...names.slice(-3)] : names;
  return { text: shown.join(" → "), sort: places.length };
}

function directLinks(graph: Graph, centre: number, place: number) {
  const found = [];
  for (const side of [graph.needs, graph.neededBy]) {
    for (let slot = at(side.start, centre); slot < at(side.start, centre + 1); slot += 1) {
      if (at(side.ends, slot) === place) found.push(linkAt(graph, at(side.links, slot)));
    }
  }
  return found;
}
