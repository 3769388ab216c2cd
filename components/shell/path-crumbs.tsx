"use client";
import { usePathname, useSearchParams } from "next/navigation";
import { Crumbs } from "@/components/shell/crumbs";
import { prepareCrumbs } from "@/components/shell/prepare-crumbs";
import type { ShellWave } from "@/components/shell/shell-model";
import { usePlaceNames } from "@/components/ui/place-name";

type Props = { program: { name: string; href: string }; home: string; waves?: readonly ShellWave[] };

/** Where one is, read from the address, so that every page has it in the same place. */
export function PathCrumbs({ program, home, waves = [] }: Props) {
  const said = usePlaceNames();
  const ofWaves = waves.map(({ href, number, name }) => [href, `Wave ${number}, ${name}`] as const);
  const names = new Map([...ofWaves, ...said]);
  const kind = useSearchParams().get("kind");
  return <Crumbs crumbs={prepareCrumbs(usePathname(), program, home, names, kind)} />;
}
