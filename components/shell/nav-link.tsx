"use client";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";

export type NavLinkProps = { href: string; exact?: boolean; className?: string; children: ReactNode };

/** A link that knows whether one is there. */
export function NavLink({ href, exact, className, children }: NavLinkProps) {
  const here = usePathname();
  const current = here === href || (!exact && here.startsWith(`${href}/`));
  return (
    <Link className={className} href={href} aria-current={current ? "page" : undefined}>
      {children}
    </Link>
  );
}
