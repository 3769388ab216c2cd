import type { RiskCell, Step } from "@/components/charts/prepare-risk-map";
import type { RailWave } from "@/components/charts/prepare-wave-rail";
import type { Freeze, TimelineWave } from "@/components/charts/prepare-wave-timeline";
import type { NavItem, ShellWave } from "@/components/shell/shell-model";

export const NUMBERS_NAV: readonly NavItem[] = [
  { label: "Brief", href: "/gallery", exact: true },
  { label: "Decisions", href: "/gallery?place=decisions", count: 3, due: true },
  { label: "Risks", href: "/gallery?place=risks", count: 41 },
  { label: "Waves", href: "/gallery?place=waves", count: 6 },
  { label: "Workloads", href: "/gallery?place=workloads", count: 180 },
  { label: "Recovery", href: "/gallery?place=recovery" },
];

const FOUNDATION = wave(1, "Foundation", "complete");
const EDI = wave(3, "EDI and portals", "at-risk");
const TILBURY = wave(4, "Tilbury WMS, carriers", "off-track");
const VENLO = wave(5, "Venlo and Columbus", "unknown");

export const WAVES: readonly ShellWave[] = [
  FOUNDATION,
  wave(2, "Reporting and test", "on-track"),
  EDI,
  TILBURY,
  VENLO,
  wave(6, "ERP core and finance", "at-risk"),
];

function wave(number: number, name: string, status: ShellWave["status"]): ShellWave {
  return { href: `/gallery?wave=${number}`, number, name, status };
}

export const RAIL: readonly RailWave[] = [
  { number: 1, name: "Foundation", status: "complete", plannedOn: "2026-11-14", forecastOn: "2026-11-14" },
  {
    number: 2,
    name: "Reporting and test",
    status: "on-track",
    plannedOn: "2026-12-05",
    forecastOn: "2026-12-05",
  },
  {
    number: 3,
    name: "EDI and portals",
    status: "at-risk",
    plannedOn: "2027-01-16",
    forecastOn: "2027-01-16",
  },
  { number: 4, name: "Tilbury WMS", status: "off-track", plannedOn: "2027-02-06", forecastOn: "2027-02-20" },
  { number: 5, name: "Venlo, Columbus", status: "unknown", plannedOn: "2027-03-13", forecastOn: null },
  { number: 6, name: "ERP core", status: "at-risk", plannedOn: "2027-04-10", forecastOn: "2027-04-17" },
];

export const LIKELIHOODS = ["Rare", "Unlikely", "Possible", "Likely", "Almost certain"];
export const IMPACTS = ["Negligible", "Minor", "Moderate", "Major", "Severe"];

const COUNTS = [
  [1, 2, 1, 0, 0],
  [2, 4, 3, 2, 0],
  [3, 5, 4, 1, 0],
  [2, 4, 2, 1, 1],
  [1, 1, 1, 0, 0],
];
const WORDS = ["Very low", "Low", "Moderate", "High", "Critical"];
const STEPS: readonly Step[] = [1, 2, 3, 4, 5];

export const CELLS: readonly RiskCell[] = STEPS.flatMap((impact) =>
  STEPS.map((likelihood) => cellAt(likelihood, impact)),
);

function cellAt(likelihood: Step, impact: Step): RiskCell {
  const score = likelihood * impact;
  const level: Step = score >= 20 ? 5 : score >= 10 ? 4 : score >= 5 ? 3 : score >= 3 ? 2 : 1;
  return {
    likelihood,
    impact,
    count: COUNTS[impact - 1]?.[likelihood - 1] ?? 0,
    level,
    levelWord: WORDS[level - 1] ?? "",
    href: `/gallery?risks=${likelihood}x${impact}`,
    aboveAppetite: score > 9,
    moved:
      score === 20 && likelihood === 5
        ? { in: 0, out: 0, isNew: 1 }
        : score === 10
          ? { in: 1, out: 1 }
          : undefined,
  };
}

