"use client";
import dynamic from "next/dynamic";
import { useEffect } from "react";
import { showKeys, useKeys } from "@/components/ui/page-keys";

const KeysDialog = dynamic(
  () => import("@/components/shell/keys-dialog").then((module) => module.KeysDialog),
  {
    ssr: false,
  },
);

/** `?` shows the keys on every page, unless keys that are a mere character are switched off. */
export function KeysDoor() {
  const { open, single } = useKeys();
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.key !== "?" || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.defaultPrevented || isTyping(event.target) || isDialogOpen()) return;
      event.preventDefault();
      showKeys(true);
    }
    if (single) document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [single]);
  return open ? <KeysDialog /> : null;
}

/** Shows the keys; in the menu of the person. */
export function KeysButton() {
  return (
    <button className="nl" type="button" onClick={() => showKeys(true)}>
      Keys
    </button>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable]");
}

function isDialogOpen(): boolean {
  return document.querySelector("dialog[open], [role=dialog][data-open]") !== null;
}
