import "server-only";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
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

/** The links out of the portfolio in the order of the workloads' names; none for partners. */
export async function readExternalLinks(tx: Tx): Promise<readonly ExternalLinkView[]> {
  const rows = await tx.externalLink.findMany({
    select: VIEW,
    orderBy: [{ workload: { nameKey: "asc" } }, { nameKey: "asc" }, { id: "asc" }],
  });
  return rows.map(viewOf);
}

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
