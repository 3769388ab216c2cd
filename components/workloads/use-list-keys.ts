"use client";
import { type RefObject, useEffect, useRef } from "react";
import { showKeys, useKeys } from "@/components/ui/page-keys";
import { commandOf, type ListCommand, type Place } from "@/components/workloads/list-keys";

const OPEN_DIALOG = "dialog[open], [role=dialog][data-open]";

type Acts = {
  /** Turns to another page: it is on its way, or one is there already, or there is none such. */
  turn: (to: "first" | "last" | "next" | "previous") => "coming" | "here" | "none";
  mark: (ids: readonly string[], toggle: boolean) => void;
};

/**
 * The keys of the list. The row cursor is the focus itself, on the name of a row: what has the focus is seen, announced, and
 * opened by Enter without any doing.
 */
export function useListKeys(
  frame: RefObject<HTMLElement | null>,
  rows: readonly unknown[],
  acts: Acts,
): void {
  const { single } = useKeys();
  const latest = useRef(acts);
  latest.current = acts;
  /** The row that takes the focus when the page that is on its way has come. */
  const awaited = useRef<number | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: new rows are what this waits for
  useEffect(() => {
    if (awaited.current !== null) focusRow(frame.current, awaited.current);
    awaited.current = null;
  }, [rows]);

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.defaultPrevented || document.querySelector(OPEN_DIALOG) !== null) return;
      const place = placeOf(event.target, frame.current);
      const command = commandOf(event, place, single);
      if (command === null) return;
      event.preventDefault();
      awaited.current = obey(command, frame.current, latest.current);
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [frame, single]);
}

/** Does what was asked. @returns the row that takes the focus once the page asked for has come; null for none */
function obey(command: ListCommand, frame: HTMLElement | null, acts: Acts): number | null {
  const at = rowAt(frame);
  const ids = idsOf(frame);
  switch (command) {
    case "search":
      frame?.querySelector<HTMLInputElement>("input[type=search]")?.focus();
      return null;
    case "help":
      showKeys(true);
      return null;
    case "next":
      return focusRow(frame, at + 1);
    case "previous":
      return focusRow(frame, Math.max(0, at - 1));
    case "mark":
      acts.mark(ids.slice(at, at + 1), true);
      return null;
    case "extend_next":
    case "extend_previous": {
      const to = command === "extend_next" ? Math.min(at + 1, ids.length - 1) : Math.max(0, at - 1);
      acts.mark([...new Set([ids[at] ?? "", ids[to] ?? ""])], false);
      return focusRow(frame, to);
    }
    default:
      return turned(command, frame, acts);
  }
}

const TURNS = {
  first: { to: "first", row: 0 },
  last: { to: "last", row: Number.MAX_SAFE_INTEGER },
  next_page: { to: "next", row: 0 },
  previous_page: { to: "previous", row: 0 },
} as const;

function turned(command: keyof typeof TURNS, frame: HTMLElement | null, acts: Acts): number | null {
  const { to, row } = TURNS[command];
  const page = acts.turn(to);
  if (page === "here") focusRow(frame, row);
  return page === "coming" ? row : null;
}

function placeOf(target: EventTarget | null, frame: HTMLElement | null): Place {
  if (!(target instanceof HTMLElement)) return "elsewhere";
  const typing = target.matches(
    "textarea, select, [contenteditable], input:not([type=checkbox]):not([type=radio])",
  );
  if (typing) return "field";
  return frame?.contains(target) && target.closest("[data-row]") !== null ? "row" : "elsewhere";
}

function names(frame: HTMLElement | null): HTMLElement[] {
  return [...(frame?.querySelectorAll<HTMLElement>("[data-row] a[data-name]") ?? [])];
}

function idsOf(frame: HTMLElement | null): string[] {
  return [...(frame?.querySelectorAll<HTMLElement>("[data-row]") ?? [])].map((row) => row.dataset.row ?? "");
}

/** Where the focus is among the rows; -1 outside of them. */
function rowAt(frame: HTMLElement | null): number {
  const row = document.activeElement?.closest<HTMLElement>("[data-row]");
  return row === null || row === undefined ? -1 : idsOf(frame).indexOf(row.dataset.row ?? "");
}

function focusRow(frame: HTMLElement | null, at: number): null {
  const all = names(frame);
  const name = all[Math.min(at, all.length - 1)];
  name?.focus();
  return null;
}
