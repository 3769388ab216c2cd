import { groupLinks, groupsOf } from "./circles";
import { cutVertices } from "./cut-vertices";
import { at, binds, type Graph } from "./graph";
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
  return stoppedBy(graph)
    .filter((one) => one.stops >= many || (one.stops >= FEWEST && one.revenue + one.unjudged > 0))
    .map((one) => ({ ...one, cut: cuts[one.place] === 1 }))
    .sort((a, b) => b.points - a.points || b.stops - a.stops || a.place - b.place);
}

/**
 * What the loss of each workload stops, for all workloads at once. Circles are taken as one; then, from the end of every
 * chain back, a set of bits collects who is stopped: one row a group, one bit a workload, in blocks of columns so that
 * memory stays small. Columns are sorted by what they count, so that nearly every word of a row is counted at a stroke.
 */
export function stoppedBy(graph: Graph): readonly Omit<SinglePoint, "cut">[] {
  const follows = (link: number) => binds(graph, link);
  const groups = groupsOf(graph, graph.neededBy, follows);
  const links = groupLinks(graph.neededBy, groups, follows);
  const kinds = graph.workloads.map((workload) => ({
    points: pointsOf(workload),
    revenue: workload.criticality === "revenue" ? 1 : 0,
    unjudged: workload.criticality === null ? 1 : 0,
    vague: isVague(workload) ? 1 : 0,
  }));
  const sums = groups.members.map(() => ({ stops: 0, points: 0, revenue: 0, unjudged: 0, vague: 0 }));
  const keyOf = (place: number) => {
    const kind = kinds[place];
    return kind === undefined ? 0 : kind.points * 8 + kind.revenue * 4 + kind.unjudged * 2 + kind.vague;
  };
  const keys = Float64Array.from(graph.workloads, (_, place) => keyOf(place));
  const columns = Int32Array.from(graph.workloads.keys()).sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0));
  for (let from = 0; from < columns.length; from += BLOCK) {
    const block = columns.subarray(from, from + BLOCK);
    const bits = reachedIn(block, groups, links);
    addUp(block, bits, keys, sums, (place) => kinds[place]);
  }
  return graph.workloads.map((workload, place) => {
    const sum = sums[at(groups.groupOf, place)];
    const own = kinds[place];
    if (sum === undefined || own === undefined) throw new RangeError(`no sum for ${workload.id}`);
    return {
      place,
      stops: sum.stops - 1,
      revenue: sum.revenue - own.revenue,
      unjudged: sum.unjudged - own.unjudged,
      points: sum.points - own.points,
      atLeast: sum.vague - own.vague > 0,
    };
  });
}

const BLOCK = 2048;
const WORDS = BLOCK / 32;

type Kind = { points: number; revenue: number; unjudged: number; vague: number };
type Sum = Kind & { stops: number };
type Rows = { start: Int32Array; ends: Int32Array };
type Grouped = { groupOf: Int32Array; members: readonly (readonly number[])[] };

/** For each group the columns of this block that it reaches, itself included. */
function reachedIn(block: Int32Array, groups: Grouped, links: Rows): Uint32Array {
  const bits = new Uint32Array(groups.members.length * WORDS);
  for (let column = 0; column < block.length; column += 1) {
    const word = at(groups.groupOf, at(block, column)) * WORDS + (column >>> 5);
    bits[word] = (bits[word] ?? 0) | (1 << (column & 31));
  }
  for (let group = 0; group < groups.members.length; group += 1) {
    for (let slot = at(links.start, group); slot < at(links.start, group + 1); slot += 1) {
      const to = group * WORDS;
      const other = at(links.ends, slot) * WORDS;
      for (let word = 0; word < WORDS; word += 1) {
        bits[to + word] = (bits[to + word] ?? 0) | (bits[other + word] ?? 0);
      }
    }
  }
  return bits;
}

function addUp(
  block: Int32Array,
  bits: Uint32Array,
  keys: Float64Array,
  sums: readonly Sum[],
  kindOf: (place: number) => Kind | undefined,
): void {
  const words = Math.ceil(block.length / 32);
  const firsts = Array.from({ length: words }, (_, word) => kindOf(at(block, word * 32)));
  const alike = firsts.map((_, word) => {
    const last = Math.min(word * 32 + 31, block.length - 1);
    return keys[at(block, word * 32)] === keys[at(block, last)];
  });
  // Row by row, as the bits lie in memory.
  for (const [group, sum] of sums.entries()) {
    for (let word = 0; word < words; word += 1) {
      const present = bits[group * WORDS + word] ?? 0;
      const first = firsts[word];
      if (present === 0 || first === undefined) continue;
      if (alike[word]) add(sum, first, ones(present));
      else
        for (let bit = 0; bit < 32; bit += 1) {
          const kind = (present >>> bit) & 1 ? kindOf(at(block, word * 32 + bit)) : undefined;
          if (kind !== undefined) add(sum, kind, 1);
        }
    }
  }
}

function add(sum: Sum, kind: Kind, times: number): void {
  sum.stops += times;
  sum.points += kind.points * times;
  sum.revenue += kind.revenue * times;
  sum.unjudged += kind.unjudged * times;
  sum.vague += kind.vague * times;
}

/** How many bits of a word are set, by adding neighbours in parallel. */
function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
