import { stringify } from "csv-stringify/sync";
import type { Actor } from "@/lib/access/model";
import { handleRoute } from "@/lib/auth/route";
import { exportFinding, requestFor } from "@/lib/findings/queries/finding-rows";
import { CATALOGUE, isFindingKind } from "@/lib/findings/rules/catalogue";
import { lackWords } from "@/lib/findings/rules/request-text";
import { notFound } from "@/lib/kernel/errors";
import { safeCell } from "@/lib/workloads/rules/csv-cell";

/** The rows of one finding, or all that one person is asked. */
export async function GET(request: Request, { params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  return handleRoute(request, program, async (actor) => {
    const search = new URL(request.url).searchParams;
    const lines = await linesOf(actor, search.get("finding"), search.get("person"), `/p/${program}`);
    const cells = lines.map((line) => line.map(safeCell));
    return new Response(`\uFEFF${stringify(cells, { record_delimiter: "\r\n" })}`, {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="${program}-data-health.csv"`,
      },
    });
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
