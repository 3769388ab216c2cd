import { answerHotRead } from "@/lib/auth/hot-read";
import { readWorkloadPage } from "@/lib/workloads/queries/list";
import { parseSearch } from "@/lib/workloads/rules/search";

type Context = { params: Promise<{ program: string }> };

/** A page of the list as JSON (`WorkloadPage`), by the same address as the page; one round trip to the database. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { program } = await params;
  const search = parseSearch(new URL(request.url).searchParams);
  return answerHotRead((sessionId) => readWorkloadPage(sessionId, program, search));
}
