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
        <button className="btn" type="button" onClick={retry}>
          Try again
        </button>
      }
    >
      Something went wrong while it was read. Reading changes nothing, so nothing was lost. If it happens
      again, give the reference below to whoever runs Wavegate.
    </FailState>
  );
}
