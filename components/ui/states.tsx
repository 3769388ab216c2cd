import type { CSSProperties, ReactNode } from "react";
import { Shape, type Tone } from "@/components/ui/status";

/** Nothing here yet: what it is for, and its one action. */
export function EmptyState({
  title,
  children,
  action,
  level = 3,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  level?: 2 | 3;
}) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <div className="empty">
      <Heading>{title}</Heading>
      {children ? <p>{children}</p> : null}
      {action}
    </div>
  );
}

export type FailStateProps = {
  title: string;
  /** What happened and what was kept. */
  children?: ReactNode;
  /** Absolute time in words. */
  when?: string;
  reference?: string;
  action?: ReactNode;
  level?: 1 | 2 | 3;
};

/** It failed: what happened, that nothing was lost, what next. */
export function FailState({ title, children, when, reference, action, level = 3 }: FailStateProps) {
  const Heading = level === 1 ? "h1" : level === 2 ? "h2" : "h3";
  return (
    <div className="fail" role="alert">
      <Heading className="fail-t">
        <Shape kind="off" />
        <span>{title}</span>
      </Heading>
      {children ? <p>{children}</p> : null}
      {when || reference ? (
        <dl>
          {when ? (
            <>
              <dt>When</dt>
              <dd>{when}</dd>
            </>
          ) : null}
          {reference ? (
            <>
              <dt>Reference</dt>
              <dd>{reference}</dd>
            </>
          ) : null}
        </dl>
      ) : null}
      {action}
    </div>
  );
}

/** Something to know before going on; a line at the left, no box. */
export function Callout({
  title,
  tone,
  children,
  actions,
  level = 3,
}: {
  title: ReactNode;
  tone?: Tone;
  children?: ReactNode;
  actions?: ReactNode;
  level?: 2 | 3;
}) {
  const Heading = level === 2 ? "h2" : "h3";
  const look =
    tone === undefined || tone === "unk" ? "callout" : `callout ${tone === "done" ? "done-c" : tone}`;
  return (
    <div className={look}>
      <Heading>
        {tone ? <Shape kind={tone} /> : null}
        <span>{title}</span>
      </Heading>
      {typeof children === "string" ? <p>{children}</p> : children}
      {actions ? <div className="acts-row">{actions}</div> : null}
    </div>
  );
}

/** A table that is still coming; still, no shimmer. */
export function TableSkeleton({ rows = 8, label = "Loading the table" }: { rows?: number; label?: string }) {
  const widths = [186, 144, 213, 165];
  return (
    <Loading label={label}>
      {Array.from({ length: rows }, (_, at) => (
        <div
          className="sk-row"
          // biome-ignore lint/suspicious/noArrayIndexKey: identical rows
          key={at}
          style={{ gridTemplateColumns: `16px minmax(0, ${widths[at % 4]}px) minmax(0, 1fr) 64px` }}
        >
          <span className="sk" />
          <span className="sk" />
          <span />
          <span className="sk" />
        </div>
      ))}
    </Loading>
  );
}

/** The row of numbers or cards that is still coming. */
export function CardsSkeleton({
  cards = 4,
  label = "Loading the numbers",
}: {
  cards?: number;
  label?: string;
}) {
  return (
    <Loading label={label} className="split figs">
      {Array.from({ length: cards }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: identical cards
        <div key={at}>
          <span className="sk line" style={{ maxWidth: 120 }} />
          <span className="sk tall" style={{ maxWidth: 88, marginTop: 8 }} />
          <span className="sk line" style={{ maxWidth: 160, marginTop: 12 }} />
        </div>
      ))}
    </Loading>
  );
}

/** Sentences that are still coming. */
export function LinesSkeleton({ lines = 3, label = "Loading" }: { lines?: number; label?: string }) {
  const widths = ["92%", "78%", "85%", "60%"];
  return (
    <Loading label={label}>
      {Array.from({ length: lines }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: identical lines
        <span className="sk line" key={at} style={{ maxWidth: widths[at % 4], marginBottom: 8 }} />
      ))}
    </Loading>
  );
}

function Loading({
  label,
  className,
  style,
  children,
}: {
  label: string;
  className?: string;
  style?: CSSProperties;
  children: ReactNode;
}) {
  return (
    <div role="status" aria-busy="true" aria-label={label} className={className} style={style}>
      {children}
    </div>
  );
}
