import { stringify } from "csv-stringify/sync";
import { handleRoute } from "@/lib/auth/route";
import { RISK_STATUS_LABELS, TREATMENT_LABELS } from "@/lib/risks/labels";
import type { RiskRow } from "@/lib/risks/model";
import { exportRisks } from "@/lib/risks/queries/list-risks";
import { riskSearch } from "@/lib/risks/rules/search";
import { safeCell } from "@/lib/workloads/rules/csv-cell";

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
  "waves",
  "workloads",
];

/** The register as the address filters it, without pages. An unknown score is an empty cell and `unknown` in its standing. */
export async function GET(request: Request, { params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  return handleRoute(request, program, async (actor) => {
    const search = riskSearch(Object.fromEntries(new URL(request.url).searchParams));
    const rows = await exportRisks(actor, search);
    return new Response(`\uFEFF${stringify([COLUMNS, ...rows.map(cells)], { record_delimiter: "\r\n" })}`, {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="${program}-risks.csv"`,
      },
    });
  });
}

function cells(row: RiskRow): string[] {
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
    row.waves.join(" "),
    row.workloads,
  ].map(safeCell);
}
