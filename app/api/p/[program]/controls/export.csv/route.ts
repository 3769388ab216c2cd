import { handleRoute } from "@/lib/auth/route";
import { CONTROL_STATE_LABELS } from "@/lib/controls/labels";
import type { ControlExportRow } from "@/lib/controls/model";
import { exportControls } from "@/lib/controls/queries/list-controls";
import { controlSearch } from "@/lib/controls/rules/search";
import { tableResponse } from "@/lib/exchange/adapters/table-response";
import type { OutCell } from "@/lib/exchange/model/sheet";

const COLUMNS = [
  "control",
  "domain",
  "typical failure",
  "business impact",
  "control response",
  "state",
  "owner",
  "how it is verified",
  "every days",
  "last verified",
  "holds until",
  "evidence",
  "risks",
];

/** The register as the address filters it, without pages. What is unknown says so. */
export async function GET(request: Request, { params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  return handleRoute(request, program, async (actor) => {
    const search = controlSearch(Object.fromEntries(new URL(request.url).searchParams));
    const rows = await exportControls(actor, search, new Date());
    return tableResponse(request, {
      name: `${program}-controls`,
      title: "Controls",
      header: COLUMNS,
      rows: rows.map(cells),
    });
  });
}

function cells(row: ControlExportRow): OutCell[] {
  return [
    row.title,
    row.domain,
    row.failure,
    row.impact,
    row.response,
    CONTROL_STATE_LABELS[row.state],
    row.owner,
    row.howVerified,
    row.everyDays,
    row.verifiedOn ?? "never",
    row.holdsUntil ?? "not verified",
    row.evidence,
    row.risks,
  ];
}
