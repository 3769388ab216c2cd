import { answerHotRead } from "@/lib/auth/hot-read";
import { readJson } from "@/lib/db/pipeline";
import { RISK_MAP_JSON } from "@/lib/risks/queries/risk-map";

type Context = { params: Promise<{ program: string }> };

/** The current map as `[[likelihood, impact, count], …]` in one round trip to the database; null is unknown. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { program } = await params;
  return answerHotRead(async (sessionId) => {
    const { json } = await readJson(sessionId, program, "risk:read", RISK_MAP_JSON);
    return json;
  });
}
