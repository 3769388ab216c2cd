import {
  type PreparedRail,
  prepareWaveRail,
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

const LINE = 18;

/** Cutovers on one line of time. Decoration of a table that stands on the same page; hidden on phones. */
export function WaveRail({ waves, today, label }: WaveRailProps) {
  const rail = prepareWaveRail(waves, today);
  if (rail.stations.length === 0) return null;
  const above = rail.raised * LINE;
  return (
    <svg className="rail not-s" height={76 + above} role="img" aria-label={label}>
      <svg y={above} overflow="visible" aria-hidden="true">
        <line x1="0" x2={`${rail.todayX}%`} y1="38" y2="38" className="past" />
        <line x1={`${rail.todayX}%`} x2="100%" y1="38" y2="38" className="ahead" />
        {rail.stations
          .filter(({ raised }) => raised > 0)
          .map(({ wave, x, raised }) => (
            <svg key={wave.number} x={`${x}%`} overflow="visible" aria-hidden="true">
              <path d={`M-5 ${20 - raised * LINE}V30`} className="ahead" />
            </svg>
          ))}
        {rail.stations.map((station) => (
          <Station key={station.wave.number} station={station} />
        ))}
        <Today rail={rail} />
      </svg>
    </svg>
  );
}

function Station({ station }: { station: RailStation }) {
  const { x, plannedX, label, date, was, wave, raised } = station;
  return (
    <>
      {plannedX === null ? null : (
        <>
          <line x1={`${plannedX}%`} x2={`${x}%`} y1="38" y2="38" className="slip" />
          <svg x={`${plannedX}%`} overflow="visible" aria-hidden="true">
            <path d="M-5 38l5-5 5 5-5 5Z" className="plan" />
          </svg>
        </>
      )}
      <svg x={`${x}%`} overflow="visible" aria-hidden="true">
        <circle cx="0" cy="38" r="12" className="halo" />
        <Mark kind={wave.status} />
        <text x="-8" y={16 - raised * LINE} className="n">
          {label}
        </text>
        <text x="-8" y="66">
          {date}
          {was ? <tspan className="late">{was}</tspan> : null}
        </text>
      </svg>
    </>
  );
}

function Mark({ kind }: { kind: ShapeKind }) {
  return (
    <use
      href={`#${shapeSymbol(kind)}`}
      x="-8"
      y="30"
      width="16"
      height="16"
      style={{ color: shapeColour(kind) }}
    />
  );
}

function Today({ rail }: { rail: PreparedRail }) {
  return (
    <svg x={`${rail.todayX}%`} overflow="visible" aria-hidden="true">
      <path d="M0 24V52" className="now" />
      <text x={rail.todayEnds ? -6 : 6} y="66" textAnchor={rail.todayEnds ? "end" : "start"} className="nowt">
        {rail.today}
      </text>
    </svg>
  );
}
