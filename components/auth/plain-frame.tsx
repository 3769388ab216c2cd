import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";

export type PlainFrameProps = {
  homeHref: string;
  homeLabel: string;
  /** At the right of the bar: signing out. */
  beside?: ReactNode;
  children: ReactNode;
};

/** The frame of pages outside any program: the mark, the way back, one reading column. */
export function PlainFrame({ homeHref, homeLabel, beside, children }: PlainFrameProps) {
  return (
    <>
      <header className="top">
        <Link className="brand" href={homeHref}>
          <svg aria-hidden="true">
            <use href="#wg-mark" />
          </svg>
          Wavegate
        </Link>
        <span className="crumb">
          <Link href={homeHref}>{homeLabel}</Link>
        </span>
        {beside}
      </header>
      <main id="main" tabIndex={-1} style={{ maxWidth: 960, marginInline: "auto" }}>
        {children}
      </main>
    </>
  );
}
