import { formatCount, listed } from "@/lib/kernel/text";
import { LINK_SIDE_LABELS } from "../labels";
import type { ExternalLinkView, ListTable } from "../model";
import type { FindingKey } from "./finding-labels";
import type { Findings } from "./findings";
import { at, degree, type Graph, linkAt, workloadAt } from "./graph";
import {
  criticalityCell,
  hardnessCell,
  kindCell,
  numberCell,
  ownerCell,
  personCell,
  pointsCell,
  sitesCell,
  textCell,
  waveCell,
  workloadCell,
} from "./list-cells";
import { CRITICALITY, HARDNESS, KIND, OWNER, SITES, WAVE, WORKLOAD } from "./list-columns";

/** A finding as a list: what the page shows, sorts and pages, and what its CSV holds. */
export function findingTable(
  key: FindingKey,
  graph: Graph,
  findings: Findings,
  external: readonly ExternalLinkView[],
): ListTable {
  switch (key) {
    case "circles":
      return circles(graph, findings);
    case "single-points":
      return points(graph, findings);
    case "chain":
      return chain(graph, findings);
    case "unowned":
      return unowned(graph, findings);
    case "one-owner":
      return oneOwner(graph, findings);
    case "undocumented":
      return undocumented(graph, findings);
    case "outside":
      return outside(external);
    case "alone":
      return alone(graph, findings);
  }
}

function circles(graph: Graph, findings: Findings): ListTable {
  const rows = findings.circles.map((places) => {
    const members = places.map((place) => workloadAt(graph, place));
    const waves = [...new Set(members.map((one) => one.wave))];
    const apart = waves.filter((wave) => wave !== null).length > 1;
    const words = waves.map((wave) => (wave === null ? "no wave" : String(wave))).sort();
    return {
      id: members[0]?.id ?? "",
      cells: [
        {
          ...workloadCell(graph, places[0] ?? 0),
          text: listed(
            members.map((one) => one.name),
            6,
          ),
        },
        numberCell(members.length),
        numberCell(members.filter((one) => one.criticality === "revenue").length),
        apart
          ? { text: `${listed(words)}, torn apart`, sort: waves.length, tone: "off" as const }
          : textCell(listed(words)),
      ],
    };
  });
  return {
    columns: [
      { key: "name", label: "Need each other" },
      { key: "size", label: "Workloads", numeric: true },
      { key: "revenue", label: "Revenue-critical", numeric: true },
      { key: "waves", label: "Waves" },
    ],
    rows,
  };
}

function points(graph: Graph, findings: Findings): ListTable {
  const rows = findings.singlePoints.map((one) => {
    const workload = workloadAt(graph, one.place);
    return {
      id: workload.id,
      cells: [
        {
          ...workloadCell(graph, one.place),
          sub: one.cut ? "alone holds parts of the map together" : undefined,
        },
        criticalityCell(workload.criticality),
        numberCell(one.stops),
        numberCell(
          one.revenue,
          one.unjudged > 0 ? `${formatCount(one.revenue)} + ${one.unjudged} unknown` : undefined,
        ),
        pointsCell(one),
        waveCell(workload.wave),
        ownerCell(workload),
      ],
    };
  });
  return {
    columns: [
      WORKLOAD,
      CRITICALITY,
      { key: "stops", label: "Stops", numeric: true },
      { key: "revenue", label: "Revenue-critical", numeric: true },
      { key: "points", label: "Points lost", numeric: true },
      WAVE,
      OWNER,
    ],
    rows,
  };
}

function chain(graph: Graph, findings: Findings): ListTable {
  const rows = findings.chain.map((places, step) => {
    const members = places.map((place) => workloadAt(graph, place));
    const first = members[0];
    const next = findings.chain[step + 1];
    const circle = members.length > 1;
    return {
      id: String(step),
      cells: [
        numberCell(step + 1),
        {
          ...workloadCell(graph, places[0] ?? 0),
          text: listed(
            members.map((one) => one.name),
            6,
          ),
          sub: circle ? "a circle: one step together" : undefined,
        },
        criticalityCell(first?.criticality ?? null),
        waveCell(first?.wave ?? null),
        first === undefined ? textCell(null) : ownerCell(first),
        next === undefined ? textCell("needs nothing further") : linkWords(graph, places, next),
      ],
    };
  });
  return {
    columns: [
      { key: "step", label: "Step", numeric: true },
      WORKLOAD,
      CRITICALITY,
      WAVE,
      OWNER,
      { key: "link", label: "Link to the next" },
    ],
    rows,
  };
}

