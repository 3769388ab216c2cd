"use client";
import { usePathname, useSearchParams } from "next/navigation";
import { type MouseEvent, type ReactNode, useState } from "react";

/** The navigation behind the menu button below 1100 px; a change of address closes it. */
export function MobileMenu({ children }: { children: ReactNode }) {
  const place = `${usePathname()}?${useSearchParams()}`;
  return <Drawer key={place}>{children}</Drawer>;
}

/** The browser's own modal dialog: it keeps the focus inside, closes on Escape and gives the focus back. */
function Drawer({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        className="iconbtn menubtn"
        type="button"
        aria-label="Menu"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <svg aria-hidden="true">
          <use href="#wg-menu" />
        </svg>
      </button>
      {open ? (
        // biome-ignore lint/a11y/useKeyWithClickEvents: a press beside the drawer closes it; the keyboard has Escape
        <dialog
          className="drawer"
          aria-label="Menu"
          ref={showModally}
          onClose={() => setOpen(false)}
          onClick={closeBeside}
        >
          <form className="drawer-h" method="dialog">
            <h2 className="brand">Menu</h2>
            <button className="iconbtn" type="submit" aria-label="Close menu">
              <svg aria-hidden="true">
                <use href="#wg-close" />
              </svg>
            </button>
          </form>
          {children}
        </dialog>
      ) : null}
    </>
  );
}

function showModally(dialog: HTMLDialogElement | null) {
  if (dialog !== null && !dialog.open) dialog.showModal();
}

/** A press on the backdrop is one on the dialog itself, outside its box. */
function closeBeside(event: MouseEvent<HTMLDialogElement>) {
  const { right } = event.currentTarget.getBoundingClientRect();
  if (event.target === event.currentTarget && event.clientX > right) event.currentTarget.close();
}
