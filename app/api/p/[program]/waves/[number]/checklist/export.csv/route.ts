import { handleRoute } from "@/lib/auth/route";
import { CHECKLIST_STATE_LABELS, PHASE_LABELS } from "@/lib/cutover/labels";
import type { ChecklistItem } from "@/lib/cutover/model";
import { checklistOfWave } from "@/lib/cutover/queries/list-checklist";
import { offsetMark } from "@/lib/cutover/rules/offset";
import { checklistSearch, groupedItems, shownItems } from "@/lib/cutover/rules/view";
import { tableResponse } from "@/lib/exchange/adapters/table-response";
import type { OutCell } from "@/lib/exchange/model/sheet";
import { notFound } from "@/lib/kernel/errors";
import { waveNumber } from "@/lib/waves/rules/search";

const COLUMNS = [
  "section",
  "item",
  "why",
  "part of the cutover",
  "state",
  "reason",
  "owner",
  "duty",
  "due",
  "by the window",
  "comes after",
  "waits for",
  "needs evidence",
  "pieces of evidence",
  "template version",
];

/** The checklist of the wave's present attempt, as the address filters and orders it; due times are instants in UTC. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ program: string; number: string }> },
) {
  const { program, number } = await params;
  return handleRoute(request, program, async (actor) => {
    const now = new Date();
    const asked = waveNumber(number);
    if (asked === null) throw notFound("wave");
    const search = checklistSearch(Object.fromEntries(new URL(request.url).searchParams));
    const list = await checklistOfWave(actor, asked);
    const groups = groupedItems(shownItems(list.items, search.show, now), search.by);
    return tableResponse(request, {
      name: `${program}-wave-${asked}-checklist`,
      title: `Checklist of wave ${asked}`,
      header: COLUMNS,
      rows: groups.flatMap(({ items }) => items.map(cells)),
    });
  });
}

function cells(item: ChecklistItem): OutCell[] {
  return [
    said(item.section),
    item.title,
    said(item.why),
    PHASE_LABELS[item.phase],
    CHECKLIST_STATE_LABELS[item.state],
    said(item.reason),
    item.owner ?? "nobody",
    said(item.duty),
    item.dueAt?.toISOString() ?? null,
    item.offset === null ? "no" : offsetMark(item.offset),
    said(item.comesAfter.map(({ title }) => title).join("; ")),
    said(item.waitsFor.map(({ message }) => message).join(" ")),
    item.needsEvidence ? "yes" : "no",
    item.evidence,
    item.from ?? "none",
  ];
}

/** No cell is empty: what nobody said is "none". */
function said(text: string): string {
  return text === "" ? "none" : text;
}
