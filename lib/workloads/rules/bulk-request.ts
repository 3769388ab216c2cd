import type { BulkAsked } from "../schema";
import { BULK_MODES, MOST_AT_ONCE } from "./bulk";

type Params = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What the address of a bulk edit says: which workloads, which fact, what value. */
export type BulkRequest = {
  selection: { ids: readonly string[] } | { query: string };
  /** Nothing was chosen. */
  empty: boolean;
  asked: BulkAsked | null;
  /** A value was given, so that a preview can be shown. */
  wantsPreview: boolean;
  /** What the forms carry along, so that the selection is not lost. */
  keep: readonly (readonly [string, string])[];
  /** The list with the same filters, as a query with `?`. */
  backQuery: string;
  words: string;
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
const PREFIX = "set_";

/**
 * Where a bulk edit leads back to: the list of this program, with the query of a form that may say anything. What stands
 * in it becomes parameters of the list, never another place.
 */
export function listAddress(slug: string, backQuery: string): string {
  const query = new URLSearchParams(backQuery).toString();
  return `/p/${encodeURIComponent(slug)}/workloads${query === "" ? "" : `?${query}`}`;
}

/** Reads the address; whatever is not understood is left out. `ids` are parted by commas, `all=1` means the filters. */
export function readBulkRequest(params: Params): BulkRequest {
  const entries = Object.entries(params).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).flatMap((one) =>
      typeof one === "string" ? [[name, one] as const] : [],
    ),
  );
  const of = (name: string) => entries.find(([key]) => key === name)?.[1];
  const ids = [...new Set((of("ids") ?? "").split(",").filter((id) => UUID.test(id)))].slice(0, MOST_AT_ONCE);
  const filters = entries.filter(
    ([name]) => !name.startsWith(PREFIX) && !["ids", "all", "page", "cols", "sort"].includes(name),
  );
  const query = new URLSearchParams(filters.map(([name, value]) => [name, value])).toString();
  const all = of("all") === "1";
  const field = of(`${PREFIX}field`);
  return {
    selection: all ? { query } : { ids },
    empty: !all && ids.length === 0,
    asked:
      field === undefined || field === ""
        ? null
        : {
            field,
            mode: BULK_MODES.find((mode) => mode === of(`${PREFIX}mode`)) ?? "set",
            value: of(`${PREFIX}value`) ?? "",
            reason: of(`${PREFIX}reason`) ?? "",
          },
    wantsPreview: of(`${PREFIX}value`) !== undefined,
    keep: all ? [["all", "1"], ...filters] : [["ids", ids.join(",")]],
    backQuery: query === "" ? "" : `?${query}`,
    words: all ? "This is all that the filters of the list match." : "Marked in the list.",
  };
}
