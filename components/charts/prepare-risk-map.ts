export type Step = 1 | 2 | 3 | 4 | 5;

export type RiskCell = {
  likelihood: Step;
  impact: Step;
  count: number;
  level: Step;
  /** "High" */
  levelWord: string;
  href: string;
  aboveAppetite: boolean;
  /** Movement since the date the map names. */
  moved?: { in: number; out: number; isNew?: number };
};

export type PreparedCell = {
  key: string;
  className: string;
  count: number;
  levelWord: string;
  href: string;
  /** "+1 −1", "new" */
  movement: string;
  /** The whole sentence, the name of the link. */
  sentence: string;
};

export type PreparedRow = { impact: Step; name: string; cells: PreparedCell[] };

export type MapNames = { likelihoods: readonly string[]; impacts: readonly string[] };

const STEPS: readonly Step[] = [1, 2, 3, 4, 5];

/**
 * Rows of the map from the severest impact down, cells from the rarest likelihood on. A cell that was not given
 * is left out, never drawn as zero. The appetite line runs left of and below each cell above appetite whose
 * neighbour there is inside it.
 */
export function prepareRiskMap(cells: readonly RiskCell[], names: MapNames): PreparedRow[] {
  const byPlace = new Map(cells.map((cell) => [placeOf(cell.likelihood, cell.impact), cell]));
  return [...STEPS].reverse().map((impact) => ({
    impact,
    name: names.impacts[impact - 1] ?? "",
    cells: STEPS.flatMap((likelihood) => {
      const cell = byPlace.get(placeOf(likelihood, impact));
      return cell ? [prepareCell(cell, byPlace, names)] : [];
    }),
  }));
}

function prepareCell(cell: RiskCell, byPlace: ReadonlyMap<string, RiskCell>, names: MapNames): PreparedCell {
  return {
    key: placeOf(cell.likelihood, cell.impact),
    className: classOf(cell, byPlace),
    count: cell.count,
    levelWord: cell.levelWord,
    href: cell.href,
    movement: movementOf(cell),
    sentence: sentenceOf(cell, names),
  };
}

function classOf(cell: RiskCell, byPlace: ReadonlyMap<string, RiskCell>): string {
  const ground = cell.count === 0 ? "z" : `k${cell.level}`;
  if (!cell.aboveAppetite) return ground;
  const left = byPlace.get(placeOf(cell.likelihood - 1, cell.impact));
  const below = byPlace.get(placeOf(cell.likelihood, cell.impact - 1));
  const atLeft = left !== undefined && !left.aboveAppetite;
  const atBottom = below !== undefined && !below.aboveAppetite;
  return [ground, atLeft && "al", atBottom && "ab", atBottom && cell.likelihood === 5 && "last"]
    .filter(Boolean)
    .join(" ");
}

function sentenceOf(cell: RiskCell, names: MapNames): string {
  const what = `${cell.count} ${cell.count === 1 ? "risk" : "risks"}`;
  const likelihood = (names.likelihoods[cell.likelihood - 1] ?? "").toLowerCase();
  const impact = (names.impacts[cell.impact - 1] ?? "").toLowerCase();
  const appetite = cell.aboveAppetite ? ["above appetite"] : [];
  return [
    what,
    `${likelihood} × ${impact}`,
    cell.levelWord.toLowerCase(),
    ...appetite,
    ...movedWords(cell),
  ].join(", ");
}

function movedWords({ moved }: RiskCell): string[] {
  if (!moved) return [];
  return [
    moved.isNew ? `${moved.isNew} new` : "",
    moved.in ? `${moved.in} moved in` : "",
    moved.out ? `${moved.out} moved out` : "",
  ].filter(Boolean);
}

function movementOf({ moved }: RiskCell): string {
  if (!moved) return "";
  return [moved.isNew ? "new" : "", moved.in ? `+${moved.in}` : "", moved.out ? `−${moved.out}` : ""]
    .filter(Boolean)
    .join(" ");
}

function placeOf(likelihood: number, impact: number): string {
  return `${likelihood}-${impact}`;
}
