"use client";
import { FailState } from "@/components/ui/states";

/** `retry` asks the server once more; to draw again what it said would fail again. */
export type PageFailedProps = { error: Error & { digest?: string }; retry: () => void };

/** A page that failed: what it means for the reader, a reference for the log, a way to try again. */
export function PageFailed({ error, retry }: PageFailedProps) {
  return (
    <FailState
      level={1}
      title="This page could not be shown"
      reference={error.digest}
      action={
        <div className="acts-row">
          <button className="btn" type="button" onClick={retry}>
            Try again
          </button>
          <a className="btn ghost" href="/">
            Go to the start
          </a>
        </div>
      }
    >
      Something went wrong on the way here. What was saved before is not touched by it. If it happens again,
      {error.digest === undefined
        ? " tell whoever runs Wavegate when it was."
        : " give the reference below to whoever runs Wavegate."}
    </FailState>
  );
}
