import "server-only";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { withActor } from "@/lib/db/transaction";
import { waitingCount } from "@/lib/inbox/queries/waiting-count";
import { listWaves } from "@/lib/waves/queries/list-waves";
import type { ProgramFrame } from "../model";
import { withSignatures } from "../rules/signatures";
import { signatures } from "./signatures";

/** The counts and the waves of the navigation, as this person may see them. Asked on every page, so kept cheap. */
export async function programFrame(actor: Actor, now: Date): Promise<ProgramFrame> {
  const [{ head, openRisks, ...counts }, waves] = await Promise.all([
    readCounts(actor),
    listWaves(actor, now),
  ]);
  const [signed, waiting] = await Promise.all([signatures(actor, head, now), waitingCount(actor, head, now)]);
  return {
    ...counts,
    openRisks: can(actor, "risk:read") ? openRisks : null,
    waves: withSignatures(waves, signed),
    signaturesDue: signed.due,
    waiting,
  };
}

type Counts = { workloads: number; openRisks: number; head: string | null };

async function readCounts(actor: Actor): Promise<Counts> {
  const [counts] = await withActor(
    actor,
    (tx) => tx.$queryRaw<Counts[]>`
      SELECT (SELECT count(*)::int FROM "Workload" WHERE "programId" = p.id) AS workloads,
        (SELECT count(*)::int FROM "Risk" WHERE "programId" = p.id AND status = 'open') AS "openRisks",
        (SELECT hash FROM "AuditEvent" WHERE "chainId" = p.id ORDER BY seq DESC LIMIT 1) AS head
      FROM (SELECT ${actor.programId}::uuid AS id) AS p`,
  );
  return counts ?? { workloads: 0, openRisks: 0, head: null };
}
