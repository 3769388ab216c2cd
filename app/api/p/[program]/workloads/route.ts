import { sessionIdOfRequest } from "@/lib/auth/current-account";
import { errorResponse } from "@/lib/auth/route";
import { AppError } from "@/lib/kernel/errors";
import { readWorkloadPage } from "@/lib/workloads/queries/list";
import { parseSearch } from "@/lib/workloads/rules/search";

type Context = { params: Promise<{ program: string }> };

/** A page of the list as JSON (`WorkloadPage`), by the same address as the page; one round trip to the database. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { program } = await params;
  try {
    const sessionId = await sessionIdOfRequest();
    if (sessionId === null) throw new AppError("UNAUTHENTICATED", "You are signed out. Sign in again.");
    const search = parseSearch(new URL(request.url).searchParams);
    return answer(await readWorkloadPage(sessionId, program, search));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const refused = errorResponse(error);
    refused.headers.set("cache-control", "private, no-store");
    return refused;
  }
}

function answer(json: string): Response {
  const headers = { "content-type": "application/json; charset=utf-8", "cache-control": "private, no-store" };
  return new Response(json, { headers });
}
