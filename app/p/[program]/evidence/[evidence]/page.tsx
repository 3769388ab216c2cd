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
import { Segment } from "@/components/ui/filters";
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
  const { as, refused } = newSearch.parse(await searchParams);
  const [newest] = evidence.revisions;
  const events = await historyOf(actor, "evidence", evidence.id, 50);
  return (
    <>
      <PageHeader
        eyebrow="Evidence"
        title={evidence.title}
        place={{ id: evidence.id, name: evidence.title }}
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
        <>
          <NewRevision {...{ actor, evidence, as }} refused={refusalWords(refused)} />
          <Rename actor={actor} evidence={evidence} />
        </>
      ) : null}
      <Section id="history" title="History">
        <EventRows events={events} zone={actor.zone} />
      </Section>
    </>
  );
}

type NewRevisionProps = {
  actor: Actor;
  evidence: EvidenceView;
  as: "file" | "link";
  refused: string | null;
};

function NewRevision({ actor, evidence, as, refused }: NewRevisionProps) {
  const slug = actor.programSlug;
  const hidden = { evidenceId: evidence.id };
  const ofCriterion = evidence.uses.some((use) => use.type === "criterion");
  return (
    <Section
      id="revise"
      title={as === "file" ? "Add a file as a revision" : "Add a link as a revision"}
      finding={
        ofCriterion
          ? "An exit criterion rests on this: signatures given on the present revision become stale."
          : "What is here stays; the new revision counts from now on."
      }
      actions={
        <Segment
          label="What it is"
          items={[
            { label: "A file", href: "?as=file#revise", current: as === "file" },
            { label: "A link", href: "?as=link#revise", current: as === "link" },
          ]}
        />
      }
    >
      {as === "file" ? (
        <UploadForm
          action={`/api/p/${slug}/evidence/upload`}
          label="Add a file as a revision"
          refused={refused}
          hidden={hidden}
          submit="Keep this file"
        />
      ) : (
        <ActionForm
          key={evidence.revisions.length}
          action={reviseByLinkAction.bind(null, slug)}
          hidden={hidden}
          submit="Keep this link"
          aria-label="Add a link as a revision"
        >
          <UrlField />
          <RevisionFields />
        </ActionForm>
      )}
    </Section>
  );
}

function Rename({ actor, evidence }: { actor: Actor; evidence: EvidenceView }) {
  return (
    <Section id="title" title="Change the title" finding="The revisions stay as they are.">
      <ActionForm
        action={renameEvidenceAction.bind(null, actor.programSlug)}
        hidden={{ evidenceId: evidence.id, version: evidence.version }}
        submit="Change the title"
        submitLook={{}}
      >
        <TitleField title={evidence.title} />
      </ActionForm>
    </Section>
  );
}
