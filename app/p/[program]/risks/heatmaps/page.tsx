import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { HeatList } from "@/components/risks/heat-list";
import { HeatSection } from "@/components/risks/heat-section";
import { DrawnMap } from "@/components/risks/map-section";
import { SinceForm } from "@/components/risks/since-form";
import { Button } from "@/components/ui/button";
import { ExportLinks } from "@/components/ui/export-links";
import { Segment } from "@/components/ui/filters";
import { PageHeader, Section } from "@/components/ui/page";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import { formatDayShort } from "@/lib/kernel/moments";
import type { SearchParams } from "@/lib/kernel/search-params";
import { counted } from "@/lib/kernel/text";
import { dateIn } from "@/lib/kernel/time";
import { ASPECT_LABELS } from "@/lib/risks/labels";
import { ASPECTS } from "@/lib/risks/model/rating";
import { heatMap } from "@/lib/risks/queries/heat-map";
import { riskMap } from "@/lib/risks/queries/risk-map";
import type { HeatAxis } from "@/lib/risks/rules/heat";
import { type HeatLine, linesOfHeat, linesOfMap } from "@/lib/risks/rules/heat-lines";
import { type HeatSearch, heatHref, heatSearch } from "@/lib/risks/rules/heat-search";
import type { RiskMap } from "@/lib/risks/rules/map-cells";
import { mapDays } from "@/lib/risks/rules/map-days";
import { riskSearch } from "@/lib/risks/rules/search";
import { riskHref } from "@/lib/risks/rules/search-href";
import { NoRisks } from "../no-risks";

export const metadata: Metadata = { title: "Heatmaps" };

type Props = { params: Promise<{ program: string }>; searchParams: Promise<SearchParams> };

export default async function HeatmapsPage({ params, searchParams }: Props) {
  const { program } = await params;
  const actor = await requireActor(program);
  if (!can(actor, "risk:read")) notFound();
  const search = heatSearch(await searchParams);
  const risks = `/p/${program}/risks`;
  const now = new Date();
  return (
    <>
      <PageHeader
        title="Heatmaps"
        why={
          <span>
            Every number is a link to its risks. What nobody has scored or placed is told apart and never
            taken for good.
          </span>
        }
        actions={<Button href={risks}>Register</Button>}
      />
      <Choices path={`${risks}/heatmaps`} search={search} />
      {search.by === "score" ? (
        <ByScore {...{ actor, program, risks, search, now }} />
      ) : (
        <ByDomain {...{ actor, program, risks, search, now }} axis={search.by} />
      )}
    </>
  );
}

const NO_OPEN = "No open risk is recorded";

const BY = {
  score: "By score",
  wave: "By wave",
  criticality: "By criticality",
} as const;

function Choices({ path, search }: { path: string; search: HeatSearch }) {
  const by = (["score", "wave", "criticality"] as const).map((one) => ({
    label: BY[one],
    href: heatHref(path, search, { by: one }),
    current: one === search.by,
  }));
  const aspects = ASPECTS.map((aspect) => ({
    label: ASPECT_LABELS[aspect],
    href: heatHref(path, search, { aspect }),
    current: aspect === search.aspect,
  }));
  return (
    <div className="tools">
      <Segment label="Heatmap" items={by} />
      <Segment label="Score shown" items={aspects} />
    </div>
  );
}

type PartProps = { actor: Actor; program: string; risks: string; search: HeatSearch; now: Date };

async function ByScore({ actor, program, risks, search, now }: PartProps) {
  const today = dateIn(actor.programZone, now);
  const days = mapDays(search, today, actor.programZone);
  const { aspect } = search;
  const map = await riskMap(actor, { aspect, since: days.since, until: days.until }, now);
  if (map.open === 0 && map.until === null) return <NoRisks {...{ actor, program }} title={NO_OPEN} />;
  const register = riskSearch({ aspect });
  const to = (change: Parameters<typeof riskHref>[2]) => `${riskHref(risks, register, change)}#register`;
  const path = `${risks}/heatmaps`;
  return (
    <>
      <Section
        id="map"
        title={`${ASPECT_LABELS[aspect]} risk by likelihood and impact`}
        finding={movementOf(map, formatDayShort(days.since, actor.programZone))}
        actions={
          <SinceForm
            path={path}
            kept={{ by: search.by, aspect, sort: search.sort }}
            since={days.sinceDate}
            until={days.untilDate}
            today={today}
          />
        }
      >
        <DrawnMap
          map={map}
          now={now}
          zone={actor.programZone}
          since={formatDayShort(days.since, actor.programZone)}
          hrefFor={to}
        />
        {map.until === null ? null : (
          <p className="small soft">
            The map tells of that day; its links lead to the register as it is now.
          </p>
        )}
      </Section>
      <ListPart
        {...{ program, path, search }}
        lines={linesOfMap(map)}
        heads={["Likelihood", "Impact"]}
        hrefFor={({ filter }) => to(filter)}
      />
    </>
  );
}

async function ByDomain({ actor, program, risks, search, now, axis }: PartProps & { axis: HeatAxis }) {
  const map = await heatMap(actor, { axis, aspect: search.aspect }, now);
  if (map.open === 0) return <NoRisks {...{ actor, program }} title={NO_OPEN} />;
  const lines = linesOfHeat(map);
  const register = riskSearch({ aspect: search.aspect });
  const hrefFor = ({ filter }: HeatLine) => `${riskHref(risks, register, filter)}#register`;
  return (
    <>
      <HeatSection {...{ map, lines, now, hrefFor }} zone={actor.programZone} />
      <ListPart
        {...{ program, search, lines, hrefFor }}
        path={`${risks}/heatmaps`}
        heads={["Domain", axis === "wave" ? "Wave" : "Criticality"]}
      />
    </>
  );
}

type ListProps = Pick<PartProps, "program" | "search"> & {
  path: string;
  lines: readonly HeatLine[];
  heads: readonly [string, string];
  hrefFor: (line: HeatLine) => string;
};

function ListPart({ program, path, search, lines, heads, hrefFor }: ListProps) {
  const csv = heatHref(`/api/p/${program}/risks/heatmap.csv`, search);
  return (
    <Section
      id="list"
      title="The same as a list"
      finding="What may be the worst comes first; what is unknown may be the worst. Cells without a risk stand in the files only."
      actions={<ExportLinks href={csv} count={lines.length} />}
    >
      <HeatList {...{ lines, heads, path, search, hrefFor }} />
    </Section>
  );
}

/** How many stand in another cell than then, and how many came. */
function movementOf({ cells, open, unknown, older }: RiskMap, since: string): string {
  const sum = (field: "movedIn" | "fresh" | "movedOut") =>
    cells.reduce((total, cell) => total + cell[field], 0);
  const apart = [
    unknown > 0 ? `${unknown} not scored` : "",
    older > 0 ? `${older} of an older scale` : "",
  ].filter(Boolean);
  const moved = [
    sum("movedIn") > 0 ? `${sum("movedIn")} arrived in a cell` : "",
    sum("movedOut") > 0 ? `${sum("movedOut")} left ${sum("movedIn") > 0 ? "one" : "a cell"}` : "",
    sum("fresh") > 0 ? `${counted(sum("fresh"), "new one")} came` : "",
  ].filter(Boolean);
  const beside = apart.length === 0 ? "" : `, ${apart.join(", ")}`;
  const told = moved.length === 0 ? "nothing moved" : moved.join(", ");
  return `${counted(open, "open risk")}${beside}. Since ${since}: ${told}.`;
}
