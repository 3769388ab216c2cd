import "server-only";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { PREPARED } from "@/lib/db/statement-names";
import { type Tx, withActor } from "@/lib/db/transaction";
import { notFound } from "@/lib/kernel/errors";
import { isId } from "@/lib/kernel/new-id";
import type { ExternalLinkView } from "../model";

const VIEW = {
  id: true,
  version: true,
  name: true,
  side: true,
  kind: true,
  hardness: true,
  source: true,
  note: true,
  workload: {
    select: { id: true, name: true, wave: { select: { wave: { select: { number: true } } } } },
  },
} as const;

/**
 * The links out of the portfolio in the order of the workloads' names; none for partners. One JSON text: a program may have
 * thousands, and each page of findings reads them all.
 */
export async function readExternalLinks(tx: Tx): Promise<readonly ExternalLinkView[]> {
  const [row] = await tx.$queryRawUnsafe<{ json: string }[]>(`${PREPARED}
    SELECT coalesce(json_agg(json_build_array(l.id, l.version, l.name, l.side, l.kind, l.hardness, l.source, l.note, w.id, w.name,
      v.number) ORDER BY w."nameKey", l."nameKey", l.id), '[]')::text AS json
    FROM "ExternalLink" l JOIN "Workload" w ON w.id = l."workloadId"
      LEFT JOIN "WaveWorkload" ww ON ww."workloadId" = w.id LEFT JOIN "Wave" v ON v.id = ww."waveId"
    WHERE l."programId" = (SELECT wavegate_program())`);
  const told: readonly Told[] = JSON.parse(row?.json ?? "[]");
  return told.map(([id, version, name, side, kind, hardness, source, note, workloadId, workload, wave]) => ({
    id,
    version,
    name,
    side,
    kind,
    hardness,
    source,
    note,
    workload: { id: workloadId, name: workload, wave },
  }));
}

type Told = readonly [
  id: string,
  version: number,
  name: string,
  side: ExternalLinkView["side"],
  kind: ExternalLinkView["kind"],
  hardness: ExternalLinkView["hardness"],
  source: ExternalLinkView["source"],
  note: string,
  workloadId: string,
  workload: string,
  wave: number | null,
];

/** One link out of the portfolio; null when it is not there or not to be seen. */
export function getExternalLink(actor: Actor, id: string): Promise<ExternalLinkView | null> {
  if (!can(actor, "workload:read")) throw notFound("workload");
  if (!isId(id)) return Promise.resolve(null);
  return withActor(actor, async (tx) => {
    const row = await tx.externalLink.findUnique({ where: { id, programId: actor.programId }, select: VIEW });
    return row && viewOf(row);
  });
}

type Row = Omit<ExternalLinkView, "workload"> & {
  workload: { id: string; name: string; wave: { wave: { number: number } } | null };
};

function viewOf({ workload: { wave, ...workload }, ...link }: Row): ExternalLinkView {
  return { ...link, workload: { ...workload, wave: wave?.wave.number ?? null } };
}