/** The hardest link between two steps. */
function linkWords(graph: Graph, from: readonly number[], to: readonly number[]) {
  const between = from.flatMap((place) => {
    const found = [];
    for (let slot = at(graph.needs.start, place); slot < at(graph.needs.start, place + 1); slot += 1) {
      if (to.includes(at(graph.needs.ends, slot)))
        found.push(linkAt(graph, at(graph.needs.links, slot)).hardness);
    }
    return found;
  });
  return hardnessCell(between.includes("hard") ? "hard" : null);
}

function unowned(graph: Graph, findings: Findings): ListTable {
  const rows = findings.unowned.map((place) => {
    const workload = workloadAt(graph, place);
    return {
      id: workload.id,
      cells: [
        workloadCell(graph, place),
        criticalityCell(workload.criticality),
        numberCell(degree(graph.neededBy, place)),
        waveCell(workload.wave),
        sitesCell(workload),
      ],
    };
  });
  return {
    columns: [WORKLOAD, CRITICALITY, { key: "needed", label: "Needed by", numeric: true }, WAVE, SITES],
    rows,
  };
}

function oneOwner(graph: Graph, findings: Findings): ListTable {
  const rows = findings.oneOwner.map((place) => {
    const workload = workloadAt(graph, place);
    return {
      id: workload.id,
      cells: [
        workloadCell(graph, place),
        criticalityCell(workload.criticality),
        personCell(workload.businessOwner),
        personCell(workload.technicalOwner),
        numberCell(degree(graph.neededBy, place)),
        waveCell(workload.wave),
      ],
    };
  });
  return {
    columns: [
      WORKLOAD,
      CRITICALITY,
      { key: "business", label: "Business owner" },
      { key: "technical", label: "Technical owner" },
      { key: "needed", label: "Needed by", numeric: true },
      WAVE,
    ],
    rows,
  };
}

function undocumented(graph: Graph, findings: Findings): ListTable {
  const rows = findings.undocumented.map((place) => {
    const link = linkAt(graph, place);
    return {
      id: `${workloadAt(graph, link.dependent).id}-${workloadAt(graph, link.needed).id}`,
      cells: [
        { ...workloadCell(graph, link.dependent), toLinks: true },
        workloadCell(graph, link.needed),
        kindCell(link.kind),
        hardnessCell(link.hardness),
        waveCell(workloadAt(graph, link.dependent).wave),
        waveCell(workloadAt(graph, link.needed).wave),
      ],
    };
  });
  return {
    columns: [
      WORKLOAD,
      { key: "needs", label: "Needs" },
      KIND,
      HARDNESS,
      WAVE,
      { key: "needs-wave", label: "Wave of the needed" },
    ],
    rows,
  };
}

function outside(external: readonly ExternalLinkView[]): ListTable {
  const rows = external.map((link) => ({
    id: link.id,
    cells: [
      { ...textCell(link.workload.name), workloadId: link.workload.id },
      textCell(LINK_SIDE_LABELS[link.side]),
      { ...textCell(link.name), externalId: link.id, sub: link.note === "" ? undefined : link.note },
      kindCell(link.kind),
      hardnessCell(link.hardness),
      waveCell(link.workload.wave),
      textCell(link.source, "by hand"),
    ],
  }));
  return {
    columns: [
      WORKLOAD,
      { key: "side", label: "Direction" },
      { key: "outside", label: "Outside the portfolio" },
      KIND,
      { ...HARDNESS, mayGo: "p4" },
      { ...WAVE, mayGo: "p3" },
      { key: "source", label: "Found by", mayGo: "p3" },
    ],
    rows,
  };
}

function alone(graph: Graph, findings: Findings): ListTable {
  const rows = findings.alone.map((place) => {
    const workload = workloadAt(graph, place);
    return {
      id: workload.id,
      cells: [
        workloadCell(graph, place),
        criticalityCell(workload.criticality),
        waveCell(workload.wave),
        sitesCell(workload),
        ownerCell(workload),
      ],
    };
  });
  return { columns: [WORKLOAD, CRITICALITY, WAVE, SITES, { ...OWNER, label: "Whom to ask" }], rows };
}
