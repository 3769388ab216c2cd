import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EvidenceChips, EvidenceFilters, evidenceChips } from "@/components/evidence/evidence-filters";
import { EvidenceTable } from "@/components/evidence/evidence-table";
import { Button } from "@/components/ui/button";
import { ExportLinks } from "@/components/ui/export-links";
import { Link } from "@/components/ui/link";
import { PageHeader, Section } from "@/components/ui/page";
import { Pager } from "@/components/ui/pager";
import { EmptyState } from "@/components/ui/states";
import { Count, Tools } from "@/components/ui/table";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import type { EvidenceList } from "@/lib/evidence/model";
import { listEvidence } from "@/lib/evidence/queries/list-evidence";
import { EVIDENCE_PER_PAGE, evidenceHref, evidenceSearch } from "@/lib/evidence/rules/search";
import type { SearchParams } from "@/lib/kernel/search-params";

export const metadata: Metadata = { title: "Evidence" };

type Props = { params: Promise<{ program: string }>; searchParams: Promise<SearchParams> };

export default async function EvidencePage({ params, searchParams }: Props) {
  const { program } = await params;
  const actor = await requireActor(program);
  if (!can(actor, "evidence:read")) notFound();
  const search = evidenceSearch(await searchParams);
  const list = await listEvidence(actor, search, new Date());
  const path = `/p/${program}/evidence`;
  const api = `/api/p/${program}/evidence`;
  const chips = evidenceChips({ path, search });
  const mayAdd = can(actor, "evidence:write");
  if (list.everything === 0) return <NoEvidence path={path} mayAdd={mayAdd} />;
  return (
    <>
      <PageHeader
        title="Evidence"
        why={<CountsLine list={list} path={path} />}
        actions={
          mayAdd ? (
            <Button href={`${path}/new`} variant="pri">
              Add evidence
            </Button>
          ) : undefined
        }
      />
      <Section
        id="kept"
        title="What is kept"
        actions={<ExportLinks href={evidenceHref(`${api}/export.csv`, search)} count={list.total} />}
      >
        <EvidenceFilters path={path} search={search} />
        <Tools count={<Count shown={list.total} total={list.everything} filters={chips.length} />}>
          <EvidenceChips path={path} search={search} />
        </Tools>
        {list.rows.length === 0 ? (
          <EmptyState
            title="No evidence fits these filters"
            action={<Link href={path}>Clear the filters</Link>}
          />
        ) : (
          <>
            <EvidenceTable rows={list.rows} {...{ path, api, search }} zone={actor.zone} />
            <Pager
              page={list.page}
              pageSize={EVIDENCE_PER_PAGE}
              total={list.total}
              hrefFor={(page) => evidenceHref(path, search, { page })}
            />
          </>
        )}
      </Section>
    </>
  );
}

function NoEvidence({ path, mayAdd }: { path: string; mayAdd: boolean }) {
  return (
    <>
      <PageHeader title="Evidence" />
      <EmptyState
        level={2}
        title="No evidence is kept yet"
        action={
          mayAdd ? (
            <Button href={`${path}/new`} variant="pri">
              Add evidence
            </Button>
          ) : undefined
        }
      >
        A file or a link that shows what a risk, a criterion or a drill rests on, with how long it holds.
        Without it they rest on somebody's word.
      </EmptyState>
    </>
  );
}

function CountsLine({ list: { counts }, path }: { list: EvidenceList; path: string }) {
  return (
    <>
      <span>{counts.fresh} fresh</span>
      {counts.expiring > 0 ? (
        <Link href={`${path}?validity=expiring`}>
          {counts.expiring} {counts.expiring === 1 ? "expires" : "expire"} within 30 days
        </Link>
      ) : null}
      {counts.expired > 0 ? <Link href={`${path}?validity=expired`}>{counts.expired} expired</Link> : null}
      {counts.open > 0 ? (
        <Link href={`${path}?validity=open`}>{counts.open} without a stated end</Link>
      ) : null}
    </>
  );
}
