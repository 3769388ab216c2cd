"use client";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Meter } from "@/components/ui/measure";
import type { ImportProgress as Progress } from "@/lib/exchange/model/import-state";
import { formatCount } from "@/lib/kernel/text";

const EVERY_MS = 1000;

type Props = { path: string; first: Progress };

/** How far a job has come; looks again each second and shows the page anew when the job is done. */
export function ImportProgress({ path, first }: Props) {
  const router = useRouter();
  const [now, setNow] = useState(first);
  useEffect(() => {
    let gone = false;
    const timer = setInterval(async () => {
      const next = await look(path);
      if (gone || next === null) return;
      setNow(next);
      const isOver = next.state !== first.state || (next.stage === "" && first.stage !== "");
      if (isOver) router.refresh();
    }, EVERY_MS);
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, [path, first.state, first.stage, router]);
  const share = now.total > 0 ? Math.min(1, now.done / now.total) : null;
  return (
    <div className="grid max-w-[560px] gap-3">
      <p role="status" aria-live="polite">
        <b>{now.stage === "" ? "Waiting for its turn" : now.stage}</b>
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

async function look(path: string): Promise<Progress | null> {
  const response = await fetch(path, { headers: { accept: "application/json" } }).catch(() => null);
  if (response === null || !response.ok) return null;
  return response.json();
}
