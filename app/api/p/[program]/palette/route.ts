import { sessionIdOfRequest } from "@/lib/auth/current-account";
import { errorResponse } from "@/lib/auth/route";
import { AppError } from "@/lib/kernel/errors";
import { searchable } from "@/lib/kernel/storable";
import { readPalette } from "@/lib/overview/queries/palette";

type Context = { params: Promise<{ program: string }> };

const LONGEST_TEXT = 100;
const PRIVATELY = { "cache-control": "private, no-store" };

/** Where one may go, what one may do and what is named like `?q=`, by groups: `[{"title", "items": [{"label", "detail", "href"}]}]`. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { program } = await params;
  try {
    const sessionId = await sessionIdOfRequest();
    if (sessionId === null) throw new AppError("UNAUTHENTICATED", "You are signed out. Sign in again.");
    const text = searchable(new URL(request.url).searchParams.get("q") ?? "").slice(0, LONGEST_TEXT);
    return Response.json(await readPalette(sessionId, program, text.toWellFormed()), { headers: PRIVATELY });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const refused = errorResponse(error);
    refused.headers.set("cache-control", PRIVATELY["cache-control"]);
    return refused;
  }
}
