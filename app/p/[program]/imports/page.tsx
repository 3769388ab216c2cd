import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { ImportHistory } from "@/components/exchange/import-history";
import { TemplateList } from "@/components/exchange/template-list";
import { UploadForm } from "@/components/exchange/upload-form";
import { PageHeader, Section } from "@/components/ui/page";
import { TableSkeleton } from "@/components/ui/states";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import { refusalWords } from "@/lib/exchange/labels";
import { HISTORY_PAGE, listImports } from "@/lib/exchange/queries/imports";
import { historySearch } from "@/lib/exchange/schema";
import type { SearchParams } from "@/lib/kernel/search-params";

export const metadata: Metadata = { title: "Imports" };

type Props = { params: Promise<{ program: string }>; searchParams: Promise<SearchParams> };

export default async function ImportsPage({ params, searchParams }: Props) {
  const { program } = await params;
  const actor = await requireActor(program);
  if (!can(actor, "import:run")) notFound();
  const { refused } = await searchParams;
  return (
    <>
      <PageHeader
        title="Imports"
        why="Bring a file in, look at what it would change, then import it in one step or not at all."
      />
      <div className="cols c2">
        <Section id="bring" title="Bring a file in" finding="CSV up to 100 MB, workbooks (XLSX) up to 50 MB.">
          <UploadForm
            action={`/api/p/${program}/imports/upload`}
            refused={refusalWords(typeof refused === "string" ? refused : undefined)}
          />
        </Section>
        <Section
          id="templates"
          title="Templates"
          finding="A header and two example rows each; workbooks with lists to choose from and notes."
        >
          <TemplateList slug={program} />
        </Section>
      </div>
      <Section id="history" title="Earlier files">
        <Suspense fallback={<TableSkeleton rows={4} />}>
          <History program={program} search={searchParams} />
        </Suspense>
      </Section>
    </>
  );
}

async function History({ program, search }: { program: string; search: Promise<SearchParams> }) {
  const actor = await requireActor(program);
  const filters = historySearch.parse(await search);
  const history = await listImports(actor, filters);
  return (
    <ImportHistory
      {...{ history, filters }}
      slug={program}
      zone={actor.programZone}
      pageSize={HISTORY_PAGE}
    />
  );
}
