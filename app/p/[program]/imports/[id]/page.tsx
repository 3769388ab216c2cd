import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ImportProgress } from "@/components/exchange/import-progress";
import { DiscardedNote, ImportResult } from "@/components/exchange/import-result";
import { ActionForm } from "@/components/ui/action-form";
import { Moment } from "@/components/ui/moment";
import { PageHeader, Section } from "@/components/ui/page";
import { Callout, FailState } from "@/components/ui/states";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import { FORMAT_LABELS, sizeWords } from "@/lib/exchange/labels";
import { AT_WORK } from "@/lib/exchange/model/import-state";
import type { ImportDetail } from "@/lib/exchange/model/view";
import { getImport } from "@/lib/exchange/queries/imports";
import { importId, previewSearch } from "@/lib/exchange/schema";
import type { SearchParams } from "@/lib/kernel/search-params";
import { discardAction, retryAction } from "../actions";
import { Waiting } from "./waiting";

export const metadata: Metadata = { title: "Import" };

type Props = {
  params: Promise<{ program: string; id: string }>;
  searchParams: Promise<SearchParams>;
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
        place={{ id: found.id, name: found.fileName }}
        why={
          <>
            {found.format !== null ? (
              <span>{FORMAT_LABELS[found.format]}</span>
            ) : AT_WORK.includes(found.state) ? null : (
              <span>Format not recognised</span>
            )}
            {found.sourceName === null ? null : <span>{found.sourceName}</span>}
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
      <Body slug={program} found={found} zone={actor.programZone} />
    </>
  );
}

function Body({ slug, found, zone }: { slug: string; found: ImportDetail; zone: string }) {
  if (AT_WORK.includes(found.state) || (found.state === "committed" && found.progress.stage !== ""))
    return <AtWork slug={slug} found={found} />;
  switch (found.state) {
    case "previewed":
      return <Waiting slug={slug} found={found} />;
    case "failed":
      return <Failed slug={slug} found={found} />;
    case "discarded":
      return <DiscardedNote />;
    default:
      return <Over slug={slug} found={found} zone={zone} />;
  }
}

function AtWork({ slug, found }: { slug: string; found: ImportDetail }) {
  return (
    <Section
      id="progress"
      title="Being worked on"
      finding="In one step, or not at all: nothing is left half done."
    >
      <ImportProgress
        key={`${found.state} ${found.version}`}
        path={`/api/p/${slug}/imports/${found.id}/progress`}
        first={found.progress}
      />
    </Section>
  );
}

function Failed({ slug, found }: { slug: string; found: ImportDetail }) {
  const { id, version, problem } = found;
  return (
    <>
      <FailState title="This could not be finished" level={2}>
        {problem ?? "The reason is not known."} Nothing of it was imported.
      </FailState>
      <div className="acts-row" style={{ marginTop: 20 }}>
        <ActionForm
          action={retryAction.bind(null, slug, id)}
          hidden={{ version }}
          submit="Try again"
          pending="Reading…"
        />
        <ActionForm
          action={discardAction.bind(null, slug, id)}
          hidden={{ version }}
          submit="Discard the file"
          submitLook={{ variant: "default" }}
        />
      </div>
    </>
  );
}

function Over({ slug, found, zone }: { slug: string; found: ImportDetail; zone: string }) {
  const undone = found.state === "undone";
  return (
    <>
      {undone && found.undoneAt !== null ? (
        <Callout title="This import was taken back" tone="unk">
          On <Moment at={found.undoneAt} zone={zone} />. What it changed has its earlier values again; the
          audit trail keeps both.
        </Callout>
      ) : null}
      {found.problem === null ? null : (
        <Callout title="It was not taken back" tone="off">
          {found.problem}
        </Callout>
      )}
      {found.counts === null ? null : (
        <ImportResult
          slug={slug}
          importId={found.id}
          counts={found.counts}
          report={found.report}
          undone={undone}
        />
      )}
    </>
  );
}
