import type { SearchParams } from "@/lib/kernel/search-params";

export const WAVE_TABS = ["readiness", "checklist", "workloads", "dependencies", "risks", "history"] as const;
export type WaveTab = (typeof WAVE_TABS)[number];

/** The tab that the address names; readiness when it names none. */
export function waveTab(params: SearchParams): WaveTab {
  return WAVE_TABS.find((tab) => tab === params.tab) ?? "readiness";
}

/** The page from 1; 1 for anything else. */
export function pageOf(params: SearchParams): number {
  const found = Number(one(params.page));
  return Number.isInteger(found) && found > 0 ? found : 1;
}

/** One text of the address; empty when absent. */
export function one(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? "";
}

/** The ids of chosen rows in the address: what is no id is passed over. */
export function chosenIds(value: string | string[] | undefined): string[] {
  const all = value === undefined ? [] : Array.isArray(value) ? value : [value];
  return [...new Set(all.filter((text) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)))].slice(
    0,
    500,
  );
}

/** Whether a number can be that of a wave at all; the database knows no others. */
export function isWaveNumber(number: number): boolean {
  return Number.isInteger(number) && number >= 1 && number <= 999;
}

/** The number of a wave in an address; null when it is none. */
export function waveNumber(text: string): number | null {
  return /^[1-9]\d{0,2}$/.test(text) ? Number(text) : null;
}
