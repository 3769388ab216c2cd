"use client";
import type { ReactNode } from "react";

type Props = {
  /** What the reader should see first, as a share of the whole width. */
  at: number;
  label: string;
  className: string;
  children: ReactNode;
};

/** Where this much of the whole is shown, the left end is the better beginning: its names stand there. */
const NEARLY_ALL = 0.6;

/** What scrolls sideways where it is too wide; where little of it fits, it opens with one place in its middle. */
export function ScrollFrom({ at, label, className, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <section className={className} tabIndex={0} aria-label={label} ref={(element) => scrollTo(element, at)}>
      {children}
    </section>
  );
}

function scrollTo(element: HTMLElement | null, at: number): void {
  if (element === null || element.scrollLeft > 0) return;
  if (element.clientWidth > NEARLY_ALL * element.scrollWidth) return;
  element.scrollLeft = at * element.scrollWidth - element.clientWidth / 2;
}
