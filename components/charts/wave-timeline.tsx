import { useId } from "react";
import {
  type Bar,
  type Freeze,
  type PreparedTimeline,
  prepareWaveTimeline,
  ROW,
  TIMELINE_WIDTH,
  type TimelineRow,
  type TimelineWave,
} from "@/components/charts/prepare-wave-timeline";
import type { PlainDay } from "@/components/charts/time-scale";
import { ScrollFrom } from "@/components/ui/scroll-from";
import { shapeColour, shapeSymbol } from "@/components/ui/status";

/** Width of the column that stays where the drawing scrolls. */
const NARROW = 36;
const DIAMOND = "M12 1l5 5-5 5-5-5Z";

export type WaveTimelineProps = {
  waves: readonly TimelineWave[];
  freezes: readonly Freeze[];
  now: PlainDay;
  /** "Now, Tue 12 Jan, 14:40 GMT" */
  nowLabel: string;
  /** One sentence that names the list with the same facts. */
  label: string;
};

/** Plan, forecast and actual of every wave; the list twin beside it holds the same facts. */
export function WaveTimeline({ waves, freezes, now, nowLabel, label }: WaveTimelineProps) {
  const hatch = useId();
  const drawn = prepareWaveTimeline(waves, freezes, now);
  return (
    <>
      <ScrollFrom
        className="tl-frame scroll-x"
        at={drawn.nowX / TIMELINE_WIDTH}
        label="Timeline, scrolls sideways"
      >
        <NarrowNames drawn={drawn} />
        <svg className="tl" viewBox={`0 0 ${TIMELINE_WIDTH} ${drawn.height}`} role="img" aria-label={label}>
          <Hatch id={hatch} />
          <Calendar drawn={drawn} hatch={hatch} />
          {drawn.rows.map((row) => (
            <Row key={row.wave.number} row={row} />
          ))}
          <path d={`M${drawn.nowX} 20V${drawn.height - 20}`} className="now" />
          <text x={drawn.nowX} y={drawn.height - 6} className="nowt" textAnchor={anchorAt(drawn.nowX)}>
            {nowLabel}
          </text>
        </svg>
      </ScrollFrom>
      <TimelineKey hatch={hatch} drawn={drawn} />
    </>
  );
}

/** On a phone the names scroll away: number and status stay at the left edge. */
function NarrowNames({ drawn }: { drawn: PreparedTimeline }) {
  return (
    <svg className="tl names" viewBox={`0 0 ${NARROW} ${drawn.height}`} aria-hidden="true">
      {drawn.rows.map(({ wave, y }) => (
        <g key={wave.number}>
          <text x="2" y={y + 4} className="t1">
            {wave.number}
          </text>
          <use
            href={`#${shapeSymbol(wave.status)}`}
            x="18"
            y={y - 6}
            width="12"
            height="12"
            style={{ color: shapeColour(wave.status) }}
          />
        </g>
      ))}
    </svg>
  );
}

function Hatch({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path d="M0 0V6" className="frz" />
      </pattern>
    </defs>
  );
}

function Calendar({ drawn, hatch }: { drawn: PreparedTimeline; hatch: string }) {
  const foot = drawn.height - 22;
  return (
    <>
      {drawn.months.map((month) => (
        <g key={month.x}>
          <path d={`M${month.x} 20V${foot}`} className="hair" />
          <text x={month.x + 4} y="14">
            {month.name}
          </text>
        </g>
      ))}
      {drawn.freezes.map((freeze) => (
        <g key={`${freeze.x} ${freeze.name}`}>
          <rect x={freeze.x} y="52" width={freeze.width} height={foot - 52} fill={`url(#${hatch})`} />
          <text x={freeze.x + freeze.width / 2} y={freeze.labelY} className="t3" textAnchor="middle">
            {freeze.name}
          </text>
        </g>
      ))}
    </>
  );
}

