import type { Criticality } from "@/lib/workloads/model/workload";
import { type Graph, type GraphWorkload, workloadAt } from "./graph";

/**
 * How much the loss of a workload weighs, in points: its criticality times how far it reaches. The reach is one for each
 * site that uses it (at least one) and one more for each digit of the number of its users: 8 users count 1, 80 count 2,
 * 8,000 count 4. What is not known counts the least it can be, and the sum is then said as "at least".
 */
export const CRITICALITY_WEIGHTS: Record<Criticality, number> = { revenue: 5, operational: 3, support: 1 };

/** The same in words, for the pages. */
export const WEIGHT_WORDS =
  "Points: 5 for revenue, 3 for operational, 1 for support, times its sites plus the digits of its number of users. What nobody has said counts the least it can be, and the sum then reads “at least”.";

const LEAST_CRITICAL = CRITICALITY_WEIGHTS.support;

/** What a set of workloads adds up to. `atLeast` says that something of them is not known. */
export type Totals = {
  workloads: number;
  points: number;
  atLeast: boolean;
  revenue: number;
  /** Sum of the known numbers of users. */
  users: number;
  /** The sites that use any of them, by name. */
  sites: readonly string[];
  unknownCriticality: number;
  unknownUsers: number;
  unknownSites: number;
};

/** Points of one workload, the least they can be. */
export function pointsOf({ criticality, sites, users }: GraphWorkload): number {
  const weight = criticality === null ? LEAST_CRITICAL : CRITICALITY_WEIGHTS[criticality];
  return weight * (Math.max(1, sites?.length ?? 0) + digitsOf(users));
}

/** Whether anything that the points are made of is not known. */
export function isVague({ criticality, sites, users }: GraphWorkload): boolean {
  return criticality === null || users === null || !hasSites(sites);
}

/** Adds up the workloads at these places. */
export function totalsOf(graph: Graph, places: readonly number[]): Totals {
  const totals = { workloads: places.length, points: 0, atLeast: false, revenue: 0, users: 0 };
  const unknown = { unknownCriticality: 0, unknownUsers: 0, unknownSites: 0 };
  const sites = new Set<string>();
  for (const place of places) {
    const workload = workloadAt(graph, place);
    totals.points += pointsOf(workload);
    totals.users += workload.users ?? 0;
    if (isVague(workload)) totals.atLeast = true;
    if (workload.criticality === "revenue") totals.revenue += 1;
    if (workload.criticality === null) unknown.unknownCriticality += 1;
    if (workload.users === null) unknown.unknownUsers += 1;
    if (!hasSites(workload.sites)) unknown.unknownSites += 1;
    for (const site of workload.sites ?? []) sites.add(site);
  }
  return { ...totals, ...unknown, sites: [...sites].sort((a, b) => a.localeCompare(b, "en")) };
}

/** Order by criticality: revenue, operational, not stated, support. Silence does not push a workload to the end. */
export function criticalityRank(criticality: Criticality | null): number {
  return criticality === null ? 2 : RANKS[criticality];
}

const RANKS: Record<Criticality, number> = { revenue: 0, operational: 1, support: 3 };

function hasSites(sites: readonly string[] | null): boolean {
  return sites !== null && sites.length > 0;
}

function digitsOf(users: number | null): number {
  return users === null || users < 1 ? 0 : String(Math.floor(users)).length;
}
