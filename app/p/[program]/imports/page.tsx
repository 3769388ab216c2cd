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
import { listImports } from "@/lib/exchange/queries/imports";

export const metadata: Metadata = { title: "Imports" };

type Props = { params: Promise<{ program: string }>; searchParams: Promise<{ refused?: string | string[] }> };

export default async function ImportsPage({ params, searchParams }: Props) {
  const { program } = await params;
  const actor = await requireActor(program);
  if (!can(actor, "import:run")) notFound();
  const { refused } = await searchParams;
  return (
    <>
      <PageHeader
        title="Imports"
        why={
          <>
            <span>Bring an inventory in, look at what it would change, then import it in one step</span>
            <span>Until you do, nothing changes</span>
          </>
        }
      />
      <div className="cols c2">
        <Section id="bring" title="Bring a file in" finding="CSV, up to 20 MB.">
          <UploadForm
            action={`/api/p/${program}/imports/upload`}
            refused={refusalWords(typeof refused === "string" ? refused : undefined)}
          />
        </Section>
        <Section id="templates" title="Templates" finding="A header and two example rows each.">
          <TemplateList slug={program} />
        </Section>
      </div>
      <Section id="history" title="Earlier files">
        <Suspense fallback={<TableSkeleton rows={4} />}>
          <History program={program} />
        </Suspense>
      </Section>
    </>
  );
}

async function History({ program }: { program: string }) {
  const actor = await requireActor(program);
  const imports = await listImports(actor);
  return <ImportHistory imports={imports} slug={program} zone={actor.programZone} />;
}
