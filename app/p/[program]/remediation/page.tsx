import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RemediationChips, RemediationFilters } from "@/components/profiles/remediation-filters";
import { RemediationTable } from "@/components/profiles/remediation-table";
import { Button } from "@/components/ui/button";
import { ExportLinks } from "@/components/ui/export-links";
import { Link } from "@/components/ui/link";
import { PageHeader, Section } from "@/components/ui/page";
import { Pager } from "@/components/ui/pager";
import { EmptyState } from "@/components/ui/states";
import { Count, Tools } from "@/components/ui/table";
import { readsEstate } from "@/lib/access/reads-estate";
import { requireActor } from "@/lib/auth/require-actor";
import type { SearchParams } from "@/lib/kernel/search-params";
import { counted } from "@/lib/kernel/text";
import type { RemediationChoices, RemediationCounts, RemediationPage } from "@/lib/profiles/model";
import { listRemediation, remediationChoices, remediationCounts } from "@/lib/profiles/queries/remediation";
import {
  REMEDIATION_PER_PAGE,
  type RemediationSearch,
  remediationFilters,
  remediationHref,
  remediationSearch,
} from "@/lib/profiles/rules/search";

export const metadata: Metadata = { title: "Remediation" };

type Props = {
  params: Promise<{ program: string }>;
  searchParams: Promise<SearchParams>;
};

export default async function RemediationListPage({ params, searchParams }: Props) {
  const { program } = await params;
  const actor = await requireActor(program);
  if (!readsEstate(actor)) notFound();
  const search = remediationSearch(await searchParams);
  const [list, counts, choices] = await Promise.all([
    listRemediation(actor, search),
    remediationCounts(actor),
    remediationChoices(actor),
  ]);
  const path = `/p/${program}/remediation`;
  return (
    <>
      <PageHeader
        title="Remediation"
        why={list.everything === 0 ? undefined : <CountsLine counts={counts} path={path} />}
      />
      {list.everything === 0 ? (
        <EmptyState
          level={2}
          title="Nothing that will hurt is recorded yet"
          action={<Button href={`/p/${program}/workloads`}>Go to the workloads</Button>}
        >
          Customisations, unsupported versions, jobs that nobody wrote down, fixed addresses: record them at
          each workload, under Remediation, so that every one has somebody and a date before its wave.
        </EmptyState>
      ) : (
        <List {...{ list, search, choices, path }} home={`/p/${program}`} />
      )}
    </>
  );
}

function CountsLine({ counts, path }: { counts: RemediationCounts; path: string }) {
  return (
    <>
      <span>{counted(counts.open + counts.inProgress, "item")} still to do</span>
      {counts.late === 0 ? null : <Link href={`${path}?due=overdue`}>{counts.late} overdue</Link>}
      {counts.unowned === 0 ? null : (
        <Link href={`${path}?owner=none`}>{counts.unowned} without an owner</Link>
      )}
      <Link href={`${path}?state=accepted`}>
        {counts.accepted} accepted as {counts.accepted === 1 ? "it is" : "they are"}
      </Link>
      <Link href={`${path}?state=done`}>{counts.done} done</Link>
    </>
  );
}

type ListProps = {
  list: RemediationPage;
  search: RemediationSearch;
  choices: RemediationChoices;
  path: string;
  home: string;
};

function List({ list, search, choices, path, home }: ListProps) {
  const exportHref = remediationHref(`/api${path}/export.csv`, search);
  return (
    <Section
      title="What will hurt in the move"
      id="list"
      finding="Recorded at each workload, under Remediation."
    >
      <RemediationFilters {...{ path, search, choices }} />
      <Tools
        count={
          <>
            <Count shown={list.total} total={list.everything} filters={remediationFilters(search)} />{" "}
            <ExportLinks href={exportHref} count={list.total} />
          </>
        }
      >
        <RemediationChips {...{ path, search, choices }} />
      </Tools>
      {list.rows.length === 0 ? (
        <EmptyState title="No item meets these filters" action={<Link href={path}>Clear the filters</Link>} />
      ) : (
        <>
          <RemediationTable rows={list.rows} home={home} search={search} />
          <Pager
            page={list.page}
            pageSize={REMEDIATION_PER_PAGE}
            total={list.total}
            hrefFor={(page) => remediationHref(path, search, { page })}
          />
        </>
      )}
    </Section>
  );
}
