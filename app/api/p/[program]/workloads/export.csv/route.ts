import { stringify } from "csv-stringify/sync";
import { handleRoute } from "@/lib/auth/route";
import { dateIn } from "@/lib/kernel/time";
import { listEveryWorkload } from "@/lib/workloads/queries/list";
import { csvLines } from "@/lib/workloads/rules/csv";
import { parseSearch } from "@/lib/workloads/rules/search";

type Context = { params: Promise<{ program: string }> };

/** Exactly the rows the list shows for this address, all pages, as CSV with a byte order mark. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { program } = await params;
  return handleRoute(request, program, async (actor) => {
    const search = parseSearch(new URL(request.url).searchParams);
    const rows = await listEveryWorkload(actor, search);
    const lines = csvLines(rows, actor.role !== "partner");
    const day = dateIn(actor.programZone, new Date());
    return new Response(
      stringify([...lines.map((line) => [...line])], { bom: true, record_delimiter: "windows" }),
      {
        headers: {
          "content-type": "text/csv; charset=utf-8",
          "content-disposition": `attachment; filename="workloads-${actor.programSlug}-${day}.csv"`,
          "x-content-type-options": "nosniff",
        },
      },
    );
  });
}
