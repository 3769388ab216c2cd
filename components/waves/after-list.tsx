import type { ReactNode } from "react";

/** What stands below a list of consequences: the act itself. */
export function AfterList({ children }: { children: ReactNode }) {
  return <div style={{ marginTop: 20 }}>{children}</div>;
}
