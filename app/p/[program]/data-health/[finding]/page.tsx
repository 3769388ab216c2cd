import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RowTable } from "@/components/findings/row-table";
import { ExportLinks } from "@/components/ui/export-links";
import { PageHeader, Section } from "@/components/ui/page";
import { Pager } from "@/components/ui/pager";
import { EmptyState } from "@/components/ui/states";
import { readsEstate } from "@/lib/access/reads-estate";
import { requireActor } from "@/lib/auth/require-actor";
import { listFinding, ROWS_PER_PAGE } from "@/lib/findings/queries/finding-rows";
import { CATALOGUE, findingTitle, isFindingKind } from "@/lib/findings/rules/catalogue";
import type { SearchParams } from "@/lib/kernel/search-params";

export const metadata: Metadata = { title: "Finding" };

type Props = {
  params: Promise<{ program: string; finding: string }>;
  searchParams: Promise<SearchParams>;
};

export default async function FindingPage({ params, searchParams }: Props) {
  const { program, finding } = await params;
  const actor = await requireActor(program);
  if (!readsEstate(actor) || !isFindingKind(finding) || finding === "circle") notFound();
  const asked = Number((await searchParams).page ?? 1);
  const page = Number.isInteger(asked) && asked >= 1 && asked <= 10_000 ? asked : 1;
  const found = await listFinding(actor, finding, page);
  const base = `/p/${program}`;
  const path = `${base}/data-health/${finding}`;
  const { why, action, many } = CATALOGUE[finding];
  return (
    <>
      <PageHeader
        place={{ id: finding, name: findingTitle(finding, found.total) }}
        eyebrow="Data health"
        title={findingTitle(finding, found.total)}
        why={
          <>
            <span>{why}</span>
            <span>{`${action}.`}</span>
          </>
        }
      />
      <Section
        title="Which they are"
        actions={
          <ExportLinks
            href={`/api/p/${program}/data-health/export.csv?finding=${finding}`}
            count={found.total}
          />
        }
      >
        {found.total === 0 ? (
          <EmptyState title={`There are no ${many}`}>There is nothing to do here.</EmptyState>
        ) : (
          <>
            <RowTable rows={found.rows} base={base} caption={findingTitle(finding, found.total)} />
            <Pager
              page={found.page}
              pageSize={ROWS_PER_PAGE}
              total={found.total}
              hrefFor={(to) => `${path}?page=${to}`}
            />
          </>
        )}
      </Section>
    </>
  );
}
