import { handleRoute } from "@/lib/auth/route";
import { csvResponse } from "@/lib/exchange/adapters/write-csv";
import { workbookResponse } from "@/lib/exchange/adapters/write-workbook";
import type { RefusedSheet } from "@/lib/exchange/model/view";
import { getRefusedRows } from "@/lib/exchange/queries/imports";
import { refusedTable, refusedTables } from "@/lib/exchange/rules/report";
import { importId } from "@/lib/exchange/schema";
import { notFound } from "@/lib/kernel/errors";

type Params = { params: Promise<{ program: string; id: string }> };

/** The refused rows of an import as CSV, or as a workbook with `as=xlsx`: the file's columns, then what is wrong. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { program, id } = await params;
  return handleRoute(request, program, async (actor) => {
    const known = importId.safeParse(id);
    if (!known.success) throw notFound("import");
    const { sheets } = await getRefusedRows(actor, known.data);
    if (new URL(request.url).searchParams.get("as") === "xlsx")
      return workbookResponse("refused-rows.xlsx", sheets.length === 0 ? [NONE] : sheets.map(sheetOf));
    return csvResponse("refused-rows.csv", refusedTables(sheets));
  });
}

const NONE = { name: "Refused rows", header: ["Row in the file", "Problem"], rows: [] };

function sheetOf(sheet: RefusedSheet, at: number) {
  const [header = [], ...rows] = refusedTable(sheet);
  return {
    name: sheet.name === "" ? "Refused rows" : sheet.name.slice(0, 28) || `Sheet ${at + 1}`,
    header,
    rows,
  };
}
