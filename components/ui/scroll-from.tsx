"use client";
import type { ReactNode } from "react";

type Props = {
  /** What the reader should see first, as a share of the whole width. */
  at: number;
  label: string;
  className: string;
  children: ReactNode;
};

/** What scrolls sideways where it is too wide, and opens with one place in its middle instead of at its left end. */
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
  element.scrollLeft = at * element.scrollWidth - element.clientWidth / 2;
}
