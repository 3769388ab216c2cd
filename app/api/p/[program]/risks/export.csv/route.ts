import { handleRoute } from "@/lib/auth/route";
import { tableResponse } from "@/lib/exchange/adapters/table-response";
import type { OutCell } from "@/lib/exchange/model/sheet";
import { RISK_STATUS_LABELS, TREATMENT_LABELS } from "@/lib/risks/labels";
import type { RiskRow } from "@/lib/risks/model/register";
import { exportRisks } from "@/lib/risks/queries/list-risks";
import { riskSearch } from "@/lib/risks/rules/search";

const COLUMNS = [
  "code",
  "title",
  "status",
  "domain",
  "appetite",
  "owner",
  "treatment",
  "next action",
  "due",
  "inherent score",
  "current score",
  "target score",
  "appetite standing",
  "accepted until",
  "waves",
  "workloads",
];

/** The register as the address filters it, without pages. What is unknown says so. */
export async function GET(request: Request, { params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  return handleRoute(request, program, async (actor) => {
    const search = riskSearch(Object.fromEntries(new URL(request.url).searchParams));
    const rows = await exportRisks(actor, search);
    return tableResponse(request, {
      name: `${program}-risks`,
      title: "Risks",
      header: COLUMNS,
      rows: rows.map(cells),
    });
  });
}

function cells(row: RiskRow): OutCell[] {
  return [
    row.code,
    row.title,
    RISK_STATUS_LABELS[row.status],
    row.domain,
    row.appetite,
    row.owner,
    row.treatment === null ? null : TREATMENT_LABELS[row.treatment],
    row.nextAction,
    row.dueOn,
    row.inherentScore,
    row.currentScore,
    row.targetScore,
    row.standing,
    row.acceptedUntil?.toISOString() ?? null,
    row.waves.join(" "),
    row.workloads,
  ];
}
