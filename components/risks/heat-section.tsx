import { HeatTable, type HeatTableCell } from "@/components/charts/heat-table";
import { Section } from "@/components/ui/page";
import { Callout } from "@/components/ui/states";
import { formatMoment } from "@/lib/kernel/moments";
import { counted } from "@/lib/kernel/text";
import { ASPECT_LABELS, ASPECT_MEANINGS } from "@/lib/risks/labels";
import { byWorst, type HeatMap, isCertain } from "@/lib/risks/rules/heat";
import { type HeatLine, worstWords } from "@/lib/risks/rules/heat-lines";

export type HeatSectionProps = {
  map: HeatMap;
  lines: readonly HeatLine[];
  now: Date;
  zone: string;
  hrefFor: (line: HeatLine) => string;
};

const ACROSS = { wave: "wave", criticality: "criticality of the workloads" } as const;

/** Domains against waves or criticality, with what it found and what nobody has said. */
export function HeatSection({ map, lines, now, zone, hrefFor }: HeatSectionProps) {
  const aspect = ASPECT_LABELS[map.aspect];
  const across = ACROSS[map.axis];
  return (
    <Section id="map" title={`${aspect} risk by domain and ${across}`} finding={findingOf(map, lines)}>
      <div className="heat-wide">
        <HeatTable
          caption={`${aspect} risk by domain and ${across}, as of ${formatMoment(now, zone)}`}
          corner={map.axis === "wave" ? "Wave →" : "Criticality →"}
          columns={map.columns}
          rows={map.rows.map((row, at) => ({
            ...row,
            cells: lines
              .slice(at * map.columns.length, (at + 1) * map.columns.length)
              .map((line) => cellOf(line, map, hrefFor)),
          }))}
        />
        <p className="maplegend">
          <span>The colour is the worst level that is known; the number counts the open risks.</span>
          <span>? risks without a score or a place may make it worse</span>
        </p>
      </div>
      <Unsaid map={map} />
      <p className="small soft" style={{ marginTop: 6 }}>
        {aspect} is the score {ASPECT_MEANINGS[map.aspect]}. A risk that touches several{" "}
        {map.axis === "wave" ? "waves" : "levels of criticality"} stands in each;{" "}
        {counted(map.open, "open risk")} in all.
      </p>
    </Section>
  );
}

/** What nobody has said, in numbers; it stands beside the map so that a map with gaps never looks complete. */
function Unsaid({ map }: { map: HeatMap }) {
  const missing = map.axis === "wave" ? "without a wave" : "without a known criticality";
  const parts = [
    map.unscored > 0 ? `${map.unscored} not scored` : "",
    map.older > 0 ? `${map.older} scored in an older scale` : "",
    map.noRow > 0 ? `${map.noRow} without a domain` : "",
    map.noColumn > 0 ? `${map.noColumn} ${missing}` : "",
  ].filter(Boolean);
  if (parts.length === 0 || map.open === 0) return null;
  return (
    <div style={{ marginTop: 16 }}>
      <Callout title={`Of ${counted(map.open, "open risk")}: ${parts.join(", ")}`} tone="unk">
        Each of them may belong in another cell, or be worse than it looks: a cell that one of them may change
        is marked “?”. Nothing is taken for good because it is unknown.
      </Callout>
    </div>
  );
}

function findingOf(map: HeatMap, lines: readonly HeatLine[]): string {
  if (map.open === 0) return "No open risk is recorded. That is not the same as no risk.";
  const [worst] = lines
    .filter((line) => line.worst !== null)
    .sort((a, b) => (b.worst ?? 0) - (a.worst ?? 0) || byWorst(a, b));
  if (worst === undefined) return "No open risk has a score in the scale in use.";
  const words = worstWords(worst).toLowerCase();
  return `The worst known: ${words}, ${worst.names[0]} × ${worst.names[1]}, ${counted(worst.count, "risk")}.`;
}

function cellOf(line: HeatLine, map: HeatMap, hrefFor: (line: HeatLine) => string): HeatTableCell {
  const unknown = line.unscored + line.older;
  const doubt = !isCertain(line);
  return {
    key: line.key,
    count: line.count,
    level: line.worst,
    word: worstWords({ ...line, bound: line.worst ?? line.bound }),
    doubt,
    note: unknown > 0 ? `${unknown} not scored` : "",
    href: hrefFor(line),
    sentence: sentenceOf(line, map),
  };
}

function sentenceOf(line: HeatLine, map: HeatMap): string {
  const place = `${line.names[0]} × ${map.axis === "wave" && /^\d/.test(line.names[1]) ? "wave " : ""}${line.names[1]}`;
  return [
    counted(line.count, "risk"),
    place,
    worstWords(line).toLowerCase(),
    line.unscored > 0 ? `${line.unscored} not scored` : "",
    line.older > 0 ? `${line.older} of an older scale` : "",
    line.above ? `${line.above} above appetite` : "",
    line.accepted ? `${line.accepted} accepted` : "",
    line.may > 0 ? `${line.may} more may belong here` : "",
  ]
    .filter(Boolean)
    .join(", ");
}
