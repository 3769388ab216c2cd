"use client";
import { PageFailed, type PageFailedProps } from "@/components/shell/page-failed";

/** A page outside any program that failed. */
export default function PageError(props: PageFailedProps) {
  return (
    <main id="main" tabIndex={-1}>
      <div className="pagefail">
        <PageFailed {...props} />
      </div>
    </main>
  );
}
