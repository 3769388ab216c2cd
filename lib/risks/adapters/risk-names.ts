import "server-only";
import type { Tx } from "@/lib/db/transaction";
import { notFound } from "@/lib/kernel/errors";
import type { RiskFacts } from "../model/risk";
import type { RiskNames } from "../rules/event-words";

type Named = { id: string; name: string };

/**
 * The names of everything that the facts refer to, in this program.
 * @throws NOT_FOUND when one of them is not there, or belongs to another program.
 */
export async function namesOfFacts(tx: Tx, facts: readonly RiskFacts[]): Promise<RiskNames> {
  const domainIds = distinct(facts.map((one) => one.domainId));
  const ownerIds = distinct(facts.map((one) => one.ownerId));
  const workloadIds = distinct(facts.flatMap((one) => one.workloadIds));
  const waveIds = distinct(facts.flatMap((one) => one.waveIds));
  const domains =
    domainIds.length === 0
      ? []
      : await tx.$queryRaw<Named[]>`
    SELECT id, name FROM "RiskDomain" WHERE id = ANY(${domainIds}::uuid[])`;
  const people =
    ownerIds.length === 0
      ? []
      : await tx.$queryRaw<Named[]>`
    SELECT id, name FROM "Person" WHERE id = ANY(${ownerIds}::uuid[])`;
  const workloads =
    workloadIds.length === 0
      ? []
      : await tx.$queryRaw<Named[]>`
    SELECT id, name FROM "Workload" WHERE id = ANY(${workloadIds}::uuid[])`;
  const waves =
    waveIds.length === 0
      ? []
      : await tx.$queryRaw<Named[]>`
    SELECT id, number || ' ' || name AS name FROM "Wave" WHERE id = ANY(${waveIds}::uuid[])`;
  return {
    domains: complete(domains, domainIds, "risk domain"),
    people: complete(people, ownerIds, "person"),
    workloads: complete(workloads, workloadIds, "workload"),
    waves: complete(waves, waveIds, "wave"),
  };
}

function distinct(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}

function complete(rows: readonly Named[], wanted: readonly string[], what: string): Map<string, string> {
  if (rows.length !== wanted.length) throw notFound(what);
  return new Map(rows.map((row) => [row.id, row.name]));
}
