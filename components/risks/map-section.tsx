import type { ReactNode } from "react";
import { RiskMap as RiskMapTable } from "@/components/charts/risk-map";
import { Segment } from "@/components/ui/filters";
import { Section } from "@/components/ui/page";
import { formatMoment } from "@/lib/kernel/moments";
import { counted } from "@/lib/kernel/text";
import { ASPECT_LABELS, ASPECT_MEANINGS, SCORE_LEVEL_LABELS } from "@/lib/risks/labels";
import { ASPECTS, type AssessmentAspect } from "@/lib/risks/model";
import type { RiskMap } from "@/lib/risks/rules/map-cells";
import { beyondLine, type MapCell } from "@/lib/risks/rules/map-cells";
import { stepOf } from "@/lib/risks/rules/scales";

export type MapSectionProps = {
  map: RiskMap;
  now: Date;
  zone: string;
  /** "Wave 4", where the map counts only a part of the program. */
  scope?: string;
  /** "14 Nov"; absent when movement is not told. */
  since?: string;
  hrefFor: {
    aspect: (aspect: AssessmentAspect) => string;
    cell: (cell: MapCell) => string;
    unknown: string;
    older: string;
  };
  actions?: ReactNode;
  children?: ReactNode;
};

/** The heatmap with what it found, the choice of score and, beside it, the risks that matter most. */
export function MapSection({ map, now, zone, scope, since, hrefFor, actions, children }: MapSectionProps) {
  const aspects = ASPECTS.map((aspect) => ({
    label: ASPECT_LABELS[aspect],
    href: hrefFor.aspect(aspect),
    current: aspect === map.aspect,
  }));
  return (
    <Section
      id="map"
      className="map-first-as-list"
      title={scope ? `${ASPECT_LABELS[map.aspect]} risk, ${scope}` : `${ASPECT_LABELS[map.aspect]} risk`}
      finding={findingOf(map)}
      actions={
        <>
          <Segment label="Score shown" items={aspects} />
          {actions}
        </>
      }
    >
      <div className="cols c2">
        <div>
          <DrawnMap {...{ map, now, zone, since, hrefFor }} />
          <p className="small soft" style={{ marginTop: 6 }}>
            {map.line.words} {ASPECT_LABELS[map.aspect]} is the score {ASPECT_MEANINGS[map.aspect]}.
          </p>
        </div>
        <div>{children}</div>
      </div>
    </Section>
  );
}

/** The map alone, its cells as links. */
export function DrawnMap({
  map,
  now,
  zone,
  since,
  hrefFor,
}: Pick<MapSectionProps, "map" | "now" | "zone" | "since"> & {
  hrefFor: Omit<MapSectionProps["hrefFor"], "aspect">;
}) {
  return (
    <RiskMapTable
      cells={map.cells.map((cell) => cellOf(cell, map, hrefFor.cell))}
      likelihoods={map.scale.likelihood.map(({ name }) => name)}
      impacts={map.scale.impact.map(({ name }) => name)}
      asOf={formatMoment(map.until ?? now, zone)}
      caption={`${ASPECT_LABELS[map.aspect]} risk`}
      unknown={{ count: map.unknown, href: hrefFor.unknown }}
      older={{ count: map.older, href: hrefFor.older, scale: map.scale.version }}
      since={since}
    />
  );
}

function findingOf(map: RiskMap): string {
  if (map.open === 0) return "No open risk is recorded here.";
  const above = `${map.above} of ${counted(map.open, "open risk")} ${map.above === 1 ? "stands" : "stand"} above the appetite of ${map.above === 1 ? "its domain" : "their domains"}`;
  const accepted =
    map.accepted === 0
      ? ""
      : `, ${map.accepted} more ${map.accepted === 1 ? "is" : "are"} accepted until a date`;
  return map.notJudged === 0
    ? `${above}${accepted}.`
    : `${above}${accepted}; ${map.notJudged} cannot be judged.`;
}

function cellOf(cell: MapCell, map: RiskMap, hrefFor: (cell: MapCell) => string) {
  const moved = { in: cell.movedIn, out: cell.movedOut, isNew: cell.fresh };
  return {
    likelihood: cell.likelihood,
    impact: cell.impact,
    count: cell.count,
    level: stepOf(cell.level) ?? 1,
    levelWord: SCORE_LEVEL_LABELS[cell.level],
    href: hrefFor(cell),
    aboveAppetite: beyondLine(cell.score, map.line.appetite),
    moved: map.since === null ? undefined : moved,
  };
}
