"use client";
import { useCallback, useEffect, useState } from "react";

/**
 * What is typed while something is on its way that will take it: kept from the page, where a letter may be a shortcut.
 * @returns the text, and a way to forget it
 */
export function useTypedAhead(waiting: boolean): [string, () => void] {
  const [typed, setTyped] = useState("");
  useEffect(() => {
    function keep(event: KeyboardEvent) {
      if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      setTyped((before) => before + event.key);
    }
    if (waiting) document.addEventListener("keydown", keep, true);
    return () => document.removeEventListener("keydown", keep, true);
  }, [waiting]);
  return [typed, useCallback(() => setTyped(""), [])];
}
