"use client";
import { Menu as Base } from "@base-ui/react/menu";
import type { ReactNode } from "react";
import { type ButtonLook, buttonClass } from "@/components/ui/button";
import { Link } from "@/components/ui/link";

export type MenuItem =
  | { label: string; href: string; note?: string }
  | { label: string; onSelect: () => void; note?: string }
  | { label: string; disabledReason: string }
  | "separator";

export type MenuProps = {
  label: ReactNode;
  items: readonly MenuItem[];
  look?: ButtonLook;
  /** Name of a trigger that shows only an icon. */
  "aria-label"?: string;
};

/** A short list of acts or places behind one button. */
export function Menu({ label, items, look, ...rest }: MenuProps) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger className={buttonClass(look)} aria-label={rest["aria-label"]}>
        {label}
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner className="floater" sideOffset={4} align="start">
          <Base.Popup className="menu">
            {items.map((item, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: items keep their order
              <Entry key={at} item={item} />
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function Entry({ item }: { item: MenuItem }) {
  if (item === "separator") return <Base.Separator className="menu-sep" />;
  if ("disabledReason" in item) {
    return (
      <Base.Item className="menu-i" disabled>
        {item.label} <small>{item.disabledReason}</small>
      </Base.Item>
    );
  }
  const note = item.note ? <small>{item.note}</small> : null;
  if ("href" in item) {
    return (
      <Base.LinkItem className="menu-i" render={<Link href={item.href} />} closeOnClick>
        {item.label} {note}
      </Base.LinkItem>
    );
  }
  return (
    <Base.Item className="menu-i" onClick={item.onSelect}>
      {item.label} {note}
    </Base.Item>
  );
}