const GATES = ["Design", "Rehearsal", "Go/no-go", "Cutover", "Hypercare exit"];

export const TIMELINE: readonly TimelineWave[] = [
  {
    ...FOUNDATION,
    note: "Closed",
    planned: { from: "2026-11-01", to: "2026-11-14" },
    forecast: { from: "2026-11-01", to: "2026-11-14" },
    done: { from: "2026-11-01", to: "2026-11-14" },
    hypercareTo: "2026-12-04",
    gates: gates(5, ["2026-11-05", "2026-11-09", "2026-11-12", "2026-11-15", "2026-12-04"]),
  },
  {
    ...EDI,
    note: "At risk",
    planned: { from: "2026-11-30", to: "2027-01-16" },
    forecast: { from: "2026-11-30", to: "2027-01-16" },
    done: { from: "2026-11-30", to: "2027-01-12" },
    hypercareTo: "2027-02-19",
    gates: gates(2, ["2026-12-18", "2027-01-10", "2027-01-14", "2027-01-17", "2027-02-19"]),
  },
  {
    ...TILBURY,
    note: "Off track, 14 days late",
    planned: { from: "2026-12-14", to: "2027-02-06" },
    forecast: { from: "2026-12-14", to: "2027-02-20" },
    done: { from: "2026-12-14", to: "2027-01-12" },
    hypercareTo: "2027-03-19",
    gates: gates(1, ["2027-01-08", "2027-02-12", "2027-02-18", "2027-02-21", "2027-03-19"]),
  },
  {
    ...VENLO,
    note: "Unknown, no forecast",
    planned: { from: "2027-01-04", to: "2027-03-13" },
    forecast: null,
    done: { from: "2027-01-04", to: "2027-01-12" },
    hypercareTo: null,
    gates: gates(0, ["2027-02-08", "2027-03-05"]),
  },
];

/** The gates of a wave by their days; the first ones are passed. */
function gates(passed: number, days: readonly string[]) {
  return days.map((on, at) => ({ on, passed: at < passed, name: GATES[at] ?? "Gate" }));
}

export const FREEZES: readonly Freeze[] = [
  { from: "2026-12-07", to: "2027-01-03", name: "Peak trading" },
  { from: "2027-01-28", to: "2027-02-02", name: "Month end" },
  { from: "2027-03-08", to: "2027-03-14", name: "Count, Venlo" },
];

export type Sample = {
  name: string;
  kind: string;
  tier: number;
  owner: string | null;
  wave: number;
  target: string;
  proven: string | null;
  missed?: boolean;
  health: "on-track" | "at-risk" | "off-track" | "unknown";
  on?: boolean;
};

export const SAMPLES: readonly Sample[] = [
  {
    name: "Tilbury WMS",
    kind: "WMS",
    tier: 2,
    owner: "Joost van Dijk",
    wave: 4,
    target: "4 h",
    proven: "6 h 42 min",
    missed: true,
    health: "off-track",
  },
  {
    name: "Label print server",
    kind: "Label printing",
    tier: 2,
    owner: "Tomas Lindqvist",
    wave: 4,
    target: "4 h",
    proven: null,
    health: "off-track",
    on: true,
  },
  {
    name: "TMS rating engine",
    kind: "TMS",
    tier: 2,
    owner: null,
    wave: 5,
    target: "4 h",
    proven: "5 h 10 min",
    missed: true,
    health: "unknown",
  },
  {
    name: "Order status page",
    kind: "Portal",
    tier: 3,
    owner: "Helen Brandt",
    wave: 3,
    target: "8 h",
    proven: "5 h 40 min",
    health: "at-risk",
  },
  {
    name: "Carrier hub",
    kind: "Integration",
    tier: 1,
    owner: "Tomas Lindqvist",
    wave: 2,
    target: "1 h",
    proven: "38 min",
    health: "on-track",
  },
];
