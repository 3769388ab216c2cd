import { handleRoute } from "@/lib/auth/route";
import { workbookResponse } from "@/lib/exchange/adapters/write-workbook";
import { dateIn } from "@/lib/kernel/time";
import { everyWorkload } from "@/lib/workloads/queries/list";
import { exportTable } from "@/lib/workloads/rules/export-cells";
import { parseSearch } from "@/lib/workloads/rules/search";

type Context = { params: Promise<{ program: string }> };

/** Exactly the rows and columns the list shows for this address, all pages, as a workbook. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { program } = await params;
  return handleRoute(request, program, async (actor) => {
    const search = parseSearch(new URL(request.url).searchParams);
    const { head, line } = exportTable(search.columns, actor.role !== "partner");
    const rows: (readonly (string | number)[])[] = [];
    for await (const some of everyWorkload(actor, search)) rows.push(...some.map(line));
    const day = dateIn(actor.programZone, new Date());
    return workbookResponse(`workloads-${actor.programSlug}-${day}.xlsx`, [
      { name: "Workloads", header: head, rows },
    ]);
  });
}
