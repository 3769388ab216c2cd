"use client";
import { type ReactNode, useSyncExternalStore } from "react";

const PHONE = "(max-width: 719px)";

type Props = {
  summary: ReactNode;
  /** Whether it stands open where there is room. */
  open?: boolean;
  /** Whether it stands open on a phone, where a long list of parts would be many screens. */
  phoneOpen?: boolean;
  className?: string;
  children: ReactNode;
};

/** A part of a long list that folds; on a phone it begins folded. Without script it stands as on a wide screen. */
export function PhoneFold({ summary, open = true, phoneOpen = false, className = "fold", children }: Props) {
  const isPhone = useSyncExternalStore(
    watchWidth,
    () => matchMedia(PHONE).matches,
    () => false,
  );
  return (
    <details className={className} open={isPhone ? phoneOpen : open}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}

function watchWidth(tell: () => void): () => void {
  const query = matchMedia(PHONE);
  query.addEventListener("change", tell);
  return () => query.removeEventListener("change", tell);
}
