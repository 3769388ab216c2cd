import { handleRoute } from "@/lib/auth/route";
import { tableResponse } from "@/lib/exchange/adapters/table-response";
import { dateIn } from "@/lib/kernel/time";
import { heatMap } from "@/lib/risks/queries/heat-map";
import { riskMap } from "@/lib/risks/queries/risk-map";
import { linesOfHeat, linesOfMap, movedWords, sortedLines, worstWords } from "@/lib/risks/rules/heat-lines";
import { heatSearch } from "@/lib/risks/rules/heat-search";
import { mapDays } from "@/lib/risks/rules/map-days";

const HEADS = {
  score: ["likelihood", "impact"],
  wave: ["domain", "wave"],
  criticality: ["domain", "criticality"],
} as const;

/** Every cell of the heatmap that the address asks for, in its order; what is unknown says so. */
export async function GET(request: Request, { params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  return handleRoute(request, program, async (actor) => {
    const search = heatSearch(Object.fromEntries(new URL(request.url).searchParams));
    const { by, aspect } = search;
    const now = new Date();
    const days = mapDays(search, dateIn(actor.programZone, now), actor.programZone);
    const lines =
      by === "score"
        ? linesOfMap(await riskMap(actor, { aspect, since: days.since, until: days.until }, now))
        : linesOfHeat(await heatMap(actor, { axis: by, aspect }, now));
    const counts = ["risks", "worst", "not scored", "older scale", "may belong here as well"];
    const judged = by === "score" ? ["moved"] : ["above appetite", "accepted"];
    return tableResponse(request, {
      name: `${program}-risk-heatmap-${by}`,
      title: "Heatmap",
      header: [...HEADS[by], "score", ...counts, ...judged],
      rows: sortedLines(lines, search.sort, search.order).map((line) => [
        ...line.names,
        aspect,
        line.count,
        worstWords(line),
        line.unscored,
        line.older,
        line.may,
        ...(by === "score" ? [movedWords(line.moved)] : [line.above, line.accepted]),
      ]),
    });
  });
}
