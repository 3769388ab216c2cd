import "server-only";
import type { Actor } from "@/lib/access/model";
import { requireEstate } from "@/lib/access/reads-estate";
import { type Tx, withActor } from "@/lib/db/transaction";
import { isId } from "@/lib/kernel/new-id";
import { listed } from "@/lib/kernel/text";
import { dateIn } from "@/lib/kernel/time";
import type { FindingKind, FindingRow, FindingRows, Request } from "../model";
import { likelyDuplicates } from "./data-health";
import { findingRows } from "./finding-sql";

export const ROWS_PER_PAGE = 50;
const MOST_LINES = 50_000;
const MANAGER = "program manager";

type Line = { kind: FindingKind; label: string; place: string; askedId: string | null; asked: string | null };

/** A page of 50 of the rows of one finding, the most critical first. Not for partners. */
export function listFinding(
  actor: Actor,
  kind: FindingKind,
  page: number,
  now = new Date(),
): Promise<FindingRows> {
  requireEstate(actor, "page");
  return withActor(actor, async (tx) => {
    const today = dateIn(actor.programZone, now);
    const all = kind === "duplicate" ? await duplicateRows(tx) : null;
    const total = all?.length ?? (await countOf(tx, kind, today));
    const pages = Math.max(1, Math.ceil(total / ROWS_PER_PAGE));
    const shown = Math.min(page, pages);
    const from = (shown - 1) * ROWS_PER_PAGE;
    const rows =
      all?.slice(from, from + ROWS_PER_PAGE) ?? (await rowsOf(tx, kind, today, ROWS_PER_PAGE, from));
    return { kind, rows, total, page: shown, pages };
  });
}

/** All rows of one finding, for a file; at most 50,000. */
export function exportFinding(actor: Actor, kind: FindingKind, now = new Date()): Promise<FindingRow[]> {
  requireEstate(actor, "page");
  const today = dateIn(actor.programZone, now);
  return withActor(actor, (tx) =>
    kind === "duplicate" ? duplicateRows(tx) : rowsOf(tx, kind, today, MOST_LINES, 0),
  );
}

/** All that one person is asked, subject by subject; `personId` null: the program manager. Null when there is no such person. */
export async function requestFor(
  actor: Actor,
  personId: string | null,
  now = new Date(),
): Promise<Request | null> {
  requireEstate(actor, "person");
  if (personId !== null && !isId(personId)) return null;
  const today = dateIn(actor.programZone, now);
  return withActor(actor, async (tx) => {
    const person =
      personId === null
        ? { id: null, name: MANAGER }
        : await tx.person.findUnique({
            where: { id: personId, programId: actor.programId },
            select: { id: true, name: true },
          });
    if (person === null) return null;
    const lines = await tx.$queryRaw<Pick<Line, "kind" | "label" | "place">[]>`
      SELECT kind, label, place FROM ${findingRows(today)}
      WHERE asked IS NOT DISTINCT FROM ${personId}::uuid
      ORDER BY CASE c WHEN 'revenue' THEN 0 WHEN 'support' THEN 2 ELSE 1 END, lower(label), kind LIMIT ${MOST_LINES}::int`;
    return { person, facts: lines.length, subjects: bySubject(lines) };
  });
}

function bySubject(lines: readonly Pick<Line, "kind" | "label" | "place">[]): Request["subjects"] {
  const subjects = new Map<string, { label: string; place: string; kinds: FindingKind[] }>();
  for (const { kind, label, place } of lines) {
    const key = `${place} ${label}`;
    const known = subjects.get(key);
    if (known === undefined) subjects.set(key, { label, place, kinds: [kind] });
    else known.kinds.push(kind);
  }
  return [...subjects.values()];
}

async function countOf(tx: Tx, kind: FindingKind, today: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM ${findingRows(today)} WHERE kind = ${kind}`;
  return row?.count ?? 0;
}

async function rowsOf(
  tx: Tx,
  kind: FindingKind,
  today: string,
  limit: number,
  offset: number,
): Promise<FindingRow[]> {
  const lines = await tx.$queryRaw<Line[]>`
    SELECT f.kind, f.label, f.place, p.id AS "askedId", p.name AS asked
    FROM ${findingRows(today)} LEFT JOIN "Person" p ON p.id = f.asked
    WHERE f.kind = ${kind} ORDER BY CASE c WHEN 'revenue' THEN 0 WHEN 'support' THEN 2 ELSE 1 END, lower(f.label), f.place
    LIMIT ${limit}::int OFFSET ${offset}::int`;
  return lines.map(({ askedId, asked, ...line }) => ({
    ...line,
    asked: askedId === null ? null : { id: askedId, name: asked ?? MANAGER, count: 1 },
  }));
}

async function duplicateRows(tx: Tx): Promise<FindingRow[]> {
  const groups = await likelyDuplicates(tx);
  return groups.flatMap((group) =>
    group.map(({ id, name }) => {
      const others = group.filter((one) => one.id !== id).map((one) => one.name);
      return {
        kind: "duplicate",
        label: `${name} is like ${listed(others)}`,
        place: `workloads/${id}`,
        asked: null,
      };
    }),
  );
}
