import { groupLinks, groupsOf } from "./circles";
import { cutVertices } from "./cut-vertices";
import { at, binds, type Graph, type GraphWorkload, workloadAt } from "./graph";
import { isVague, pointsOf } from "./weights";

/**
 * A workload whose loss stops others, with what stops: how many, how many of them revenue-critical, how many of nobody
 * knows what criticality, their points, and whether the points are the least they can be.
 */
export type SinglePoint = {
  place: number;
  stops: number;
  revenue: number;
  unjudged: number;
  points: number;
  atLeast: boolean;
  /** It alone holds parts of the map together. */
  cut: boolean;
};

/** A single point stops at least this many others … */
export const FEWEST = 3;
/** … and among them one that is (or may be) revenue-critical, or this share of all workloads. */
export const LARGE_SHARE = 0.1;

/** The same in words, for the pages. */
export const SINGLE_POINT_WORDS =
  "A workload counts as a single point of failure when its loss stops at least 3 others, directly or along a chain of hard links, and one of them is revenue-critical or of unknown criticality, or they are a tenth of the program. Links of unstated hardness count as hard.";

/** The single points of failure, those with the heaviest loss first. */
export function singlePoints(graph: Graph): readonly SinglePoint[] {
  const many = Math.max(FEWEST, Math.ceil(graph.workloads.length * LARGE_SHARE));
  const cuts = cutVertices(graph);
  const points: SinglePoint[] = [];
  stopEach(graph, (place, stops, revenue, unjudged, lost, atLeast) => {
    if (stops < many && (stops < FEWEST || revenue + unjudged === 0)) return;
    points.push({ place, stops, revenue, unjudged, points: lost, atLeast, cut: cuts[place] === 1 });
  });
  return points.sort((a, b) => b.points - a.points || b.stops - a.stops || a.place - b.place);
}

/** What the loss of each workload stops, by place. */
export function stoppedBy(graph: Graph): readonly Omit<SinglePoint, "cut">[] {
  const all: Omit<SinglePoint, "cut">[] = [];
  stopEach(graph, (place, stops, revenue, unjudged, points, atLeast) =>
    all.push({ place, stops, revenue, unjudged, points, atLeast }),
  );
  return all;
}

/** Told of each workload in turn, in numbers: most are passed over, and need no object. */
type Tell = (
  place: number,
  stops: number,
  revenue: number,
  unjudged: number,
  points: number,
  atLeast: boolean,
) => void;

/**
 * What the loss of each workload stops, for all workloads at once. Circles are taken as one; then, from the end of every
 * chain back, a set of bits collects who is stopped: one row a group, one bit a workload, in blocks of columns so that
 * memory stays small. Most rows are nearly empty, so each says in one more word which of its words hold anything, and only
 * those are looked at. Columns are sorted by what they count, so that nearly every word of a row is counted at a stroke.
 */
function stopEach(graph: Graph, tell: Tell): void {
  const follows = (link: number) => binds(graph, link);
  const groups = groupsOf(graph, graph.neededBy, follows);
  const links = groupLinks(graph.neededBy, groups, follows);
  const own = weigh(graph.workloads.length, (place) => workloadAt(graph, place));
  const sums = measures(groups.members.length);
  const columns = sortedByKind(own);
  const bits = new Int32Array(groups.members.length * WORDS);
  const filled = new Int32Array(groups.members.length);
  for (let from = 0; from < columns.length; from += BLOCK) {
    const block = columns.subarray(from, from + BLOCK);
    reach(block, groups, links, bits, filled);
    addUp(block, bits, filled, own, sums);
  }
  for (let place = 0; place < columns.length; place += 1) {
    const group = at(groups.groupOf, place);
    // all that its group reaches, but itself
    tell(
      place,
      at(sums.stops, group) - 1,
      at(sums.revenue, group) - at(own.revenue, place),
      at(sums.unjudged, group) - at(own.unjudged, place),
      at(sums.points, group) - at(own.points, place),
      at(sums.vague, group) - at(own.vague, place) > 0,
    );
  }
}

/** As many words in a block as one word has bits. */
const WORDS = 32;
const BLOCK = WORDS * 32;
/** One bit for each word of a block. */
const EVERY_WORD = -1;

type Measures = Record<"stops" | "points" | "revenue" | "unjudged" | "vague", Int32Array>;
type Rows = { start: Int32Array; ends: Int32Array };
type Grouped = { groupOf: Int32Array; members: readonly (readonly number[])[] };

function measures(size: number): Measures {
  const zeros = () => new Int32Array(size);
  return { stops: zeros(), points: zeros(), revenue: zeros(), unjudged: zeros(), vague: zeros() };
}

