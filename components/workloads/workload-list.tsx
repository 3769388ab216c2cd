"use client";
import { type ChangeEvent, type MouseEvent, type SubmitEvent, useCallback, useRef } from "react";
import { FilterChips } from "@/components/ui/filters";
import { showKeys, useKeys, usePageKeys } from "@/components/ui/page-keys";
import { Pager } from "@/components/ui/pager";
import { EmptyState } from "@/components/ui/states";
import { Count, Tools } from "@/components/ui/table";
import { FilterPanels } from "@/components/workloads/filter-panel";
import { queryOfPlainClick, searchOfForm } from "@/components/workloads/list-address";
import { chipsOf } from "@/components/workloads/list-chips";
import { keysOfList } from "@/components/workloads/list-keys";
import { MarkedBar } from "@/components/workloads/marked-bar";
import { marked, NOTHING_MARKED, toggled, toggledView } from "@/components/workloads/selection";
import { useList } from "@/components/workloads/use-list";
import { useListKeys } from "@/components/workloads/use-list-keys";
import { WorkloadGrid } from "@/components/workloads/workload-grid";
import { formatCount } from "@/lib/kernel/text";
import type { WorkloadPage } from "@/lib/workloads/model/list";
import { type FilterOptions, PAGE_SIZE, type WorkloadSearch } from "@/lib/workloads/model/search";
import { EMPTY_SEARCH, filterCount, parseSearch, searchQuery } from "@/lib/workloads/rules/search";
import styles from "./workload-list.module.css";

type Props = {
  path: string;
  wavesPath: string;
  api: string;
  first: WorkloadPage;
  search: WorkloadSearch;
  options: FilterOptions;
  /** Whether rows can be marked, to change many at once. */
  mayChange: boolean;
};

const TYPING_PAUSE_MS = 180;

/**
 * The list with its filters. Every control is a link or a GET form, so it works without script; with script the answer
 * comes as JSON, the address follows, and the page is not rendered anew.
 */
export function WorkloadList({ path, wavesPath, api, first, search: given, options, mayChange }: Props) {
  const { search, page, draft, selection, failed, go, type, mark } = useList(path, api, first, given);
  const typing = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const frame = useRef<HTMLDivElement>(null);
  const { single } = useKeys();
  usePageKeys(keysOfList(mayChange));
  useListKeys(frame, page.rows, {
    turn: (to) => {
      const wanted = { first: 1, last: page.pages, next: page.page + 1, previous: page.page - 1 }[to];
      if (wanted === page.page) return "here";
      if (wanted < 1 || wanted > page.pages) return "none";
      void go({ ...search, page: wanted });
      return "coming";
    },
    mark: (ids, toggle) => {
      if (!mayChange) return;
      mark((now, inView) =>
        toggle ? ids.reduce((all, id) => toggled(all, id, inView), now) : marked(now, ids),
      );
    },
  });
  const onMark = useCallback((id: string) => mark((now, inView) => toggled(now, id, inView)), [mark]);

  function follow(event: MouseEvent<HTMLElement>) {
    const query = queryOfPlainClick(event, path);
    if (query === null) return;
    event.preventDefault();
    clearTimeout(typing.current);
    void go(parseSearch(query));
  }

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    clearTimeout(typing.current);
    void go(searchOfForm(event.currentTarget));
  }

  function change(event: ChangeEvent<HTMLFormElement>) {
    const form = event.currentTarget;
    clearTimeout(typing.current);
    if (isTyping(event.target))
      typing.current = setTimeout(() => void go(searchOfForm(form)), TYPING_PAUSE_MS);
    else void go(searchOfForm(form));
  }

  const query = searchQuery({ ...search, page: 1 });
  return (
    <div onClickCapture={follow} ref={frame}>
      <Tools
        count={
          <>
            <span role="status">
              <Count shown={page.matched} total={page.total} filters={filterCount(search)} />
              <span className="vh">
                , page {page.page} of {page.pages}
              </span>
            </span>
            {page.matched > 0 ? (
              <span className="exports">
                <a className="go" href={`${api}/export.csv${query}`} download>
                  {`CSV of these ${formatCount(page.matched)}`}
                </a>{" "}
                <a className="go" href={`${api}/export.xlsx${query}`} download>
                  XLSX
                </a>
              </span>
            ) : null}
          </>
        }
      >
        <search className={styles.box} aria-label="Search and filter workloads">
          <form className={styles.form} action={path} onSubmit={submit} onChange={change}>
            <Carried search={search} />
            <input
              className={`input ${styles.search}`}
              type="search"
              name="q"
              aria-label="Search workloads"
              aria-keyshortcuts={single ? "/" : undefined}
              placeholder="Search workloads"
              maxLength={100}
              value={draft}
              onChange={(event) => type(event.currentTarget.value)}
            />
            <FilterPanels search={search} options={options} full={page.full} />
          </form>
        </search>
        <button className="btn sm ghost not-s" type="button" onClick={() => showKeys(true)}>
          Keys
        </button>
        <FilterChips chips={chipsOf(search, options, path)} clearHref={path} />
      </Tools>
      {failed ? (
        <p className={styles.failed} role="alert">
          The list could not be loaded. What stands below is from before.{" "}
          <a href={`${path}${searchQuery(search)}`}>Try again</a>
        </p>
      ) : null}
      <MarkedBar
        path={path}
        api={api}
        search={search}
        selection={selection}
        page={page}
        onAll={() => mark(() => ({ all: true }))}
        onClear={() => mark(() => NOTHING_MARKED)}
      />
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
          All {formatCount(page.total)} workloads are still there; the search and the filters leave none of
          them.
        </EmptyState>
      ) : (
        <>
          <WorkloadGrid
            path={path}
            wavesPath={wavesPath}
            page={page}
            search={search}
            selection={selection}
            onMark={mayChange ? onMark : null}
            onMarkView={() => mark(toggledView)}
          />
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

function isTyping(target: EventTarget): boolean {
  return target instanceof HTMLInputElement && target.type === "search";
}

/** What the form has no field for, so that it is not lost when it is sent. */
function Carried({ search }: { search: WorkloadSearch }) {
  return (
    <>
      {search.sort === EMPTY_SEARCH.sort && !search.descending ? null : (
        <input type="hidden" name="sort" value={`${search.descending ? "-" : ""}${search.sort}`} />
      )}
      {search.ids.map((id) => (
        <input key={id} type="hidden" name="id" value={id} />
      ))}
    </>
  );
}
