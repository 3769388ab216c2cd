/** The lists whose filters, order and columns can be kept; the value is their place below the program. */
export const VIEW_PAGES = ["workloads", "assets", "risks", "remediation", "questions"] as const;
export type ViewPage = (typeof VIEW_PAGES)[number];

/** The most views one person keeps of one list. */
export const MOST_VIEWS = 50;

/** A kept view of a list. `query` is the address's, without `?`; `mine` says whether the reader may change it. */
export type SavedViewRow = {
  id: string;
  version: number;
  name: string;
  query: string;
  shared: boolean;
  mine: boolean;
  by: string;
};
