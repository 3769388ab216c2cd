import { answerHotRead } from "@/lib/auth/hot-read";
import { searchable } from "@/lib/kernel/storable";
import { readWorkloadNames } from "@/lib/workloads/queries/lookup";

type Context = { params: Promise<{ program: string }> };

const LONGEST_TEXT = 100;

/** Names of workloads for a field that offers them while somebody types: `?q=til`. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { program } = await params;
  const text = searchable(new URL(request.url).searchParams.get("q") ?? "").slice(0, LONGEST_TEXT);
  return answerHotRead((sessionId) => readWorkloadNames(sessionId, program, text));
}
