import "server-only";
import type { Actor } from "@/lib/access/model";
import { requirePermission } from "@/lib/access/require-permission";
import { type Tx, withActor } from "@/lib/db/transaction";
import { Prisma } from "@/prisma/generated/client/client";
import { rowOf } from "../adapters/import-rows";
import type { Counts } from "../model/plan";
import { ENTITIES, type Entity, type ScaleWords } from "../model/reading";
import type { Preview, PreviewShow, RowView } from "../model/view";
import { shownChanges } from "../rules/shown-changes";
import { scaleWordsIn } from "./scale-words";

export const PREVIEW_PAGE = 100;

export type PreviewView = { show?: PreviewShow | undefined; entity?: Entity | undefined; page: number };
type Shown = {
  programId: string;
  importId: string;
  counts: Counts;
  digest: string;
  questions: number;
  view: PreviewView;
};

/** A page of the kept rows; the database cuts it. */
export async function readPreview(
  tx: Tx,
  { programId, importId, counts, digest, questions, view }: Shown,
): Promise<Preview> {
  const show = view.show ?? firstToSee(counts);
  const of = Prisma.sql`"importId" = ${importId}::uuid AND ${
    show === "questions" ? Prisma.sql`plan ? 'questions'` : Prisma.sql`outcome = ${show}`
  }`;
  const grouped = await tx.$queryRaw<{ entity: string; count: number }[]>`
    SELECT entity, count(*)::int AS count FROM "ImportRow" WHERE ${of} GROUP BY entity`;
  const entities = ENTITIES.flatMap((entity) => {
    const count = grouped.find((row) => row.entity === entity)?.count ?? 0;
    return count === 0 ? [] : [{ entity, count }];
  });
  const entity = entities.find((one) => one.entity === view.entity)?.entity ?? null;
  const total = entities.reduce(
    (sum, one) => (entity === null || one.entity === entity ? sum + one.count : sum),
    0,
  );
  const page = Math.min(view.page, Math.max(1, Math.ceil(total / PREVIEW_PAGE)));
  const rows = await tx.$queryRaw<Kept[]>`
    SELECT position, "row", entity, outcome, subject, plan FROM "ImportRow"
    WHERE ${of} AND ${entity === null ? Prisma.sql`true` : Prisma.sql`entity = ${entity}`}
    ORDER BY position LIMIT ${PREVIEW_PAGE} OFFSET ${(page - 1) * PREVIEW_PAGE}`;
  const scale = await scaleWordsIn(tx, { programId });
  return {
    counts,
    questions,
    digest,
    show,
    entities,
    entity,
    page,
    total,
    rows: rows.map((row) => viewOf(row, scale)),
  };
}

type Kept = { position: number; row: number; entity: string; outcome: string; subject: string; plan: object };

/** Every row of a preview, for the command line's JSON. */
export async function allRows(actor: Actor, importId: string): Promise<RowView[]> {
  requirePermission(actor, "import:run", "import");
  return withActor(actor, async (tx) => {
    const rows = await tx.$queryRaw<Kept[]>`
      SELECT position, "row", entity, outcome, subject, plan FROM "ImportRow"
      WHERE "importId" = ${importId}::uuid ORDER BY position`;
    const scale = await scaleWordsIn(tx, actor);
    return rows.map((row) => viewOf(row, scale));
  });
}

function viewOf(kept: Kept, scale: ScaleWords): RowView {
  const row = rowOf(kept);
  const { row: number, table, entity, outcome, subject, problems, questions, notes } = row;
  const said = { row: number, table, entity, outcome, subject, problems, questions, notes };
  return { ...said, changes: shownChanges(row, scale) };
}

/** Problems first, then what would change. */
function firstToSee(counts: Counts): PreviewShow {
  const order = ["refused", "create", "update", "unchanged"] as const;
  return order.find((outcome) => counts[outcome] > 0) ?? "create";
}
