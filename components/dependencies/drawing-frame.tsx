"use client";
import dynamic from "next/dynamic";
import { useEffect, useRef, useState } from "react";
import type { DrawingAnswer } from "@/lib/dependencies/model";
import styles from "./dependencies.module.css";

const Canvas = dynamic(() => import("./drawing-canvas").then((module) => module.DrawingCanvas), {
  ssr: false,
  loading: () => <p className={styles.note}>Opening the drawing…</p>,
});

const ASK_AGAIN_MS = 500;
const GIVE_UP_MS = 15_000;
const FAILED = "The drawing could not be fetched. The list holds everything that it would show.";

type Props = { source: string; base: string; label: string; tall: boolean };

/** Fetches the drawing once it comes into view, waits while it is made, and says plainly when it cannot be. */
export function DrawingFrame({ source, base, label, tall }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const seen = useSeen(frame);
  const [turn, setTurn] = useState(1);
  const answer = useAnswer(source, seen ? turn : 0);
  const shown = answer?.state === "ready" ? answer : null;
  const flat = shown === null || tall ? undefined : { height: heightFor(shown.layout) };
  return (
    <div style={flat} className={tall ? `${styles.frame} ${styles.tall}` : styles.frame} ref={frame}>
      {shown ? (
        <Canvas drawing={shown.drawing} layout={shown.layout} base={base} label={label} />
      ) : (
        <div className={styles.note} role="status">
          {answer?.state === "busy" ? (
            <p>
              Many drawings are being made at this moment, so this one was not begun. The list is complete
              already.{" "}
              <button className="btn sm" type="button" onClick={() => setTurn(turn + 1)}>
                Try again
              </button>
            </p>
          ) : (
            <p>{wordsOf(answer)}</p>
          )}
        </div>
      )}
      <noscript>
        <p className={styles.note}>The drawing needs script. The list holds everything that it would show.</p>
      </noscript>
    </div>
  );
}

function wordsOf(answer: DrawingAnswer | null): string {
  return answer?.state === "impossible"
    ? `No drawing: ${lowered(answer.reason)} The list holds everything that it would show.`
    : "The drawing is being made. The list is complete already.";
}

/** As high as the drawing needs across a usual page, within bounds. */
function heightFor({ width, height }: { width: number; height: number }): number {
  const scale = Math.min(1, 1100 / Math.max(1, width));
  return Math.round(Math.min(620, Math.max(260, height * scale + 120)));
}

function useSeen(frame: React.RefObject<HTMLDivElement | null>): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const watch = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && setSeen(true),
      { rootMargin: "400px" },
    );
    watch.observe(element);
    return () => watch.disconnect();
  }, [frame]);
  return seen;
}

/** Asks when `turn` changes; 0: not yet. */
function useAnswer(source: string, turn: number): DrawingAnswer | null {
  const [answer, setAnswer] = useState<DrawingAnswer | null>(null);
  useEffect(() => {
    if (turn === 0) return;
    const stop = new AbortController();
    setAnswer(null);
    ask(source, stop.signal).then(
      (next) => stop.signal.aborted || setAnswer(next),
      () => stop.signal.aborted || setAnswer({ state: "impossible", reason: FAILED }),
    );
    return () => stop.abort();
  }, [source, turn]);
  return answer;
}

async function ask(source: string, signal: AbortSignal): Promise<DrawingAnswer> {
  for (let waited = 0; waited < GIVE_UP_MS; waited += ASK_AGAIN_MS) {
    const response = await fetch(source, { signal });
    if (!response.ok) throw new Error(`${response.status}`);
    const answer: DrawingAnswer = await response.json();
    if (answer.state !== "working") return answer;
    await new Promise((wake) => setTimeout(wake, ASK_AGAIN_MS));
  }
  return { state: "impossible", reason: "It took too long to find a place for everything." };
}

function lowered(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
