import type { RiskList, RiskRow } from "../model/register";
import type { RiskSearch } from "./search";

/** A search as it was understood, and what it found. */
export type FoundRisks = { search: RiskSearch; list: RiskList };

type Told = {
  search: RiskSearch;
  list: Omit<RiskList, "rows"> & {
    rows: (Omit<RiskRow, "acceptedUntil" | "updatedAt"> & {
      acceptedUntil: string | null;
      updatedAt: string;
    })[];
  };
};

/** Reads what `JSON.stringify` wrote of it: instants are texts there. */
export function foundFromJson(json: string): FoundRisks {
  const { search, list } = JSON.parse(json) as Told;
  const rows = list.rows.map(({ acceptedUntil, updatedAt, ...row }) => ({
    ...row,
    acceptedUntil: acceptedUntil === null ? null : new Date(acceptedUntil),
    updatedAt: new Date(updatedAt),
  }));
  return { search, list: { ...list, rows } };
}
