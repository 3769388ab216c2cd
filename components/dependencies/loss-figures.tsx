import { Figure, Figures } from "@/components/ui/measure";
import { pointsWords } from "@/lib/dependencies/rules/list-cells";
import type { Totals } from "@/lib/dependencies/rules/weights";
import { counted, formatCount, listed } from "@/lib/kernel/text";

type Props = { stops: Totals; degrades: Totals; assumed: number };

/** What a loss does, as four numbers, and how much of it is not known. */
export function LossFigures({ stops, degrades, assumed }: Props) {
  const sites = [...new Set([...stops.sites, ...degrades.sites])];
  const users = stops.users + degrades.users;
  const noUsers = stops.unknownUsers + degrades.unknownUsers;
  const noSites = stops.unknownSites + degrades.unknownSites;
  return (
    <Figures>
      <Figure
        label="Stop"
        value={formatCount(stops.workloads)}
        of={counted(stops.workloads, "workload").replace(/^[\d,]+ /, "")}
        change={stopWords(stops, assumed)}
      />
      <Figure
        label="Work on with less"
        value={formatCount(degrades.workloads)}
        of={counted(degrades.workloads, "workload").replace(/^[\d,]+ /, "")}
        change={
          degrades.workloads === 0
            ? "Nothing hangs on it by a soft link."
            : `${pointsWords(degrades)} points; ${degrades.revenue} revenue-critical.`
        }
      />
      <Figure
        label="Sites"
        value={sites.length === 0 && noSites > 0 ? null : `${noSites > 0 ? "≥ " : ""}${sites.length}`}
        change={sitesWords(sites, noSites)}
      />
      <Figure
        label="Users"
        value={users === 0 && noUsers > 0 ? null : `${noUsers > 0 ? "≥ " : ""}${formatCount(users)}`}
        change={
          noUsers > 0
            ? `Not known for ${counted(noUsers, "workload")}.`
            : "Of every workload reached; one person may count more than once."
        }
      />
    </Figures>
  );
}

function stopWords(stops: Totals, assumed: number): string {
  if (stops.workloads === 0) return "Nothing hangs on it by a hard link.";
  const parts = [`${pointsWords(stops)} points`, `${stops.revenue} revenue-critical`];
  if (stops.unknownCriticality > 0) parts.push(`${stops.unknownCriticality} of unknown criticality`);
  if (assumed > 0) parts.push(`${assumed} only if links that nobody has judged are hard`);
  return `${parts.join("; ")}.`;
}

function sitesWords(sites: readonly string[], unknown: number): string {
  const known = sites.length === 0 ? "" : `${listed(sites, 4)}. `;
  return (
    `${known}${unknown > 0 ? `Not known for ${counted(unknown, "workload")}.` : ""}`.trim() ||
    "No site is touched."
  );
}
