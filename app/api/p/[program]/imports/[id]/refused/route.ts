import { handleRoute } from "@/lib/auth/route";
import { csvResponse } from "@/lib/exchange/adapters/write-csv";
import { getRefusedRows } from "@/lib/exchange/queries/imports";
import { refusedTable } from "@/lib/exchange/rules/report";
import { importId } from "@/lib/exchange/schema";
import { notFound } from "@/lib/kernel/errors";

type Params = { params: Promise<{ program: string; id: string }> };

/** The refused rows of an import as CSV: the columns of the file, then what is wrong with each. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { program, id } = await params;
  return handleRoute(request, program, async (actor) => {
    const known = importId.safeParse(id);
    if (!known.success) throw notFound("import");
    const rows = await getRefusedRows(actor, known.data);
    return csvResponse("refused-rows.csv", refusedTable(rows));
  });
}
