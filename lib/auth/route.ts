import "server-only";
import { unstable_rethrow } from "next/navigation";
import type { Actor } from "@/lib/access/model";
import { AppError, type ErrorCode } from "@/lib/kernel/errors";
import { requireSameOrigin } from "./request-origin";
import { requireActorOrThrow } from "./require-actor";

const STATUS: Record<ErrorCode, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  INVALID: 422,
  BLOCKED: 409,
  CONFLICT: 409,
  UNAVAILABLE: 503,
};

/** The frame of every route handler of a program: same origin on what changes, who asks, errors as JSON, never cached. */
export async function handleRoute(
  request: Request,
  programSlug: string,
  work: (actor: Actor) => Promise<Response>,
): Promise<Response> {
  try {
    if (request.method !== "GET" && request.method !== "HEAD") requireSameOrigin(request.headers);
    return uncached(await work(await requireActorOrThrow(programSlug)));
  } catch (error) {
    unstable_rethrow(error);
    if (error instanceof AppError) return uncached(errorResponse(error));
    throw error;
  }
}

/** `{"error":{"code","message","violations","fields"}}` with the status that fits. */
export function errorResponse(error: AppError): Response {
  const { code, message, violations, fields } = error;
  return Response.json({ error: { code, message, violations, fields } }, { status: STATUS[code] });
}

function uncached(response: Response): Response {
  response.headers.set("cache-control", "private, no-store");
  return response;
}
