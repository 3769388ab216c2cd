import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CommitForm } from "@/components/exchange/commit-form";
import { DiscardedNote, ImportResult } from "@/components/exchange/import-result";
import { MappingForm } from "@/components/exchange/mapping-form";
import { PreviewSection } from "@/components/exchange/preview-section";
import { ActionForm } from "@/components/ui/action-form";
import { Moment } from "@/components/ui/moment";
import { PageHeader, Section } from "@/components/ui/page";
import { Callout } from "@/components/ui/states";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import { FORMAT_LABELS, sizeWords } from "@/lib/exchange/labels";
import type { ImportDetail } from "@/lib/exchange/model";
import { getImport, PREVIEW_PAGE } from "@/lib/exchange/queries/imports";
import { commitBlockers } from "@/lib/exchange/rules/commit-blockers";
import { importId, previewSearch } from "@/lib/exchange/schema";
import { counted } from "@/lib/kernel/text";
import { commitAction, discardAction, mapAction } from "../actions";

export const metadata: Metadata = { title: "Import" };

type Props = {
  params: Promise<{ program: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ImportPage({ params, searchParams }: Props) {
  const { program, id } = await params;
  const actor = await requireActor(program);
  if (!can(actor, "import:run") || !importId.safeParse(id).success) notFound();
  const found = await getImport(actor, id, previewSearch.parse(await searchParams));
  if (found === null) notFound();
  return (
    <>
      <PageHeader
        eyebrow="Import"
        title={found.fileName}
        why={
          <>
            <span>{found.format === null ? "Format not recognised" : FORMAT_LABELS[found.format]}</span>
            <span>{sizeWords(found.fileBytes)}</span>
            <span>
              Brought in by {found.byName}, <Moment at={found.createdAt} zone={actor.programZone} />
            </span>
            {found.committedAt === null ? null : (
              <span>
                Imported <Moment at={found.committedAt} zone={actor.programZone} />
              </span>
            )}
          </>
        }
      />
      {found.state === "previewed" ? <Waiting slug={program} found={found} /> : null}
      {found.state === "discarded" ? <DiscardedNote /> : null}
      {found.counts === null ? null : (
        <ImportResult
          slug={program}
          importId={id}
          format={found.format}
          counts={found.counts}
          report={found.report}
        />
      )}
    </>
  );
}

function Waiting({ slug, found }: { slug: string; found: ImportDetail }) {
  const { id, version, columns, format, preview, problem } = found;
  const read = columns.filter((column) => column.field !== null).length;
  const mapping = <MappingForm action={mapAction.bind(null, slug, id)} {...{ version, format, columns }} />;
  return (
    <>
      <Section id="columns" title="1. Columns" finding={columnsFinding(format, read, columns.length)}>
        {problem === null ? (
          <details className="more">
            <summary>Change the format or the columns</summary>
            <div style={{ marginTop: 16 }}>{mapping}</div>
          </details>
        ) : (
          <>
            <Callout tone="off" title="This file cannot be previewed yet">
              {problem}
            </Callout>
            <div style={{ marginTop: 20 }}>{mapping}</div>
          </>
        )}
      </Section>
      {preview === null ? null : (
        <>
          <Section id="preview" title="2. What it would change" finding={findingOf(preview.blankRows)}>
            <PreviewSection preview={preview} path={`/p/${slug}/imports/${id}`} pageSize={PREVIEW_PAGE} />
          </Section>
          <Section id="commit" title="3. Import" finding="All in one step, or nothing at all.">
            <CommitForm
              action={commitAction.bind(null, slug, id)}
              digest={preview.digest}
              counts={preview.counts}
              blockers={commitBlockers(preview.counts, true)}
            />
          </Section>
        </>
      )}
      <Section
        id="discard"
        title="Not this file?"
        finding="Discarding drops its content; nothing was changed by it."
      >
        <ActionForm
          action={discardAction.bind(null, slug, id)}
          hidden={{ version }}
          submit="Discard the file"
          submitLook={{ variant: "default" }}
        />
      </Section>
    </>
  );
}

function findingOf(blankRows: number): string {
  const blank = blankRows === 0 ? "" : ` ${counted(blankRows, "blank row")} skipped.`;
  return `Compared with the program as it stands now; nothing is changed yet.${blank}`;
}

function columnsFinding(format: ImportDetail["format"], read: number, all: number): string {
  if (format === null) return "Say what this file holds.";
  if (read === all) return all === 1 ? "The one column is read." : `All ${all} columns are read.`;
  return `${read} of ${counted(all, "column")} ${read === 1 ? "is" : "are"} read, the others left out.`;
}
