"use client";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Meter } from "@/components/ui/measure";
import type { ImportProgress as Progress } from "@/lib/exchange/model/import-state";
import { formatCount } from "@/lib/kernel/text";

const EVERY_MS = 1000;
/** A page takes a while to come on a busy day; asked for again sooner, it would never arrive. */
const ASK_AGAIN_MS = 15_000;

type Props = { path: string; first: Progress };

/** How far a job has come; looks again each second and shows the page anew when the job is done. */
export function ImportProgress({ path, first }: Props) {
  const router = useRouter();
  const [now, setNow] = useState(first);
  const { state, stage } = first;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let gone = false;
    let askedAt = Number.NEGATIVE_INFINITY;
    async function lookAgain() {
      const next = await look(path);
      if (gone) return;
      if (next !== null) setNow(next);
      if (next !== null && isOver({ state, stage }, next) && performance.now() - askedAt > ASK_AGAIN_MS) {
        askedAt = performance.now();
        router.refresh();
      }
      timer = setTimeout(lookAgain, EVERY_MS);
    }
    timer = setTimeout(lookAgain, EVERY_MS);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [path, state, stage, router]);
  const share = now.total > 0 ? Math.min(1, now.done / now.total) : null;
  return (
    <div className="grid max-w-[560px] gap-3">
      <p role="status" aria-live="polite">
        <b>{isOver(first, now) ? "Done; its page is being made" : stageWords(now)}</b>
        {share === null ? null : (
          <span className="soft">
            {" "}
            {formatCount(now.done)} of {formatCount(now.total)} rows
          </span>
        )}
      </p>
      <Meter value={share} />
      <p className="soft">You may leave this page and come back. It goes on without you.</p>
      <noscript>
        <p>
          <a className="go" href="?">
            Look again
          </a>
        </p>
      </noscript>
    </div>
  );
}

type Step = Pick<Progress, "state" | "stage">;

/** The job has left the state in which this page shows it; a job that begins has only got its turn. */
function isOver(first: Step, next: Step): boolean {
  return next.state !== first.state || (next.stage === "" && first.stage !== "");
}

function stageWords({ stage }: Step): string {
  return stage === "" ? "Waiting for its turn" : stage;
}

async function look(path: string): Promise<Progress | null> {
  const response = await fetch(path, { headers: { accept: "application/json" } }).catch(() => null);
  if (response === null || !response.ok) return null;
  return response.json();
}
