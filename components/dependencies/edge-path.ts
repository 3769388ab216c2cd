type Point = readonly [number, number];

const ROUND = 6;
const HEAD = 8;

/** A line through the points with its corners rounded, ending where the arrow's head begins. */
export function roundedPath(points: readonly Point[]): string {
  const all = shortened(points);
  const [first = [0, 0], ...rest] = all;
  const parts = [`M${first[0]} ${first[1]}`];
  for (const [at, point] of rest.entries()) {
    const before = all[at] ?? first;
    const after = rest[at + 1];
    if (after === undefined) parts.push(`L${point[0]} ${point[1]}`);
    else {
      const [into, out] = [towards(point, before, ROUND), towards(point, after, ROUND)];
      parts.push(`L${into[0]} ${into[1]}Q${point[0]} ${point[1]} ${out[0]} ${out[1]}`);
    }
  }
  return parts.join("");
}

/** The head of the arrow at the last point, in the direction of the last stretch. */
export function arrowHead(points: readonly Point[]): string {
  const tip = points.at(-1) ?? [0, 0];
  const before = points.at(-2) ?? tip;
  const back = towards(tip, before, HEAD);
  const [dx, dy] = [(tip[0] - back[0]) / 2.2, (tip[1] - back[1]) / 2.2];
  return `M${tip[0]} ${tip[1]}L${back[0] - dy} ${back[1] + dx}L${back[0] + dy} ${back[1] - dx}Z`;
}

/** The middle of the longest stretch. */
export function middleOf(points: readonly Point[]): Point {
  let best: Point = points[0] ?? [0, 0];
  let longest = -1;
  for (const [at, point] of points.slice(1).entries()) {
    const before = points[at] ?? point;
    const length = Math.hypot(point[0] - before[0], point[1] - before[1]);
    if (length <= longest) continue;
    longest = length;
    best = [(point[0] + before[0]) / 2, (point[1] + before[1]) / 2];
  }
  return best;
}

const HALF_WIDTH = 17;
const HALF_HEIGHT = 9;
const SHARES = [0.5, 0.3, 0.7, 0.18, 0.82];

/** Where the number of each line stands: on its own line, off the other numbers and, where it can be, off other lines. */
export function labelSpots(lines: readonly (readonly Point[])[]): readonly Point[] {
  const stretches = lines.map(stretchesOf);
  const taken: Point[] = [];
  for (const [own, stretch] of stretches.entries()) {
    const others = stretches.filter((_, at) => at !== own).flat();
    let best: Point = lines[own]?.[0] ?? [0, 0];
    let least = Number.POSITIVE_INFINITY;
    for (const [from, to] of stretch) {
      const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
      for (const share of SHARES) {
        const spot: Point = [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
        const cost = costOf(spot, taken, others) + (length < 2 * HALF_WIDTH ? 30 : 0) - length / 1000;
        if (cost >= least) continue;
        least = cost;
        best = spot;
      }
    }
    taken.push(best);
  }
  return taken;
}

type Stretch = readonly [Point, Point];

function stretchesOf(points: readonly Point[]): Stretch[] {
  return points.slice(1).map((point, at) => [points[at] ?? point, point]);
}

function costOf([x, y]: Point, taken: readonly Point[], others: readonly Stretch[]): number {
  const meets = taken.filter(
    ([a, b]) => Math.abs(a - x) < 2 * HALF_WIDTH && Math.abs(b - y) < 2 * HALF_HEIGHT,
  );
  const crossed = others.filter(
    ([from, to]) =>
      Math.min(from[0], to[0]) < x + HALF_WIDTH &&
      Math.max(from[0], to[0]) > x - HALF_WIDTH &&
      Math.min(from[1], to[1]) < y + HALF_HEIGHT &&
      Math.max(from[1], to[1]) > y - HALF_HEIGHT,
  );
  return meets.length * 100 + crossed.length * 10;
}

function shortened(points: readonly Point[]): readonly Point[] {
  const tip = points.at(-1);
  const before = points.at(-2);
  if (tip === undefined || before === undefined) return points;
  return [...points.slice(0, -1), towards(tip, before, HEAD)];
}

/** From `from` so far towards `to`, at most half the way. */
function towards(from: Point, to: Point, far: number): Point {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  if (length === 0) return from;
  const share = Math.min(far / length, 0.5);
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
}
