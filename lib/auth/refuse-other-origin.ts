import "server-only";
import { AppError } from "@/lib/kernel/errors";
import { requireSameOrigin } from "./request-origin";
import { errorResponse } from "./route";

/** The refusal of a changing request that another site caused; null when it may go on. */
export function refuseOtherOrigin(request: Request): Response | null {
  try {
    requireSameOrigin(request.headers);
    return null;
  } catch (error) {
    if (error instanceof AppError) return errorResponse(error);
    throw error;
  }
}
