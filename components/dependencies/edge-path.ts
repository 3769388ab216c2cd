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
