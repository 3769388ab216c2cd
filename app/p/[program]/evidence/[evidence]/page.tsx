import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { EventRows } from "@/components/audit/event-rows";
import { RevisionFields, TitleField, UrlField } from "@/components/evidence/evidence-fields";
import { RevisionTable } from "@/components/evidence/revision-table";
import { UploadForm } from "@/components/evidence/upload-form";
import { UseTable } from "@/components/evidence/use-table";
import { ValidityWords } from "@/components/evidence/validity-words";
import { ActionForm } from "@/components/ui/action-form";
import { PageHeader, Section } from "@/components/ui/page";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { historyOf } from "@/lib/audit/queries/events";
import { requireActor } from "@/lib/auth/require-actor";
import { refusalWords } from "@/lib/evidence/labels";
import type { EvidenceView } from "@/lib/evidence/model";
import { getEvidence } from "@/lib/evidence/queries/get-evidence";
import { newSearch } from "@/lib/evidence/schema";
import { AppError } from "@/lib/kernel/errors";
import type { SearchParams } from "@/lib/kernel/search-params";
import { counted } from "@/lib/kernel/text";
import { renameEvidenceAction, reviseByLinkAction } from "../actions";

type Props = {
  params: Promise<{ program: string; evidence: string }>;
  searchParams: Promise<SearchParams>;
};

const load = cache(async (program: string, id: string) => {
  const actor = await requireActor(program);
  if (!can(actor, "evidence:read")) notFound();
  try {
    return { actor, evidence: await getEvidence(actor, id, new Date()) };
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { program, evidence: id } = await params;
  const { evidence } = await load(program, id);
  return { title: evidence.title };
}

export default async function OneEvidencePage({ params, searchParams }: Props) {
  const { program, evidence: id } = await params;
  const { actor, evidence } = await load(program, id);
  const { refused } = newSearch.parse(await searchParams);
  const [newest] = evidence.revisions;
  const events = await historyOf(actor, "evidence", evidence.id, 50);
  return (
    <>
      <PageHeader
        eyebrow="Evidence"
        title={evidence.title}
        why={
          <>
            <ValidityWords {...newest} />
            <span>{counted(evidence.revisions.length, "revision")}</span>
          </>
        }
      />
      <Section id="revisions" title="Revisions" finding="The newest counts. None is ever overwritten.">
        <RevisionTable
          revisions={evidence.revisions}
          api={`/api/p/${program}/evidence/${evidence.id}`}
          zone={actor.zone}
        />
      </Section>
      <Section id="uses" title="Used by">
        <UseTable uses={evidence.uses} base={`/p/${program}`} zone={actor.zone} />
      </Section>
      {can(actor, "evidence:write") ? (
        <NewRevision actor={actor} evidence={evidence} refused={refusalWords(refused)} />
      ) : null}
      <Section id="history" title="History">
        <EventRows events={events} zone={actor.zone} />
      </Section>
    </>
  );
}

type NewRevisionProps = { actor: Actor; evidence: EvidenceView; refused: string | null };

function NewRevision({ actor, evidence, refused }: NewRevisionProps) {
  const slug = actor.programSlug;
  const hidden = { evidenceId: evidence.id };
  const stale = evidence.uses.some((use) => use.type === "criterion");
  return (
    <Section
      id="revise"
      title="Add a revision"
      finding={
        stale
          ? "An exit criterion rests on this: signatures given on the present revision become stale."
          : "What is here stays; the new revision counts from now on."
      }
    >
      <div className="cols c2">
        <div>
          <h3>A file</h3>
          <UploadForm
            key={`file ${evidence.revisions.length}`}
            action={`/api/p/${slug}/evidence/upload`}
            label="Add a file as a revision"
            refused={refused}
            hidden={hidden}
            submit="Keep this file"
          />
        </div>
        <div>
          <h3>Or a link, or another title</h3>
          <ActionForm
            key={`link ${evidence.revisions.length}`}
            action={reviseByLinkAction.bind(null, slug)}
            hidden={hidden}
            submit="Keep this link"
            aria-label="Add a link as a revision"
          >
            <UrlField />
            <RevisionFields />
          </ActionForm>
          <ActionForm
            action={renameEvidenceAction.bind(null, slug)}
            hidden={{ ...hidden, version: evidence.version }}
            submit="Change the title"
            submitLook={{}}
            className="form spaced"
            aria-label="Change the title"
          >
            <TitleField title={evidence.title} />
          </ActionForm>
        </div>
      </div>
    </Section>
  );
}
