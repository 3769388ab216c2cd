import { handleRoute } from "@/lib/auth/route";
import { answerDrawing } from "@/lib/dependencies/queries/drawing";
import { readGraphRequest } from "../read-request";

type Context = { params: Promise<{ program: string }> };

/** The drawing of an address as JSON (`DrawingAnswer`); 202 while it is being made: ask again. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { program } = await params;
  return handleRoute(request, program, async (actor) => {
    const { search, around } = readGraphRequest(request);
    const answer = await answerDrawing(actor, search, around);
    return Response.json(answer, { status: answer.state === "working" ? 202 : 200 });
  });
}
