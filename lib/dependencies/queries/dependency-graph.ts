import "server-only";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { withActor } from "@/lib/db/transaction";
import { notFound } from "@/lib/kernel/errors";
import { readGraph } from "../adapters/graph-cache";
import type { Drawing, ExternalLinkView, ListPage, ListTable } from "../model";
import type { GraphSearch } from "../rules/address";
import { type BlastRadius, blastRadius } from "../rules/blast-radius";
import { foldDrawing, neighbourhoodDrawing } from "../rules/drawing";
import { FINDING_KEYS, type FindingKey } from "../rules/finding-labels";
import { findingTable } from "../rules/finding-tables";
import { type Findings, findingsOf } from "../rules/findings";
import { type Fold, foldCounts, foldGraph } from "../rules/fold";
import { type Graph, type GraphWorkload, workloadAt } from "../rules/graph";
import { pageOf, pageOfSource, wholeOf } from "../rules/list-page";
import { neighbourhood } from "../rules/neighbourhood";
import { foldTable, groupName, groupTable, neighbourTable, radiusList } from "../rules/reach-tables";
import type { Totals } from "../rules/weights";
import { readExternalLinks } from "./external-links";

/** The findings of a program: how many of each there are, and the list that was asked for. */
export type Overview = {
  /** False for partners: they see a part of the graph and no owners, so some findings would be untrue. */
  full: boolean;
  workloads: number;
  links: number;
  unstated: number;
  counts: Readonly<Partial<Record<FindingKey, number>>>;
  /** Of the workloads with one owner only: how many lack which. */
  lacking: { business: number; technical: number };
  /** The first rows of each finding, for the page that shows them all. */
  heads: Readonly<Partial<Record<FindingKey, ListTable>>>;
  list: ListPage | null;
};

const FOR_PARTNERS: readonly FindingKey[] = ["circles", "single-points", "chain", "undocumented"];

/** What is remarkable in the graph that the actor sees. */
export async function getOverview(actor: Actor, search: GraphSearch): Promise<Overview> {
  const { graph, findings, external } = await findingsFor(actor);
  const full = actor.role !== "partner";
  const keys = FINDING_KEYS.filter((key) => full || FOR_PARTNERS.includes(key));
  const few = firstOf(findings);
  const heads = keys.map((key) => [key, findingTable(key, graph, few, external.slice(0, FEW))]);
  const wanted = keys.find((key) => key === search.list);
  return {
    full,
    workloads: graph.workloads.length,
    links: graph.flags.length,
    unstated: graph.flags.reduce((count, flags) => count + ((flags & 3) === 0 ? 1 : 0), 0),
    counts: Object.fromEntries(keys.map((key) => [key, countOf(key, findings, external)])),
    lacking: lackingOf(graph, findings),
    heads: Object.fromEntries(heads),
    list: wanted === undefined ? null : pageOf(findingTable(wanted, graph, findings, external), search),
  };
}

const FEW = 3;
const MORE = 8;

/** The first of each finding, for the page that shows them all; the chain whole, which is told from end to end. */
function firstOf(findings: Findings): Findings {
  return {
    circles: findings.circles.slice(0, FEW),
    singlePoints: findings.singlePoints.slice(0, MORE),
    chain: findings.chain,
    unowned: findings.unowned.slice(0, FEW),
    oneOwner: findings.oneOwner.slice(0, FEW),
    alone: findings.alone.slice(0, FEW),
    undocumented: findings.undocumented.slice(0, FEW),
  };
}

function lackingOf(graph: Graph, { oneOwner }: Findings): Overview["lacking"] {
  const business = oneOwner.filter((place) => workloadAt(graph, place).businessOwner === null).length;
  return { business, technical: oneOwner.length - business };
}

function countOf(key: FindingKey, findings: Findings, external: readonly ExternalLinkView[]): number {
  if (key === "outside") return external.length;
  if (key === "single-points") return findings.singlePoints.length;
  if (key === "one-owner") return findings.oneOwner.length;
  return findings[key].length;
}

/** The whole program folded: its groups and the links between them. */
export async function getMap(
  actor: Actor,
  search: GraphSearch,
): Promise<{ fold: Fold; groups: ListTable; list: ListPage }> {
  const fold = foldGraph(await graphFor(actor), search.by);
  return { fold, groups: groupTable(fold), list: pageOf(foldTable(fold), search) };
}

export type WorkloadName = { id: string; name: string };

/** The loss of the chosen workloads: numbers and list; null numbers when none is chosen. */
export type Radius = {
  /** How many workloads there are to choose from. */
  workloads: number;
  /** Chosen one by one. */
  sources: readonly WorkloadName[];
  /** Chosen as a wave, with how many workloads it has; and the waves there are. */
  wave: { number: number; workloads: number } | null;
  waves: readonly number[];
  /** Workloads whose name holds the searched text and that are not chosen yet; the heaviest losses without a text. */
  offers: readonly WorkloadName[];
  loss: Loss | null;
};

export type Loss = { stops: Totals; degrades: Totals; assumed: number; all: number; list: ListPage };

