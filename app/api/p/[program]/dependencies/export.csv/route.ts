import { handleRoute } from "@/lib/auth/route";
import { getWholeList } from "@/lib/dependencies/queries/dependency-graph";
import { linesOf } from "@/lib/dependencies/rules/list-page";
import { tableResponse } from "@/lib/exchange/adapters/table-response";
import { readGraphRequest } from "../read-request";

type Context = { params: Promise<{ program: string }> };

/** The list that an address shows, all pages, as CSV; what is unknown says so in words. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { program } = await params;
  return handleRoute(request, program, async (actor) => {
    const { search, around } = readGraphRequest(request);
    const table = await getWholeList(actor, search, around);
    const what =
      around === null
        ? search.tab === "overview"
          ? (search.list ?? "single-points")
          : search.tab
        : "around";
    const [header = [], ...rows] = linesOf(table);
    return tableResponse(request, {
      name: `${program}-dependencies-${what}`,
      title: "Dependencies",
      header,
      rows,
    });
  });
}
