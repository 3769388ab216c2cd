import { useId } from "react";
import {
  type Bar,
  type Freeze,
  type PreparedTimeline,
  prepareWaveTimeline,
  ROW,
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
      <ScrollFrom className="tl-frame scroll-x" at={drawn.nowX / 100} label="Timeline, scrolls sideways">
        <NarrowNames drawn={drawn} />
        <Names drawn={drawn} />
        <svg className="tl plot" height={drawn.height} role="img" aria-label={label}>
          <Hatch id={hatch} />
          <Calendar drawn={drawn} hatch={hatch} />
          {drawn.rows.map((row) => (
            <Row key={row.wave.number} row={row} />
          ))}
          <line x1={`${drawn.nowX}%`} x2={`${drawn.nowX}%`} y1="20" y2={drawn.height - 20} className="now" />
          <text
            x={`${drawn.nowX}%`}
            y={drawn.height - 6}
            className="nowt"
            textAnchor={drawn.nowX < 20 ? "start" : drawn.nowX > 80 ? "end" : "middle"}
          >
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
    <svg className="tl names" width={NARROW} height={drawn.height} aria-hidden="true">
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

/** Where there is room: number, name and status of each, on the lines of their bars. */
function Names({ drawn }: { drawn: PreparedTimeline }) {
  return (
    <svg className="tl full-names" height={drawn.height} aria-hidden="true">
      {drawn.rows.map(({ wave, y }) => (
        <g key={wave.number}>
          <line x1="0" x2="100%" y1={y - ROW / 2} y2={y - ROW / 2} className="hair" />
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
          <line x1={`${month.x}%`} x2={`${month.x}%`} y1="20" y2={foot} className="hair" />
          <text x={`${month.x}%`} dx="4" y="14">
            {month.name}
          </text>
        </g>
      ))}
      {drawn.freezes.map((freeze) => (
        <g key={`${freeze.x} ${freeze.name}`}>
          <rect
            x={`${freeze.x}%`}
            y="52"
            width={`${freeze.width}%`}
            height={foot - 52}
            fill={`url(#${hatch})`}
          />
          <text x={`${freeze.labelX}%`} y={freeze.labelY} className="t3" textAnchor={freeze.anchor}>
            {freeze.name}
          </text>
        </g>
      ))}
    </>
  );
}

function Row({ row }: { row: TimelineRow }) {
  const { y, hypercare, slip } = row;
  return (
    <g>
      <line x1="0" x2="100%" y1={y - ROW / 2} y2={y - ROW / 2} className="hair" />
      <BarRect bar={row.forecast} y={y - 7} height={14} className="fore" />
      <BarRect bar={row.done} y={y - 7} height={14} className="act" />
      <BarRect bar={row.planned} y={y - 9.5} height={19} className="plan" />
      {hypercare ? (
        <line x1={`${hypercare.from}%`} x2={`${hypercare.to}%`} y1={y} y2={y} className="hyper" />
      ) : null}
      {slip ? (
        <>
          <line x1={`${slip.from}%`} x2={`${slip.to}%`} y1={y + 15} y2={y + 15} className="late" />
          <svg x={`${slip.to}%`} y={y + 15} overflow="visible" aria-hidden="true">
            <path d="M-4 -3l4 3-4 3" className="late" />
          </svg>
        </>
      ) : null}
      {row.gates.map((gate) => (
        <svg key={`${gate.x} ${gate.name}`} x={`${gate.x}%`} y={y} overflow="visible">
          <title>{gate.name}</title>
          <path d="M0 -7l7 7-7 7-7-7Z" className={gate.passed ? "gate pass" : "gate"} />
        </svg>
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
  return <rect x={`${bar.x}%`} y={y} width={`${bar.width}%`} height={height} className={className} />;
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
