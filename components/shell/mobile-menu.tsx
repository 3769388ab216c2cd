"use client";
import { Dialog } from "@base-ui/react/dialog";
import { usePathname, useSearchParams } from "next/navigation";
import type { ReactNode } from "react";

/** The navigation behind the menu button below 1100 px; a change of address closes it. */
export function MobileMenu({ children }: { children: ReactNode }) {
  const place = `${usePathname()}?${useSearchParams()}`;
  return <Drawer key={place}>{children}</Drawer>;
}

function Drawer({ children }: { children: ReactNode }) {
  return (
    <Dialog.Root>
      <Dialog.Trigger className="iconbtn menubtn" aria-label="Menu">
        <svg aria-hidden="true">
          <use href="#wg-menu" />
        </svg>
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className="drawer">
          <div className="drawer-h">
            <Dialog.Title className="brand">Menu</Dialog.Title>
            <Dialog.Close className="iconbtn" aria-label="Close menu">
              <svg aria-hidden="true">
                <use href="#wg-close" />
              </svg>
            </Dialog.Close>
          </div>
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
