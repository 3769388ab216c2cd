import "server-only";
import type { Actor } from "@/lib/access/model";
import { requireEstate } from "@/lib/access/reads-estate";
import { keeper } from "@/lib/audit/adapters/keep-told";
import { touchedUnless } from "@/lib/audit/rules/touched-unless";
import { type Tx, withActor } from "@/lib/db/transaction";
import { getOverview } from "@/lib/dependencies/queries/dependency-graph";
import { parseGraphSearch } from "@/lib/dependencies/rules/address";
import { dateIn } from "@/lib/kernel/time";
import { type Completeness, type DataHealth, FACTS_THAT_MATTER, type FindingCount } from "../model";
import { alike } from "../rules/likeness";
import { askedIn, weigh } from "../rules/weigh";
import { FACTS_COUNTED, findingCounts } from "./finding-sql";

/** Everything that is missing or contradictory, the heaviest first, and how much is known. Not for partners. */
export async function dataHealth(actor: Actor, now = new Date()): Promise<DataHealth> {
  requireEstate(actor, "page");
  const [overview, read, groups] = await Promise.all([
    getOverview(actor, parseGraphSearch({})),
    keptCounts(actor, dateIn(actor.programZone, now), now),
    withActor(actor, likelyDuplicates),
  ]);
  const duplicates = managers("duplicate", groups.flat().length);
  const counts = [...read.counts, ...managers("circle", overview.counts.circles ?? 0), ...duplicates];
  return {
    findings: weigh(counts, read.names),
    completeness: completenessOf(read.workloads, read.counts),
    people: askedIn(counts, read.names),
  };
}

/** How much is known, and how many findings there are: for the program manager's home. */
export async function dataHealthSummary(
  actor: Actor,
  now = new Date(),
): Promise<{ completeness: Completeness; heaviest: DataHealth["findings"] }> {
  requireEstate(actor, "page");
  const read = await keptCounts(actor, dateIn(actor.programZone, now), now);
  return {
    completeness: completenessOf(read.workloads, read.counts),
    heaviest: weigh(read.counts, read.names).slice(0, 3),
  };
}

/** Groups of workloads whose names are alike. */
export async function likelyDuplicates(tx: Tx): Promise<{ id: string; name: string }[][]> {
  const [row] = await tx.$queryRaw<{ all: { id: string; name: string }[] | null }[]>`
    SELECT jsonb_agg(jsonb_build_object('id', id, 'name', name) ORDER BY "nameKey") AS all FROM "Workload"`;
  return alike(row?.all ?? []);
}

const keptCounts = keeper({
  keyOf: (today: string) => today,
  touchedBy: touchedUnless({
    elsewhere: [
      ...["calendar", "gate", "checklist", "drill", "control", "evidence", "partner", "tenant-class"],
      ...["recovery-claim", "recovery-component", "risk-domain", "risk-scale", "risk.action", "risk.control"],
    ],
    workload: FACTS_COUNTED,
  }),
  read: async (tx, _programId, today) => ({ value: await readCounts(tx, today), until: null }),
});

type Read = {
  counts: FindingCount[];
  workloads: number;
  names: ReadonlyMap<string, string>;
};

async function readCounts(tx: Tx, today: string): Promise<Read> {
  const counts = await tx.$queryRaw<FindingCount[]>(findingCounts(today));
  const people = await tx.$queryRaw<{ id: string; name: string }[]>`SELECT id, name FROM "Person"`;
  return {
    counts,
    workloads: await tx.workload.count(),
    names: new Map(people.map((person) => [person.id, person.name])),
  };
}

/** A finding that nobody but the program manager is asked about, of middling criticality. */
function managers(kind: FindingCount["kind"], count: number): FindingCount[] {
  return count === 0 ? [] : [{ kind, asked: null, count, weighted: count * 2, revenue: 0 }];
}

function completenessOf(workloads: number, counts: readonly FindingCount[]): Completeness {
  const matter = workloads * FACTS_THAT_MATTER.length;
  const missing = counts.reduce(
    (sum, { kind, count }) => sum + (FACTS_THAT_MATTER.some((fact) => fact === kind) ? count : 0),
    0,
  );
  return { workloads, matter, known: matter - missing };
}
