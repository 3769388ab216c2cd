import { handleRoute } from "@/lib/auth/route";
import { getProgress } from "@/lib/exchange/queries/imports";
import { importId } from "@/lib/exchange/schema";
import { notFound } from "@/lib/kernel/errors";

type Params = { params: Promise<{ program: string; id: string }> };

/** How far an import has come, for the page that waits for it. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { program, id } = await params;
  return handleRoute(request, program, async (actor) => {
    const known = importId.safeParse(id);
    if (!known.success) throw notFound("import");
    return Response.json(await getProgress(actor, known.data));
  });
}
