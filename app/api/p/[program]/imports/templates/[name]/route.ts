import { requirePermission } from "@/lib/access/require-permission";
import { handleRoute } from "@/lib/auth/route";
import { csvResponse } from "@/lib/exchange/adapters/write-csv";
import { workbookResponse } from "@/lib/exchange/adapters/write-workbook";
import { TEMPLATES } from "@/lib/exchange/model/formats";
import { templateSheets } from "@/lib/exchange/rules/template-sheets";
import { templateTable } from "@/lib/exchange/rules/templates";
import { notFound } from "@/lib/kernel/errors";

type Params = { params: Promise<{ program: string; name: string }> };

/**
 * A template, its header and rows that can be imported as they are: as CSV, or with `?as=xlsx` as a workbook with lists,
 * notes and a sheet that explains it. The workbook `all` holds every template.
 */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { program, name } = await params;
  return handleRoute(request, program, async (actor) => {
    requirePermission(actor, "import:run", "template");
    const bare = name.replace(/\.(?:csv|xlsx)$/u, "");
    const asWorkbook = new URL(request.url).searchParams.get("as") === "xlsx" || name.endsWith(".xlsx");
    if (bare === "all" && asWorkbook)
      return workbookResponse("wavegate-templates.xlsx", templateSheets(TEMPLATES));
    const template = TEMPLATES.find((one) => one === bare);
    if (template === undefined) throw notFound("template");
    if (asWorkbook) return workbookResponse(`wavegate-${template}.xlsx`, templateSheets([template]));
    return csvResponse(`wavegate-${template}.csv`, templateTable(template));
  });
}
