"use client";
import { type MouseEvent, type SubmitEvent, useRef, useState } from "react";
import { FilterChips } from "@/components/ui/filters";
import { Pager } from "@/components/ui/pager";
import { EmptyState } from "@/components/ui/states";
import { Count, Tools } from "@/components/ui/table";
import { FilterPanel } from "@/components/workloads/filter-panel";
import { chipsOf } from "@/components/workloads/list-chips";
import { WorkloadGrid } from "@/components/workloads/workload-grid";
import { type FilterOptions, PAGE_SIZE, type WorkloadPage, type WorkloadSearch } from "@/lib/workloads/model";
import { EMPTY_SEARCH, filterCount, parseSearch, searchQuery } from "@/lib/workloads/rules/search";
import styles from "./workload-list.module.css";

type Props = {
  path: string;
  wavesPath: string;
  api: string;
  first: WorkloadPage;
  search: WorkloadSearch;
  options: FilterOptions;
};

type Shown = { search: WorkloadSearch; page: WorkloadPage; failed: boolean };

const TYPING_PAUSE_MS = 180;

/**
 * The list with its filters. Every control is a link or a GET form, so it works without script; with script the answer
 * comes as JSON, the address follows, and the page is not rendered anew.
 */
export function WorkloadList({ path, wavesPath, api, first, search: given, options }: Props) {
  const [{ search, page, failed }, show] = useState<Shown>({ search: given, page: first, failed: false });
  const latest = useRef<AbortController | null>(null);
  const typing = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  async function go(next: WorkloadSearch) {
    latest.current?.abort();
    const mine = new AbortController();
    latest.current = mine;
    clearTimeout(typing.current);
    window.history.replaceState(null, "", `${path}${searchQuery(next)}`);
    show((before) => ({ ...before, search: next }));
    const answer = await load(`${api}${searchQuery(next)}`, mine.signal);
    if (mine.signal.aborted) return;
    show((before) => ({ search: next, page: answer ?? before.page, failed: answer === null }));
  }

  function follow(event: MouseEvent<HTMLElement>) {
    const query = queryOfPlainClick(event, path);
    if (query === null) return;
    event.preventDefault();
    void go(parseSearch(query));
  }

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    void go(searchOfForm(event.currentTarget));
  }

  function typed(form: HTMLFormElement) {
    clearTimeout(typing.current);
    typing.current = setTimeout(() => void go(searchOfForm(form)), TYPING_PAUSE_MS);
  }

  const query = searchQuery({ ...search, page: 1 });
  return (
    <div onClickCapture={follow}>
      <Tools
        count={
          <>
            <span role="status">
              <Count shown={page.matched} total={page.total} filters={filterCount(search)} />
            </span>
            {"\u2002"}
            {page.matched > 0 ? (
              <a className="go" href={`${api}/export.csv${query}`} download>
                CSV of these {page.matched}
              </a>
            ) : null}
          </>
        }
      >
        <FilterPanel
          path={path}
          search={search}
          options={options}
          full={page.full}
          onSubmit={submit}
          onType={typed}
        />
        <FilterChips chips={chipsOf(search, options, path)} clearHref={path} />
      </Tools>
      {failed ? (
        <p className={styles.failed} role="alert">
          The list could not be loaded. What stands below is from before.{" "}
          <a href={`${path}${searchQuery(search)}`}>Try again</a>
        </p>
      ) : null}
      {page.matched === 0 ? (
        <EmptyState
          level={2}
          title="No workload matches"
          action={
            <a className="btn" href={path}>
              Clear the filters
            </a>
          }
        >
          All {page.total} workloads are still there; the search and the filters leave none of them.
        </EmptyState>
      ) : (
        <>
          <WorkloadGrid path={path} wavesPath={wavesPath} page={page} search={search} />
          <Pager
            page={page.page}
            pageSize={PAGE_SIZE}
            total={page.matched}
            hrefFor={(number) => `${path}${searchQuery({ ...search, page: number })}`}
          />
        </>
      )}
    </div>
  );
}

/** The parameters of a link of this list that was pressed without a modifier; null for every other click. */
function queryOfPlainClick(event: MouseEvent<HTMLElement>, path: string): URLSearchParams | null {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement)) return null;
  const url = new URL(link.href);
  return url.origin === window.location.origin && url.pathname === path ? url.searchParams : null;
}

function searchOfForm(form: HTMLFormElement): WorkloadSearch {
  const params = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") params.append(name, value);
  return { ...EMPTY_SEARCH, ...parseSearch(params) };
}

/** The page behind an address of the JSON route; null when it could not be had. */
async function load(address: string, signal: AbortSignal): Promise<WorkloadPage | null> {
  try {
    const response = await fetch(address, { signal, headers: { accept: "application/json" } });
    return response.ok ? ((await response.json()) as WorkloadPage) : null;
  } catch {
    return null;
  }
}
