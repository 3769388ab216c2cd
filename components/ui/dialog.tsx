"use client";
import { type MouseEvent, type ReactNode, useId, useState } from "react";
import { type ButtonLook, buttonClass } from "@/components/ui/button";

export type DialogProps = {
  trigger: ReactNode;
  triggerLook?: ButtonLook;
  title: ReactNode;
  description?: ReactNode;
  wide?: boolean;
  children: ReactNode;
};

/**
 * A question that must be answered before going on; on a phone it rises from below. The browser's own modal dialog: it keeps the
 * focus inside, closes on Escape and gives the focus back.
 */
export function Dialog({ trigger, triggerLook, title, description, wide, children }: DialogProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <button
        className={buttonClass(triggerLook)}
        type="button"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {trigger}
      </button>
      {open ? (
        // biome-ignore lint/a11y/useKeyWithClickEvents: a press beside the dialog closes it; the keyboard has Escape
        <dialog
          className={wide ? "dialog wide" : "dialog"}
          ref={showModally}
          onClose={() => setOpen(false)}
          onClick={closeBeside}
          aria-labelledby={`${id}-title`}
          aria-describedby={description ? `${id}-about` : undefined}
        >
          <div className="dialog-h">
            <h2 id={`${id}-title`}>{title}</h2>
            <button className="iconbtn" type="button" aria-label="Close" onClick={closeAround}>
              <svg aria-hidden="true">
                <use href="#wg-close" />
              </svg>
            </button>
          </div>
          {description ? (
            <p className="dialog-d" id={`${id}-about`}>
              {description}
            </p>
          ) : null}
          {children}
        </dialog>
      ) : null}
    </>
  );
}

/** A button that closes the dialog it stands in. */
export function DialogClose({ children, ...look }: ButtonLook & { children: ReactNode }) {
  return (
    <button className={buttonClass(look)} type="button" onClick={closeAround}>
      {children}
    </button>
  );
}

function showModally(dialog: HTMLDialogElement | null) {
  if (dialog !== null && !dialog.open) dialog.showModal();
}

function closeAround(event: MouseEvent<HTMLButtonElement>) {
  event.currentTarget.closest("dialog")?.close();
}

/** A press on the backdrop is one on the dialog itself, outside its box. */
function closeBeside(event: MouseEvent<HTMLDialogElement>) {
  const { left, right, top, bottom } = event.currentTarget.getBoundingClientRect();
  const inside =
    event.clientX >= left && event.clientX <= right && event.clientY >= top && event.clientY <= bottom;
  // pressing a key on a button inside clicks it at no place
  if (event.target === event.currentTarget && !inside) event.currentTarget.close();
}
