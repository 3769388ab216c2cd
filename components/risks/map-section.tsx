import type { ReactNode } from "react";
import { RiskMap as RiskMapTable } from "@/components/charts/risk-map";
import { MapChoice } from "@/components/risks/map-choice";
import { formatMoment } from "@/lib/kernel/moments";
import { counted } from "@/lib/kernel/text";
import { ASPECT_LABELS, ASPECT_MEANINGS, SCORE_LEVEL_LABELS } from "@/lib/risks/labels";
import { ASPECTS, type AssessmentAspect } from "@/lib/risks/model/rating";
import { beyondLine, type MapCell, type RiskMap } from "@/lib/risks/rules/map-cells";
import { stepOf } from "@/lib/risks/rules/scales";
import type { RiskSearch } from "@/lib/risks/rules/search";

/** What a place of the map asks of the register. */
type Rows = Pick<Partial<RiskSearch>, "l" | "i" | "score" | "scale">;

export type MapSectionProps = {
  maps: Readonly<Record<AssessmentAspect, RiskMap>>;
  /** The score that the address asks for. */
  aspect: AssessmentAspect;
  now: Date;
  zone: string;
  /** "Wave 4", where the map counts only a part of the program. */
  scope?: string;
  /** "14 Nov"; absent when movement is not told. */
  since?: string;
  hrefFor: {
    aspect: (aspect: AssessmentAspect) => string;
    rows: (aspect: AssessmentAspect, rows: Rows) => string;
  };
  actions?: ReactNode;
  children?: ReactNode;
};

/** The heatmap of each score with what it found, the choice between them and, beside it, the risks that matter most. */
export function MapSection(props: MapSectionProps) {
  const { maps, aspect, now, zone, scope, since, hrefFor, actions, children } = props;
  const panels = ASPECTS.map((one) => {
    const map = maps[one];
    const name = ASPECT_LABELS[one];
    return {
      aspect: one,
      label: name,
      href: hrefFor.aspect(one),
      title: scope ? `${name} risk, ${scope}` : `${name} risk`,
      finding: findingOf(map),
      body: (
        <>
          <DrawnMap {...{ map, now, zone, since }} hrefFor={(rows) => hrefFor.rows(one, rows)} />
          <p className="small soft" style={{ marginTop: 6 }}>
            {map.line.words} {name} is the score {ASPECT_MEANINGS[one]}.
          </p>
        </>
      ),
    };
  });
  return (
    <MapChoice panels={panels} given={aspect} actions={actions}>
      {children}
    </MapChoice>
  );
}

/** The map alone, its cells as links. */
export function DrawnMap({
  map,
  now,
  zone,
  since,
  hrefFor,
}: Pick<MapSectionProps, "now" | "zone" | "since"> & { map: RiskMap; hrefFor: (rows: Rows) => string }) {
  return (
    <RiskMapTable
      cells={map.cells.map((cell) => cellOf(cell, map, hrefFor({ l: cell.likelihood, i: cell.impact })))}
      likelihoods={map.scale.likelihood.map(({ name }) => name)}
      impacts={map.scale.impact.map(({ name }) => name)}
      asOf={formatMoment(map.until ?? now, zone)}
      caption={`${ASPECT_LABELS[map.aspect]} risk`}
      unknown={{ count: map.unknown, href: hrefFor({ score: "unknown" }) }}
      older={{ count: map.older, href: hrefFor({ scale: "older" }), scale: map.scale.version }}
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

function cellOf(cell: MapCell, map: RiskMap, href: string) {
  const moved = { in: cell.movedIn, out: cell.movedOut, isNew: cell.fresh };
  return {
    likelihood: cell.likelihood,
    impact: cell.impact,
    count: cell.count,
    level: stepOf(cell.level) ?? 1,
    levelWord: SCORE_LEVEL_LABELS[cell.level],
    href,
    aboveAppetite: beyondLine(cell.score, map.line.appetite),
    moved: map.since === null ? undefined : moved,
  };
}
