import { handleRoute } from "@/lib/auth/route";
import { listRisks } from "@/lib/risks/queries/list-risks";
import type { FoundRisks } from "@/lib/risks/rules/list-json";
import { riskSearch } from "@/lib/risks/rules/search";

/** A page of the register by the same address as the page: `{"search", "list"}`. */
export async function GET(request: Request, { params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  return handleRoute(request, program, async (actor) => {
    const search = riskSearch(Object.fromEntries(new URL(request.url).searchParams));
    return Response.json({ search, list: await listRisks(actor, search) } satisfies FoundRisks);
  });
}
