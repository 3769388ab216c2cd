"use client";
import { type ComponentType, useCallback, useEffect, useState, useSyncExternalStore } from "react";
import type { PaletteProps } from "@/components/shell/palette";
import { useTypedAhead } from "@/components/shell/use-typed-ahead";

const FAULT = "The search could not be fetched. Try again.";

/** The button and the keys that open the palette. What it shows is fetched when it is first asked for. */
export function PaletteDoor({ source }: { source: string }) {
  const [open, setOpen] = useState(false);
  const [Palette, setPalette] = useState<ComponentType<PaletteProps> | null>(null);
  const [fault, setFault] = useState(false);
  const [typed, forget] = useTypedAhead(open && Palette === null);
  const mac = useSyncExternalStore(never, isMac, () => false);

  const show = useCallback(async () => {
    forget();
    setOpen(true);
    setFault(false);
    try {
      const module = await import("@/components/shell/palette");
      setPalette(() => module.Palette);
    } catch {
      setOpen(false);
      setFault(true);
    }
  }, [forget]);

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (!isPaletteKey(event)) return;
      event.preventDefault();
      if (open) setOpen(false);
      else if (document.querySelector("dialog[open], [role=dialog][data-open]") === null) show();
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [open, show]);

  return (
    <>
      {fault ? (
        <span className="find-fault" role="alert">
          {FAULT}
        </span>
      ) : null}
      <button
        className="find-door"
        type="button"
        aria-label="Search or go to…"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={show}
      >
        <svg aria-hidden="true">
          <use href="#wg-find" />
        </svg>
        <span>Search or go to…</span>
        <kbd>{mac ? "⌘ K" : "Ctrl K"}</kbd>
      </button>
      {Palette ? <Palette source={source} typed={typed} open={open} onOpenChange={setOpen} /> : null}
    </>
  );
}

/** Ctrl-K or Cmd-K, and no other key with them. */
function isPaletteKey(event: KeyboardEvent): boolean {
  const held = event.ctrlKey !== event.metaKey && !event.altKey && !event.shiftKey;
  return held && event.key.toLowerCase() === "k" && !event.isComposing;
}

function isMac(): boolean {
  return /Mac|iPhone|iPad/.test(window.navigator.platform);
}

function never() {
  return () => undefined;
}
