"use client";
import { Dialog as Base } from "@base-ui/react/dialog";
import type { ReactNode } from "react";
import { type ButtonLook, buttonClass } from "@/components/ui/button";

export type DialogProps = {
  trigger: ReactNode;
  triggerLook?: ButtonLook;
  title: ReactNode;
  description?: ReactNode;
  wide?: boolean;
  children: ReactNode;
};

/** A question that must be answered before going on; on a phone it rises from below. */
export function Dialog({ trigger, triggerLook, title, description, wide, children }: DialogProps) {
  return (
    <Base.Root>
      <Base.Trigger className={buttonClass(triggerLook)}>{trigger}</Base.Trigger>
      <Base.Portal>
        <Base.Backdrop className="backdrop" />
        <Base.Popup className={wide ? "dialog wide" : "dialog"}>
          <div className="dialog-h">
            <Base.Title>{title}</Base.Title>
            <Base.Close className="iconbtn" aria-label="Close">
              <svg aria-hidden="true">
                <use href="#wg-close" />
              </svg>
            </Base.Close>
          </div>
          {description ? <Base.Description className="dialog-d">{description}</Base.Description> : null}
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

/** A button that closes the dialog it stands in. */
export function DialogClose({ children, ...look }: ButtonLook & { children: ReactNode }) {
  return <Base.Close className={buttonClass(look)}>{children}</Base.Close>;
}
