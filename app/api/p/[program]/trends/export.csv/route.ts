import { trendCell } from "@/components/charts/prepare-trend";
import { TREND_NAMES, TREND_TITLES, trendChart } from "@/components/charts/program-trends";
import { handleRoute } from "@/lib/auth/route";
import { tableResponse } from "@/lib/exchange/adapters/table-response";
import { programTrends } from "@/lib/overview/queries/trends";

/** The numbers that a chart draws, day by day: `chart` live (without one), risks or recovery. Where there is none, the word. */
export async function GET(request: Request, { params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  return handleRoute(request, program, async (actor) => {
    const asked = new URL(request.url).searchParams.get("chart");
    const name = TREND_NAMES.find((one) => one === asked) ?? "live";
    const chart = trendChart(name, await programTrends(actor, new Date()));
    return tableResponse(request, {
      name: `${program}-${name}-over-time`,
      title: TREND_TITLES[name],
      header: ["Day", ...chart.series.map((series) => series.name)],
      rows: chart.rows.map((row) => [
        row.on,
        ...chart.series.map((series) => trendCell(series, row, chart.today)),
      ]),
    });
  });
}
