import type { ReactNode } from "react";
import { PageHeader } from "@/components/ui/page";

/** An address that leads nowhere: why that may be, and where to go instead. */
export function NothingHere({ children, action }: { children: ReactNode; action: ReactNode }) {
  return (
    <>
      <PageHeader eyebrow="404" title="There is nothing at this address" />
      <p className="soft" style={{ margin: "8px 0 16px", maxWidth: "68ch" }}>
        {children}
      </p>
      {action}
    </>
  );
}
