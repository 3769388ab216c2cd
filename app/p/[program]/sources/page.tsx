import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SourceTable } from "@/components/questions/source-table";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { PageHeader, Section } from "@/components/ui/page";
import { EmptyState } from "@/components/ui/states";
import { can } from "@/lib/access/policy";
import { readsEstate } from "@/lib/access/reads-estate";
import { requireActor } from "@/lib/auth/require-actor";
import { counted } from "@/lib/kernel/text";
import { listSources } from "@/lib/questions/queries/sources";

export const metadata: Metadata = { title: "Sources" };

export default async function SourcesPage({ params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  const actor = await requireActor(program);
  if (!readsEstate(actor)) notFound();
  const rows = await listSources(actor);
  const base = `/p/${program}`;
  const open = rows.reduce((sum, row) => sum + row.openQuestions, 0);
  return (
    <>
      <PageHeader
        title="Sources"
        why={
          <>
            <span>{counted(rows.length, "source")}</span>
            {open > 0 ? <Link href={`${base}/questions`}>{counted(open, "open question")}</Link> : null}
          </>
        }
      />
      <Section
        title="Who says what"
        finding="A source that is trusted more wins over one that is trusted less; equals raise a question. Nothing wins over a person."
      >
        {rows.length === 0 ? (
          <EmptyState
            title="No source has been brought in yet"
            action={
              can(actor, "import:run") ? (
                <Button href={`${base}/imports`} variant="pri">
                  Import a file
                </Button>
              ) : undefined
            }
          >
            An import that names its source, such as a tool’s report, adds it here.
          </EmptyState>
        ) : (
          <SourceTable rows={rows} base={base} zone={actor.zone} />
        )}
      </Section>
    </>
  );
}
