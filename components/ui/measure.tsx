import type { ReactNode } from "react";
import { Shape } from "@/components/ui/status";

export type Tick = "met" | "waived" | "failed" | "ahead";
const TICK_CLASS: Record<Tick, string | undefined> = { met: undefined, waived: "w", failed: "f", ahead: "n" };

/** One tick a criterion or gate. Decoration only: say the count in words beside it. */
export function Ticks({ ticks, big }: { ticks: readonly Tick[]; big?: boolean }) {
  return (
    <span className={big ? "ticks big" : "ticks"} aria-hidden="true">
      {ticks.map((tick, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: ticks have no identity but their place
        <i key={at} className={TICK_CLASS[tick]} />
      ))}
    </span>
  );
}

/** A risk score on the five-step ramp; null is drawn as unknown. `note`: "was 12", "new". */
export function Score({
  score,
  level,
  note,
}: {
  score: number | null;
  level: 1 | 2 | 3 | 4 | 5 | null;
  note?: string;
}) {
  return (
    <>
      {score === null || level === null ? (
        <span className="st st-unk">
          <Shape kind="unknown" />
          <span>Not scored</span>
        </span>
      ) : (
        <span className={`score k${level}`}>{score}</span>
      )}
      {note ? <span className="sub">{note}</span> : null}
    </>
  );
}

/** A bar from zero. `value` and `target` are shares of the whole, 0 to 1; null value is unknown. */
export function Meter({ value, target }: { value: number | null; target?: number | null }) {
  if (value === null) return <span className="meter unk" aria-hidden="true" />;
  return (
    <span className="meter" aria-hidden="true">
      <i style={{ width: percent(value) }} />
      {target === null || target === undefined ? null : (
        <b style={{ left: `min(${percent(target)}, calc(100% - 2px))` }} />
      )}
    </span>
  );
}

/** The row of headline numbers; holds `Figure`s. */
export function Figures({ children }: { children: ReactNode }) {
  return <dl className="split figs">{children}</dl>;
}

export type FigureProps = {
  label: ReactNode;
  /** null is drawn as a ring and the word. */
  value: ReactNode | null;
  /** "of 62 planned", "target 80 %" */
  of?: ReactNode;
  /** Change in words with a link to the rows. */
  change?: ReactNode;
  meter?: { value: number | null; target?: number | null };
};

/** One number: label, value, target, change. Stands inside `Figures`. */
export function Figure({ label, value, of, change, meter }: FigureProps) {
  return (
    <div className="fig">
      <dt>{label}</dt>
      <dd className="v">
        {value === null ? (
          <span className="unk-v">
            <Shape kind="unknown" />
            unknown
          </span>
        ) : (
          value
        )}
        {of ? <small>{of}</small> : null}
      </dd>
      {meter ? (
        <dd>
          <Meter {...meter} />
        </dd>
      ) : null}
      {change ? <dd className="d">{change}</dd> : null}
    </div>
  );
}

function percent(share: number): string {
  return `${Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10}%`;
}
