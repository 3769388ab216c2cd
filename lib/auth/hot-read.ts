import "server-only";
import { AppError } from "@/lib/kernel/errors";
import { sessionIdOfRequest } from "./current-account";
import { ANSWER_HEADERS, DATA_POLICY, STRICT_TRANSPORT } from "./edge-rules";
import { errorResponse } from "./route";
import { isSecure } from "./session-cookie";

/**
 * The frame of the few reads that are asked again and again: JSON text that the database has put together for a
 * login session. They pass no proxy, which would cost as much as the rest, so what an answer carries is set here.
 * @param read throws AppError for whoever may not
 */
export async function answerHotRead(read: (sessionId: string) => Promise<string>): Promise<Response> {
  try {
    const sessionId = await sessionIdOfRequest();
    if (sessionId === null) throw new AppError("UNAUTHENTICATED", "You are signed out. Sign in again.");
    return sealed(
      new Response(await read(sessionId), { headers: { "content-type": "application/json; charset=utf-8" } }),
    );
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return sealed(errorResponse(error));
  }
}

function sealed(response: Response): Response {
  for (const [name, value] of Object.entries(ANSWER_HEADERS)) response.headers.set(name, value);
  response.headers.set("content-security-policy", DATA_POLICY);
  if (isSecure()) response.headers.set("strict-transport-security", STRICT_TRANSPORT);
  return response;
}
