"use client";
import { useEffect, useState } from "react";
import type { PaletteGroup } from "@/lib/overview/model";

/** Time to go on typing before the server is asked; milliseconds. */
const PAUSE_MS = 80;
const UNREACHED = "The server does not answer. Go on typing to ask again.";

type Answer = {
  /** What was asked; null before the first answer. */
  text: string | null;
  groups: readonly PaletteGroup[];
  problem: string | null;
};

/**
 * What is typed and what the server found for it. While an answer is coming the one before stays and `coming` is true; an
 * older question is given up.
 */
export function usePalette(source: string, typed: string) {
  const [text, setText] = useState(typed);
  const [answer, setAnswer] = useState<Answer>({ text: null, groups: [], problem: null });
  useEffect(() => {
    const asked = new AbortController();
    const timer = setTimeout(
      async () => {
        const found = await ask(`${source}?q=${encodeURIComponent(text)}`, asked.signal);
        if (!asked.signal.aborted) setAnswer({ text, ...found });
      },
      text === "" ? 0 : PAUSE_MS,
    );
    return () => {
      clearTimeout(timer);
      asked.abort();
    };
  }, [source, text]);
  return { ...answer, text, setText, coming: answer.text !== text };
}

async function ask(address: string, signal: AbortSignal): Promise<Omit<Answer, "text">> {
  try {
    const response = await fetch(address, { signal });
    const body = await response.json();
    if (response.ok) return { groups: body, problem: null };
    return { groups: [], problem: body?.error?.message ?? UNREACHED };
  } catch {
    return { groups: [], problem: UNREACHED };
  }
}
