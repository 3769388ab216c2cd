import { stringify } from "csv-stringify/sync";
import type { Actor } from "@/lib/access/model";
import { handleRoute } from "@/lib/auth/route";
import { dateIn } from "@/lib/kernel/time";
import type { WorkloadSearch } from "@/lib/workloads/model/search";
import { everyWorkload } from "@/lib/workloads/queries/list";
import { safeCell } from "@/lib/workloads/rules/csv-cell";
import { exportTable } from "@/lib/workloads/rules/export-cells";
import { parseSearch } from "@/lib/workloads/rules/search";

type Context = { params: Promise<{ program: string }> };

/** Exactly the rows and columns the list shows for this address, all pages, as CSV with a byte order mark. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { program } = await params;
  return handleRoute(request, program, async (actor) => {
    const search = parseSearch(new URL(request.url).searchParams);
    const day = dateIn(actor.programZone, new Date());
    return new Response(await streamOf(csvOf(actor, search)), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="workloads-${actor.programSlug}-${day}.csv"`,
        "x-content-type-options": "nosniff",
      },
    });
  });
}

async function* csvOf(actor: Actor, search: WorkloadSearch): AsyncGenerator<string> {
  const { head, line } = exportTable(search.columns, actor.role !== "partner");
  let bom = true;
  for await (const rows of everyWorkload(actor, search)) {
    yield asCsv([...(bom ? [head] : []), ...rows.map(line)], bom);
    bom = false;
  }
  if (bom) yield asCsv([head], true);
}

function asCsv(lines: readonly (readonly (string | number)[])[], bom: boolean): string {
  return stringify(
    lines.map((cells) => cells.map(safeCell)),
    { bom, record_delimiter: "windows" },
  );
}

/** A body that is made as fast as it is read. What fails before the first part fails the request, not the download. */
async function streamOf(parts: AsyncGenerator<string>): Promise<ReadableStream<Uint8Array>> {
  const encoder = new TextEncoder();
  let next = await parts.next();
  return new ReadableStream({
    async pull(controller) {
      if (next.done === true) return controller.close();
      controller.enqueue(encoder.encode(next.value));
      next = await parts.next();
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
}
