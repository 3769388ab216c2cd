"use client";
import { usePathname } from "next/navigation";
import { Crumbs } from "@/components/shell/crumbs";
import { prepareCrumbs } from "@/components/shell/prepare-crumbs";

type Props = { program: { name: string; href: string }; home: string };

/** Where one is, read from the address, so that every page has it in the same place. */
export function PathCrumbs({ program, home }: Props) {
  return <Crumbs crumbs={prepareCrumbs(usePathname(), program, home)} />;
}