/** @throws NOT_FOUND when a chosen workload is not there or not to be seen. */
export async function getRadius(actor: Actor, search: GraphSearch): Promise<Radius> {
  const graph = await graphFor(actor);
  const { chosen, moved } = lostIn(graph, search);
  const places = [...chosen, ...moved];
  const name = (place: number) => nameOf(workloadAt(graph, place));
  const key = search.text.toLowerCase();
  const heaviest = () => remembered(graph).singlePoints.map((one) => workloadAt(graph, one.place));
  const among = key !== "" ? graph.workloads : places.length === 0 ? heaviest() : [];
  const offers = among
    .filter((one) => one.name.toLowerCase().includes(key) && !search.sources.includes(one.id))
    .slice(0, key === "" ? FEW_OFFERS : MOST_OFFERS);
  return {
    workloads: graph.workloads.length,
    sources: chosen.map(name),
    wave: search.wave === null ? null : { number: search.wave, workloads: moved.length },
    waves: [...new Set(graph.workloads.flatMap(({ wave }) => wave ?? []))].sort((a, b) => a - b),
    offers: offers.map(nameOf),
    loss: places.length === 0 ? null : lossOf(graph, blastRadius(graph, places), search),
  };
}

const MOST_OFFERS = 20;
const FEW_OFFERS = 8;

export type Around = {
  workload: GraphWorkload;
  /** Within reach altogether; `shown` of them are listed and drawn. */
  found: number;
  shown: number;
  list: ListPage;
  /** Those for which there was no room, by wave, service and site. */
  hidden: {
    total: number;
    folds: readonly { by: "wave" | "service" | "site"; groups: readonly string[] }[];
  } | null;
  loss: Loss;
};

/** What lies around a workload and what its loss does; null when it is not there or not to be seen. */
export async function getAround(
  actor: Actor,
  workloadId: string,
  search: GraphSearch,
): Promise<Around | null> {
  const graph = await graphFor(actor);
  const centre = graph.places.get(workloadId);
  if (centre === undefined) return null;
  const around = neighbourhood(graph, centre, search);
  const hidden = around.hidden.map(({ place }) => workloadAt(graph, place));
  return {
    workload: workloadAt(graph, centre),
    found: around.shown.length + hidden.length,
    shown: around.shown.length,
    list: pageOf(neighbourTable(graph, around), search),
    hidden: hidden.length === 0 ? null : { total: hidden.length, folds: foldsOf(hidden) },
    loss: lossOf(graph, blastRadius(graph, [centre]), { sort: null, descending: false, page: 1 }),
  };
}

/** The list that an address shows, whole, for CSV. @throws NOT_FOUND for what is not there. */
export async function getWholeList(
  actor: Actor,
  search: GraphSearch,
  around: string | null,
): Promise<ListTable> {
  if (around !== null) {
    const graph = await graphFor(actor);
    return neighbourTable(
      graph,
      neighbourhood(graph, placeOf(graph, around), { ...search, most: Number.POSITIVE_INFINITY }),
    );
  }
  if (search.tab === "map") return foldTable(foldGraph(await graphFor(actor), search.by));
  if (search.tab === "radius") {
    const graph = await graphFor(actor);
    const { chosen, moved } = lostIn(graph, search);
    return wholeOf(radiusList(graph, blastRadius(graph, [...chosen, ...moved])));
  }
  const { graph, findings, external } = await findingsFor(actor);
  const key = search.list ?? "single-points";
  if (actor.role === "partner" && !FOR_PARTNERS.includes(key)) throw notFound("list");
  return findingTable(key, graph, findings, external);
}

/** What an address draws. @throws NOT_FOUND for a workload that is not there. */
export async function getDrawing(actor: Actor, search: GraphSearch, around: string | null): Promise<Drawing> {
  const graph = await graphFor(actor);
  if (around === null) return foldDrawing(foldGraph(graph, search.by));
  return neighbourhoodDrawing(graph, neighbourhood(graph, placeOf(graph, around), search));
}

/** The places of what an address says is lost: chosen one by one, and as a wave. */
function lostIn(graph: Graph, { sources, wave }: GraphSearch): { chosen: number[]; moved: number[] } {
  const moved = [...graph.workloads.keys()].filter(
    (place) => wave !== null && workloadAt(graph, place).wave === wave,
  );
  return { chosen: sources.map((id) => placeOf(graph, id)), moved };
}

function lossOf(
  graph: Graph,
  radius: BlastRadius,
  order: Pick<GraphSearch, "sort" | "descending" | "page">,
): Loss {
  const { stops, degrades, assumed, hits } = radius;
  return { stops, degrades, assumed, all: hits.length, list: pageOfSource(radiusList(graph, radius), order) };
}

function foldsOf(hidden: readonly GraphWorkload[]) {
  return (["wave", "service", "site"] as const).map((by) => ({
    by,
    groups: foldCounts(hidden, by).map(({ key, workloads }) => `${groupName(by, key)} ${workloads}`),
  }));
}

function nameOf({ id, name }: GraphWorkload): WorkloadName {
  return { id, name };
}

function placeOf(graph: Graph, id: string): number {
  const place = graph.places.get(id);
  if (place === undefined) throw notFound("workload");
  return place;
}

async function graphFor(actor: Actor): Promise<Graph> {
  requireRight(actor);
  return readGraph(actor);
}

async function findingsFor(
  actor: Actor,
): Promise<{ graph: Graph; findings: Findings; external: readonly ExternalLinkView[] }> {
  requireRight(actor);
  const [graph, external] = await Promise.all([readGraph(actor), withActor(actor, readExternalLinks)]);
  const linked = new Set(external.map((link) => link.workload.id));
  const findings = remembered(graph);
  const alone = findings.alone.filter((place) => !linked.has(workloadAt(graph, place).id));
  return { graph, findings: { ...findings, alone }, external };
}

const known = new WeakMap<Graph, Findings>();

/** The findings of a graph, computed once for as long as the graph itself is kept. */
function remembered(graph: Graph): Findings {
  const findings = known.get(graph) ?? findingsOf(graph);
  known.set(graph, findings);
  return findings;
}

function requireRight(actor: Actor): void {
  if (!can(actor, "workload:read")) throw notFound("program");
}
