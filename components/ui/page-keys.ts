"use client";
import { useEffect, useSyncExternalStore } from "react";

/** A shortcut as the help names it; `single`: a mere character, which can be switched off. */
export type Shortcut = { keys: readonly string[]; does: string; single?: true };

/** The keys that a page has beside those that work everywhere. */
export type PageKeys = { title: string; shortcuts: readonly Shortcut[] };

type Keys = {
  /** Whether the help on keys is shown. */
  open: boolean;
  /** Whether keys that are a mere character work. */
  single: boolean;
  page: PageKeys | null;
};

const KEPT_AS = "wavegate.list.single-keys";
const AT_FIRST: Keys = { open: false, single: true, page: null };
const listeners = new Set<() => void>();
let keys: Keys | null = null;

/** What is known of keys on this page; one for the whole of it. */
export function useKeys(): Keys {
  return useSyncExternalStore(subscribe, present, () => AT_FIRST);
}

/** Names the keys of a page for as long as it is shown. */
export function usePageKeys(page: PageKeys): void {
  useEffect(() => {
    change({ page });
    return () => change({ page: null });
  }, [page]);
}

export function showKeys(open: boolean): void {
  change({ open });
}

/** Kept in this browser. */
export function letSingleKeysWork(single: boolean): void {
  window.localStorage.setItem(KEPT_AS, single ? "on" : "off");
  change({ single });
}

function present(): Keys {
  keys ??= { ...AT_FIRST, single: window.localStorage.getItem(KEPT_AS) !== "off" };
  return keys;
}

function change(to: Partial<Keys>): void {
  keys = { ...present(), ...to };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
