import { sessionIdOfRequest } from "@/lib/auth/current-account";
import { errorResponse } from "@/lib/auth/route";
import { AppError } from "@/lib/kernel/errors";
import { searchable } from "@/lib/kernel/storable";
import { readWorkloadNames } from "@/lib/workloads/queries/lookup";

type Context = { params: Promise<{ program: string }> };

const LONGEST_TEXT = 100;

/** Names of workloads for a field that offers them while somebody types: `?q=til`. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { program } = await params;
  const privately = { "cache-control": "private, no-store" };
  try {
    const sessionId = await sessionIdOfRequest();
    if (sessionId === null) throw new AppError("UNAUTHENTICATED", "You are signed out. Sign in again.");
    const text = searchable(new URL(request.url).searchParams.get("q") ?? "").slice(0, LONGEST_TEXT);
    const json = await readWorkloadNames(sessionId, program, text);
    return new Response(json, {
      headers: { "content-type": "application/json; charset=utf-8", ...privately },
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const refused = errorResponse(error);
    refused.headers.set("cache-control", privately["cache-control"]);
    return refused;
  }
}