function Row({ row }: { row: TimelineRow }) {
  const { wave, y, hypercare, slip } = row;
  return (
    <g>
      <path d={`M0 ${y - ROW / 2}H${TIMELINE_WIDTH - 4}`} className="hair" />
      <text x="0" y={y - 3} className="t1">
        <tspan className="num">{wave.number}</tspan>
      </text>
      <text x="16" y={y - 3} className="t1">
        {wave.name.length > 28 ? `${wave.name.slice(0, 27)}…` : wave.name}
      </text>
      <use
        href={`#${shapeSymbol(wave.status)}`}
        x="16"
        y={y + 5}
        width="10"
        height="10"
        style={{ color: shapeColour(wave.status) }}
      />
      <text x="32" y={y + 14}>
        {wave.note}
      </text>
      <BarRect bar={row.forecast} y={y - 7} height={14} className="fore" />
      <BarRect bar={row.done} y={y - 7} height={14} className="act" />
      <BarRect bar={row.planned} y={y - 9.5} height={19} className="plan" />
      {hypercare ? <path d={`M${hypercare.from} ${y}H${hypercare.to}`} className="hyper" /> : null}
      {slip ? (
        <path d={`M${slip.from} ${y + 15}H${slip.to}M${slip.to - 4} ${y + 12}l4 3-4 3`} className="late" />
      ) : null}
      {row.gates.map((gate) => (
        <path
          key={`${gate.x} ${gate.name}`}
          d={`M${gate.x} ${y - 7}l7 7-7 7-7-7Z`}
          className={gate.passed ? "gate pass" : "gate"}
        >
          <title>{gate.name}</title>
        </path>
      ))}
    </g>
  );
}

function BarRect({
  bar,
  y,
  height,
  className,
}: {
  bar: Bar | null;
  y: number;
  height: number;
  className: string;
}) {
  if (!bar) return null;
  return <rect x={bar.x} y={y} width={bar.width} height={height} className={className} />;
}

/** Explains the signs that are drawn, and no others. */
function TimelineKey({ hatch, drawn: { rows, freezes } }: { hatch: string; drawn: PreparedTimeline }) {
  const has = (part: "planned" | "forecast" | "done" | "hypercare" | "slip") =>
    rows.some((row) => row[part] !== null);
  const hasGate = (passed: boolean) => rows.some((row) => row.gates.some((gate) => gate.passed === passed));
  const plan = <rect x="1" y="1" width="22" height="10" className="plan" />;
  const signs = [
    { word: "planned", there: has("planned"), sign: plan },
    { word: "forecast", there: has("forecast"), sign: <rect y="2" width="24" height="8" className="fore" /> },
    { word: "done so far", there: has("done"), sign: <rect y="2" width="24" height="8" className="act" /> },
    { word: "hypercare", there: has("hypercare"), sign: <path d="M0 6H24" className="hyper" /> },
    { word: "gate passed", there: hasGate(true), sign: <path d={DIAMOND} className="gate pass" /> },
    { word: "gate ahead", there: hasGate(false), sign: <path d={DIAMOND} className="gate" /> },
    {
      word: "freeze",
      there: freezes.length > 0,
      sign: <rect width="24" height="12" fill={`url(#${hatch})`} />,
    },
    {
      word: "slip of the cutover",
      there: has("slip"),
      sign: <path d="M0 6H22M17 2l5 4-5 4" className="late" />,
    },
  ].filter((one) => one.there);
  return (
    <p className="key">
      {signs.map(({ word, sign }) => (
        <span key={word}>
          <svg className="tl" viewBox="0 0 24 12" aria-hidden="true">
            {sign}
          </svg>
          {word}
        </span>
      ))}
    </p>
  );
}

function anchorAt(x: number): "start" | "middle" | "end" {
  if (x < 290) return "start";
  return x > TIMELINE_WIDTH - 90 ? "end" : "middle";
}
