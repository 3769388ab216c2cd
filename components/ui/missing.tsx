import type { ReactNode } from "react";

/** In the place of what nobody has said: "unknown", or the words that fit better, as "no wave". */
export function Missing({ children = "unknown" }: { children?: ReactNode }) {
  return <span className="never">{children}</span>;
}
