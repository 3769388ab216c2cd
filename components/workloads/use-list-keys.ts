"use client";
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { commandOf, type ListCommand, type Place } from "@/components/workloads/list-keys";

const KEPT_AS = "wavegate.list.single-keys";

type Acts = {
  /** Turns to a page (1 is the first, Infinity the last); true once its rows are there. */
  turn: (to: "first" | "last" | "next" | "previous") => Promise<boolean>;
  mark: (ids: readonly string[], toggle: boolean) => void;
};

/**
 * The keys of the list. The row cursor is the focus itself, on the name of a row: what has the focus is seen, announced, and
 * opened by Enter without any doing.
 */
export function useListKeys(
  frame: RefObject<HTMLElement | null>,
  help: RefObject<HTMLDialogElement | null>,
  acts: Acts,
) {
  const [single, setSingle] = useState(true);
  const latest = useRef(acts);
  latest.current = acts;
  useEffect(() => setSingle(window.localStorage.getItem(KEPT_AS) !== "off"), []);

  useEffect(() => {
    async function onKey(event: KeyboardEvent) {
      if (event.defaultPrevented || document.querySelector("dialog[open]") !== null) return;
      const place = placeOf(event.target, frame.current);
      const command = commandOf(event, place, single);
      if (command === null) return;
      event.preventDefault();
      await obey(command, frame.current, help.current, latest.current);
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [frame, help, single]);

  const keep = useCallback((on: boolean) => {
    window.localStorage.setItem(KEPT_AS, on ? "on" : "off");
    setSingle(on);
  }, []);
  return { single, keep };
}

async function obey(
  command: ListCommand,
  frame: HTMLElement | null,
  help: HTMLDialogElement | null,
  acts: Acts,
): Promise<void> {
  const at = rowAt(frame);
  switch (command) {
    case "search":
      return frame?.querySelector<HTMLInputElement>("input[type=search]")?.focus();
    case "help":
      return help?.showModal();
    case "next":
      return focusRow(frame, at + 1);
    case "previous":
      return focusRow(frame, Math.max(0, at - 1));
    case "mark":
      return acts.mark(idsOf(frame).slice(at, at + 1), true);
    case "extend_next":
    case "extend_previous": {
      const to = command === "extend_next" ? at + 1 : Math.max(0, at - 1);
      const ids = idsOf(frame);
      acts.mark(
        [ids[at], ids[to]].filter((id) => id !== undefined),
        false,
      );
      return focusRow(frame, to);
    }
    case "first":
    case "last":
      await acts.turn(command);
      return focusSoon(frame, command === "first" ? 0 : Number.MAX_SAFE_INTEGER);
    case "next_page":
      if (await acts.turn("next")) focusSoon(frame, 0);
      return;
    case "previous_page":
      if (await acts.turn("previous")) focusSoon(frame, 0);
  }
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

function focusRow(frame: HTMLElement | null, at: number): void {
  const all = names(frame);
  const name = all[Math.min(at, all.length - 1)];
  name?.focus();
  name?.closest("tr")?.scrollIntoView({ block: "nearest" });
}

/** After React has drawn the rows that just came. */
function focusSoon(frame: HTMLElement | null, at: number): void {
  requestAnimationFrame(() => focusRow(frame, at));
}
