import {
  type PreparedRail,
  prepareWaveRail,
  RAIL_WIDTH,
  type RailStation,
  type RailWave,
} from "@/components/charts/prepare-wave-rail";
import type { PlainDay } from "@/components/charts/time-scale";
import { type ShapeKind, shapeColour, shapeSymbol } from "@/components/ui/status";

export type WaveRailProps = {
  waves: readonly RailWave[];
  today: PlainDay;
  /** One sentence for those who do not see the picture; names where the same facts stand as a table. */
  label: string;
};

/** Cutovers on one line of time. Decoration of a table that stands on the same page; hidden on phones. */
export function WaveRail({ waves, today, label }: WaveRailProps) {
  const rail = prepareWaveRail(waves, today);
  if (rail.stations.length === 0) return null;
  return (
    <svg className="rail not-s" viewBox={`0 0 ${RAIL_WIDTH} 76`} role="img" aria-label={label}>
      <path d={`M0 38H${rail.todayX}`} className="past" />
      <path d={`M${rail.todayX} 38H${RAIL_WIDTH}`} className="ahead" />
      {rail.stations.map((station) => (
        <Station key={station.wave.number} station={station} />
      ))}
      <Today rail={rail} />
    </svg>
  );
}

function Station({ station }: { station: RailStation }) {
  const { x, plannedX, label, date, was, wave } = station;
  return (
    <>
      {plannedX === null ? null : (
        <>
          <path d={`M${plannedX} 38H${x - 12}`} className="slip" />
          <path d={`M${plannedX - 5} 38l5-5 5 5-5 5Z`} className="plan" />
        </>
      )}
      <circle cx={x} cy="38" r="12" className="halo" />
      <Mark kind={wave.status} x={x - 8} />
      <text x={x - 8} y="16" className="n">
        {label}
      </text>
      <text x={x - 8} y="66">
        {date}
        {was ? <tspan className="late">{was}</tspan> : null}
      </text>
    </>
  );
}

function Mark({ kind, x }: { kind: ShapeKind; x: number }) {
  return (
    <use
      href={`#${shapeSymbol(kind)}`}
      x={x}
      y="30"
      width="16"
      height="16"
      style={{ color: shapeColour(kind) }}
    />
  );
}

function Today({ rail }: { rail: PreparedRail }) {
  const side = rail.todayEnds ? -6 : 6;
  return (
    <>
      <path d={`M${rail.todayX} 24V52`} className="now" />
      <text x={rail.todayX + side} y="66" textAnchor={rail.todayEnds ? "end" : "start"} className="nowt">
        {rail.today}
      </text>
    </>
  );
}
