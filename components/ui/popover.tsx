"use client";
import { Popover as Base } from "@base-ui/react/popover";
import type { ReactNode } from "react";
import { type ButtonLook, buttonClass } from "@/components/ui/button";

export type PopoverProps = { trigger: ReactNode; look?: ButtonLook; title: ReactNode; children: ReactNode };

/** A note that opens beside what it explains. */
export function Popover({ trigger, look, title, children }: PopoverProps) {
  return (
    <Base.Root>
      <Base.Trigger className={buttonClass(look)}>{trigger}</Base.Trigger>
      <Base.Portal>
        <Base.Positioner className="floater" sideOffset={6} align="start" collisionPadding={8}>
          <Base.Popup className="popover">
            <Base.Title>{title}</Base.Title>
            <div className="soft">{children}</div>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
