"use client";
import { useCallback, useRef, useState } from "react";
import { loadPage } from "@/components/workloads/list-address";
import { NOTHING_MARKED, type Selection } from "@/components/workloads/selection";
import type { WorkloadPage } from "@/lib/workloads/model/list";
import type { WorkloadSearch } from "@/lib/workloads/model/search";
import { searchQuery } from "@/lib/workloads/rules/search";

type Shown = {
  search: WorkloadSearch;
  page: WorkloadPage;
  /** What stands in the search field while it is being typed. */
  draft: string;
  selection: Selection;
  failed: boolean;
};

/** What the list shows, and `go`, which asks for another search: the address follows, the answer comes as JSON. */
export function useList(path: string, api: string, first: WorkloadPage, given: WorkloadSearch) {
  const [shown, show] = useState<Shown>({
    search: given,
    page: first,
    draft: given.text,
    selection: NOTHING_MARKED,
    failed: false,
  });
  const latest = useRef<AbortController | null>(null);

  const go = useCallback(
    async (next: WorkloadSearch): Promise<void> => {
      latest.current?.abort();
      const mine = new AbortController();
      latest.current = mine;
      window.history.replaceState(null, "", `${path}${searchQuery(next)}`);
      show((before) => ({
        ...before,
        search: next,
        draft: next.text,
        selection: sameRows(before.search, next) ? before.selection : NOTHING_MARKED,
      }));
      const answer = await loadPage(`${api}${searchQuery(next)}`, mine.signal);
      if (mine.signal.aborted) return;
      show((before) => ({ ...before, page: answer ?? before.page, failed: answer === null }));
    },
    [path, api],
  );
  const type = useCallback((draft: string) => show((before) => ({ ...before, draft })), []);
  const mark = useCallback(
    (change: (selection: Selection, inView: readonly string[]) => Selection) =>
      show((before) => ({
        ...before,
        selection: change(
          before.selection,
          before.page.rows.map((row) => row.id),
        ),
      })),
    [],
  );
  return { ...shown, go, type, mark };
}

/** Whether two searches find the same workloads: marks stay while only order, page or columns change. */
function sameRows(before: WorkloadSearch, next: WorkloadSearch): boolean {
  const plain = { page: 1, sort: "name", descending: false, columns: next.columns } as const;
  return searchQuery({ ...before, ...plain }) === searchQuery({ ...next, ...plain });
}
