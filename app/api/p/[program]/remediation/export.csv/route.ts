import { handleRoute } from "@/lib/auth/route";
import { tableResponse } from "@/lib/exchange/adapters/table-response";
import type { OutCell } from "@/lib/exchange/model/sheet";
import { dateIn } from "@/lib/kernel/time";
import { REMEDIATION_KIND_LABELS, REMEDIATION_STATE_LABELS } from "@/lib/profiles/labels";
import type { RemediationRow } from "@/lib/profiles/model";
import { exportRemediation } from "@/lib/profiles/queries/remediation";
import { remediationSearch } from "@/lib/profiles/rules/search";

const COLUMNS = [
  "title",
  "workload",
  "wave",
  "kind",
  "remedy",
  "owner",
  "due",
  "days overdue",
  "state",
  "reason",
];

/** Exactly the items that the list shows for this address, all pages; unknown is the word, never an empty cell. */
export async function GET(request: Request, { params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  return handleRoute(request, program, async (actor) => {
    const search = remediationSearch(Object.fromEntries(new URL(request.url).searchParams));
    const rows = await exportRemediation(actor, search);
    const day = dateIn(actor.programZone, new Date());
    return tableResponse(request, {
      name: `remediation-${actor.programSlug}-${day}`,
      title: "Remediation",
      header: COLUMNS,
      rows: rows.map(cells),
    });
  });
}

function cells(row: RemediationRow): OutCell[] {
  return [
    row.title,
    row.workload,
    row.wave ?? "no wave",
    REMEDIATION_KIND_LABELS[row.kind],
    row.remedy || "unknown",
    row.owner ?? "no owner",
    row.dueOn ?? "no date",
    row.overdueDays,
    REMEDIATION_STATE_LABELS[row.state],
    row.reason || "none",
  ];
}
