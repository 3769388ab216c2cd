"use client";
import { useEffect, useId, useRef, useState } from "react";
import { TextField, type TextFieldProps } from "@/components/ui/fields";

export type LookupFieldProps = Omit<TextFieldProps, "list" | "onInput" | "autoComplete"> & {
  /** Address that answers `?q=` with `[{value, label}]`. */
  source: string;
};

type Offer = { value: string; label: string };

/** Time to go on typing before names are asked for; milliseconds. */
const PAUSE_MS = 120;

/**
 * A name out of too many for a list: the server offers names that hold what is typed. Without script the name is typed
 * whole; the action finds what it names either way.
 */
export function LookupField({ source, ...field }: LookupFieldProps) {
  const id = useId();
  const [offers, setOffers] = useState<readonly Offer[]>([]);
  const ask = useOffers(source, setOffers);
  return (
    <>
      <TextField
        {...field}
        list={id}
        autoComplete="off"
        onFocus={(event) => ask(event.currentTarget.value)}
        onInput={(event) => ask(event.currentTarget.value)}
      />
      <datalist id={id}>
        {offers.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </datalist>
    </>
  );
}

/** Asks after a pause, and only the last answer counts. */
function useOffers(source: string, answer: (offers: readonly Offer[]) => void) {
  const waiting = useRef<{ timer?: ReturnType<typeof setTimeout>; asked?: AbortController }>({});
  useEffect(() => {
    const present = waiting.current;
    return () => {
      clearTimeout(present.timer);
      present.asked?.abort();
    };
  }, []);
  return (text: string) => {
    clearTimeout(waiting.current.timer);
    waiting.current.timer = setTimeout(async () => {
      waiting.current.asked?.abort();
      const asked = new AbortController();
      waiting.current.asked = asked;
      const offers = await fetchOffers(`${source}?q=${encodeURIComponent(text)}`, asked.signal);
      if (!asked.signal.aborted) answer(offers);
    }, PAUSE_MS);
  };
}

/** No offers where the server cannot be asked: the name can still be typed. */
async function fetchOffers(address: string, signal: AbortSignal): Promise<readonly Offer[]> {
  try {
    const response = await fetch(address, { signal });
    return response.ok ? await response.json() : [];
  } catch {
    return [];
  }
}
