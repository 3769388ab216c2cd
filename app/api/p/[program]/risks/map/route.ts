import { sessionIdOfRequest } from "@/lib/auth/current-account";
import { errorResponse } from "@/lib/auth/route";
import { readJson } from "@/lib/db/pipeline";
import { AppError } from "@/lib/kernel/errors";
import { RISK_MAP_JSON } from "@/lib/risks/queries/risk-map";

/** The current map as `[[likelihood, impact, count], …]` in one round trip to the database; null is unknown. */
export async function GET(_request: Request, { params }: { params: Promise<{ program: string }> }) {
  const headers = { "cache-control": "private, no-store", "content-type": "application/json" };
  try {
    const { program } = await params;
    const sessionId = await sessionIdOfRequest();
    if (sessionId === null) throw new AppError("UNAUTHENTICATED", "You are signed out. Sign in again.");
    const { json } = await readJson(sessionId, program, "risk:read", RISK_MAP_JSON);
    return new Response(json, { headers });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const response = errorResponse(error);
    response.headers.set("cache-control", headers["cache-control"]);
    return response;
  }
}
