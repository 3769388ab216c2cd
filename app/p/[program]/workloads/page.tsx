import type { Metadata } from "next";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page";
import { Callout, EmptyState } from "@/components/ui/states";
import { WorkloadList } from "@/components/workloads/workload-list";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import type { SearchParams } from "@/lib/kernel/search-params";
import { counted } from "@/lib/kernel/text";
import { listWorkloads } from "@/lib/workloads/queries/list";
import { listFilterOptions } from "@/lib/workloads/queries/list-options";
import { parseSearch, searchQuery } from "@/lib/workloads/rules/search";
import { ViewsOf } from "../views/views-of";

export const metadata: Metadata = { title: "Workloads" };

type Props = {
  params: Promise<{ program: string }>;
  searchParams: Promise<SearchParams>;
};

export default async function WorkloadsPage({ params, searchParams }: Props) {
  const { program } = await params;
  const actor = await requireActor(program);
  const query = await searchParams;
  const search = parseSearch(query);
  const [page, options] = await Promise.all([listWorkloads(actor, search), listFilterOptions(actor)]);
  const mayImport = can(actor, "import:run");
  const mayAdd = can(actor, "workload:write");
  const home = `/p/${program}`;
  if (page.total === 0) {
    return (
      <>
        <PageHeader title="Workloads" />
        <NoWorkloads home={home} mayImport={mayImport} mayAdd={mayAdd} full={page.full} />
      </>
    );
  }
  return (
    <>
      <PageHeader
        title="Workloads"
        actions={
          <>
            <ViewsOf actor={actor} page="workloads" />
            {mayImport ? (
              <Button href={`${home}/imports`} className="not-s">
                Import
              </Button>
            ) : null}
            {mayAdd ? (
              <Button href={`${home}/workloads/new`} variant="pri">
                Add workload
              </Button>
            ) : null}
          </>
        }
      />
      <Saved count={query.saved} />
      <WorkloadList
        key={searchQuery(search)}
        path={`${home}/workloads`}
        wavesPath={`${home}/waves`}
        api={`/api/p/${program}/workloads`}
        first={page}
        search={search}
        options={options}
        mayChange={mayAdd}
      />
    </>
  );
}

/** What a change of many came to, on the list to which it leads. */
function Saved({ count }: { count: SearchParams[string] }) {
  if (typeof count !== "string" || !/^[1-9]\d{0,6}$/.test(count)) return null;
  const many = Number(count);
  return (
    <div className="mt-5" role="status">
      <Callout
        tone="ok"
        level={2}
        title={`${counted(many, "workload")} ${many === 1 ? "was" : "were"} changed`}
      >
        {many === 1 ? "Its history says what was changed." : "The history of each says what was changed."}
      </Callout>
    </div>
  );
}

type NoneProps = { home: string; mayImport: boolean; mayAdd: boolean; full: boolean };

function NoWorkloads({ home, mayImport, mayAdd, full }: NoneProps) {
  if (!full) {
    return (
      <EmptyState level={2} title="No workloads for you yet">
        The program manager decides which workloads you see. None has been shared with you so far.
      </EmptyState>
    );
  }
  if (!mayImport) {
    return (
      <EmptyState level={2} title="No workloads yet">
        A workload is one system that moves, stays or retires. An engineer or the program manager brings in
        the inventory; it appears here.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      level={2}
      title="No workloads yet"
      action={
        <Button href={`${home}/imports`} variant="pri">
          Import an inventory
        </Button>
      }
    >
      A workload is one system that moves, stays or retires. Bring in the inventory you have as CSV; every row
      is shown before anything is written.{" "}
      {mayAdd ? (
        <>
          Or <a href={`${home}/workloads/new`}>add a single workload by hand</a>.
        </>
      ) : null}
    </EmptyState>
  );
}
