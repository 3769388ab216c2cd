import type { Actor } from "@/lib/access/model";
import { handleRoute } from "@/lib/auth/route";
import { tableResponse } from "@/lib/exchange/adapters/table-response";
import { exportFinding, requestFor } from "@/lib/findings/queries/finding-rows";
import { CATALOGUE, isFindingKind } from "@/lib/findings/rules/catalogue";
import { lackWords } from "@/lib/findings/rules/request-text";
import { notFound } from "@/lib/kernel/errors";

/** The rows of one finding, or all that one person is asked. */
export async function GET(request: Request, { params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  return handleRoute(request, program, async (actor) => {
    const search = new URL(request.url).searchParams;
    const lines = await linesOf(actor, search.get("finding"), search.get("person"), `/p/${program}`);
    const [header = [], ...rows] = lines;
    return tableResponse(request, { name: `${program}-data-health`, title: "Data health", header, rows });
  });
}

async function linesOf(
  actor: Actor,
  finding: string | null,
  person: string | null,
  base: string,
): Promise<string[][]> {
  if (finding !== null && isFindingKind(finding)) {
    const rows = await exportFinding(actor, finding);
    const cells = rows.map((row) => [
      row.label,
      CATALOGUE[row.kind].lacks,
      row.asked?.name ?? "program manager",
      `${base}/${row.place}`,
    ]);
    return [["about", "missing", "ask", "page"], ...cells];
  }
  const asked = await requestFor(actor, person === "program-manager" ? null : (person ?? ""));
  if (asked === null) throw notFound("list");
  const cells = asked.subjects.map(({ label, place, kinds }) => [
    label,
    lackWords(kinds),
    "",
    `${base}/${place}`,
  ]);
  return [["about", "missing", "answer", "page"], ...cells];
}
