"use client";
import { useEffect, useSyncExternalStore } from "react";

export type Place = { id: string; name: string };

const EMPTY: ReadonlyMap<string, string> = new Map();
let known = EMPTY;
const listeners = new Set<() => void>();

/** Says what the thing in the address is called. The crumbs stand above the page, so they learn it here. */
export function PlaceName({ id, name }: Place) {
  useEffect(() => {
    // the system outside React: what the frame around the pages knows
    if (known.get(id) === name) return;
    known = new Map(known).set(id, name);
    for (const listener of listeners) listener();
  }, [id, name]);
  return null;
}

/** The names that pages have said so far, by the identity in their address. */
export function usePlaceNames(): ReadonlyMap<string, string> {
  return useSyncExternalStore(
    subscribe,
    () => known,
    () => EMPTY,
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
