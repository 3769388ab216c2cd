import type { ReactNode } from "react";

export type Health = "on-track" | "at-risk" | "off-track" | "unknown";
export type Lifecycle = "not-started" | "in-progress" | "blocked" | "complete" | "cancelled";
/** Colour and shape of a verdict that is neither health nor lifecycle: met, waived, stale, approved, accepted. */
export type Tone = "ok" | "risk" | "acc" | "off" | "unk" | "done";
export type ShapeKind = Health | Lifecycle | Tone;

const HEALTH: Record<Health, { tone: Tone; word: string }> = {
  "on-track": { tone: "ok", word: "On track" },
  "at-risk": { tone: "risk", word: "At risk" },
  "off-track": { tone: "off", word: "Off track" },
  unknown: { tone: "unk", word: "Unknown" },
};

const LIFECYCLE: Record<Lifecycle, { symbol: string; word: string }> = {
  "not-started": { symbol: "none", word: "Not started" },
  "in-progress": { symbol: "prog", word: "In progress" },
  blocked: { symbol: "block", word: "Blocked" },
  complete: { symbol: "done", word: "Complete" },
  cancelled: { symbol: "cancel", word: "Cancelled" },
};

type StatusProps = { word?: ReactNode; wrap?: boolean } & (
  | { health: Health; lifecycle?: never }
  | { lifecycle: Lifecycle; health?: never }
);

/** Shape, word and colour of a health or a lifecycle state; `word` replaces the usual word. */
export function Status(props: StatusProps) {
  const { health, lifecycle, word, wrap } = props;
  const tone = health ? HEALTH[health].tone : "life";
  const usual = health ? HEALTH[health].word : LIFECYCLE[lifecycle].word;
  return (
    <span className={`st st-${tone}${wrap ? " wrap" : ""}`}>
      <Shape kind={health ?? lifecycle} />
      <span>{word ?? usual}</span>
    </span>
  );
}

/** A verdict with words of its own: "Not met", "Waived", "Approved, 1 condition", "No owner". */
export function Verdict({ tone, children, wrap }: { tone: Tone; children: ReactNode; wrap?: boolean }) {
  return (
    <span className={`st st-${tone}${wrap ? " wrap" : ""}`}>
      <Shape kind={tone} />
      <span>{children}</span>
    </span>
  );
}

/** The bare shape; a word must stand beside it. `colour` draws "complete" blue where it stands for health. */
export function Shape({
  kind,
  colour,
  className,
}: {
  kind: ShapeKind;
  colour?: boolean;
  className?: string;
}) {
  const { symbol, tone } = shapeOf(kind, colour ?? false);
  return (
    <svg className={`sh ${tone}${className ? ` ${className}` : ""}`} aria-hidden="true">
      <use href={`#wg-${symbol}`} />
    </svg>
  );
}

/** The usual word for a health state. */
export function healthWord(health: Health): string {
  return HEALTH[health].word;
}

/** The usual word for a lifecycle state. */
export function lifecycleWord(state: Lifecycle): string {
  return LIFECYCLE[state].word;
}

/** Id of the shape's symbol, for drawings. */
export function shapeSymbol(kind: ShapeKind): string {
  return `wg-${shapeOf(kind, true).symbol}`;
}

/** The shape's colour as a CSS value, for drawings. */
export function shapeColour(kind: ShapeKind): string {
  return COLOUR[shapeOf(kind, true).tone];
}

const COLOUR: Record<Tone | "life", string> = {
  ok: "var(--on-track)",
  risk: "var(--at-risk)",
  acc: "var(--at-risk)",
  off: "var(--off-track)",
  unk: "var(--unknown)",
  done: "var(--complete)",
  life: "var(--neutral)",
};

function shapeOf(kind: ShapeKind, colour: boolean): { symbol: string; tone: Tone | "life" } {
  if (isHealth(kind)) return { symbol: HEALTH[kind].tone, tone: HEALTH[kind].tone };
  if (isLifecycle(kind)) {
    return { symbol: LIFECYCLE[kind].symbol, tone: kind === "complete" && colour ? "done" : "life" };
  }
  return { symbol: kind, tone: kind };
}

function isHealth(kind: ShapeKind): kind is Health {
  return kind in HEALTH;
}

function isLifecycle(kind: ShapeKind): kind is Lifecycle {
  return kind in LIFECYCLE;
}