/** What each workload counts by itself. */
function weigh(size: number, workloadOf: (place: number) => GraphWorkload): Measures {
  const own = measures(size);
  for (let place = 0; place < size; place += 1) {
    const workload = workloadOf(place);
    own.stops[place] = 1;
    own.points[place] = pointsOf(workload);
    own.revenue[place] = workload.criticality === "revenue" ? 1 : 0;
    own.unjudged[place] = workload.criticality === null ? 1 : 0;
    own.vague[place] = isVague(workload) ? 1 : 0;
  }
  return own;
}

/** What makes two workloads count alike. */
function kindOf(own: Measures, place: number): number {
  return (
    at(own.points, place) * 8 +
    at(own.revenue, place) * 4 +
    at(own.unjudged, place) * 2 +
    at(own.vague, place)
  );
}

/** The places, those that count alike together: sorted as numbers that hold the kind before the place. */
function sortedByKind(own: Measures): Int32Array {
  const size = own.stops.length;
  const keys = new Float64Array(size);
  for (let place = 0; place < size; place += 1) keys[place] = kindOf(own, place) * size + place;
  keys.sort();
  const places = new Int32Array(size);
  for (let rank = 0; rank < size; rank += 1) places[rank] = (keys[rank] ?? 0) % size;
  return places;
}

/**
 * For each group the columns of this block that it reaches, itself included, in `bits`; `filled` says which words of its row
 * hold anything. Both are written over.
 */
function reach(block: Int32Array, groups: Grouped, links: Rows, bits: Int32Array, filled: Int32Array): void {
  bits.fill(0);
  filled.fill(0);
  for (let column = 0; column < block.length; column += 1) {
    const group = at(groups.groupOf, at(block, column));
    const word = column >>> 5;
    bits[group * WORDS + word] = at(bits, group * WORDS + word) | (1 << (column & 31));
    filled[group] = at(filled, group) | (1 << word);
  }
  for (let group = 0; group < filled.length; group += 1) {
    let all = at(filled, group);
    for (let slot = at(links.start, group); slot < at(links.start, group + 1); slot += 1) {
      const held = at(filled, at(links.ends, slot));
      if (held === 0) continue;
      join(bits, group * WORDS, at(links.ends, slot) * WORDS, held);
      all |= held;
    }
    filled[group] = all;
  }
}

/** Adds one row of bits to another: all of its words at a stroke where each holds something. */
function join(bits: Int32Array, to: number, from: number, held: number): void {
  if (held === EVERY_WORD) {
    for (let word = 0; word < WORDS; word += 1) bits[to + word] = at(bits, to + word) | at(bits, from + word);
    return;
  }
  for (let rest = held; rest !== 0; rest &= rest - 1) {
    const word = lowest(rest);
    bits[to + word] = at(bits, to + word) | at(bits, from + word);
  }
}

function addUp(block: Int32Array, bits: Int32Array, filled: Int32Array, own: Measures, sums: Measures): void {
  const kinds = kindsOfWords(block, own);
  // Row by row, as the bits lie in memory; words of one kind follow each other.
  for (let group = 0; group < filled.length; group += 1) {
    let kind = MIXED;
    let times = 0;
    for (let rest = at(filled, group); rest !== 0; rest &= rest - 1) {
      const word = lowest(rest);
      const present = at(bits, group * WORDS + word);
      const next = at(kinds, word);
      if (next !== kind) {
        if (times > 0) add(sums, group, own, kind, times);
        kind = next;
        times = 0;
      }
      if (kind !== MIXED) times += ones(present);
      else
        for (let left = present; left !== 0; left &= left - 1)
          add(sums, group, own, at(block, word * 32 + lowest(left)), 1);
    }
    if (times > 0) add(sums, group, own, kind, times);
  }
}

const MIXED = -1;

/** For each word of a block one workload that counts as all of its columns do; `MIXED` where they differ. */
function kindsOfWords(block: Int32Array, own: Measures): Int32Array {
  const kinds = new Int32Array(Math.ceil(block.length / 32)).fill(MIXED);
  let last = MIXED;
  for (let word = 0; word < kinds.length; word += 1) {
    const kind = kindOf(own, at(block, word * 32));
    if (kind !== kindOf(own, at(block, Math.min(word * 32 + 31, block.length - 1)))) continue;
    if (last === MIXED || kindOf(own, last) !== kind) last = at(block, word * 32);
    kinds[word] = last;
  }
  return kinds;
}

function add(sums: Measures, group: number, own: Measures, place: number, times: number): void {
  sums.stops[group] = at(sums.stops, group) + times;
  sums.points[group] = at(sums.points, group) + at(own.points, place) * times;
  sums.revenue[group] = at(sums.revenue, group) + at(own.revenue, place) * times;
  sums.unjudged[group] = at(sums.unjudged, group) + at(own.unjudged, place) * times;
  sums.vague[group] = at(sums.vague, group) + at(own.vague, place) * times;
}

/** The place of the lowest bit that is set. */
function lowest(word: number): number {
  return 31 - Math.clz32(word & -word);
}

/** How many bits of a word are set, by adding neighbours in parallel. */
function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
