import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RevisionFields, TitleField, UrlField } from "@/components/evidence/evidence-fields";
import { UploadForm } from "@/components/evidence/upload-form";
import { ActionForm } from "@/components/ui/action-form";
import { Cancel } from "@/components/ui/button";
import { Segment } from "@/components/ui/filters";
import { PageHeader, Section } from "@/components/ui/page";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import { refusalWords } from "@/lib/evidence/labels";
import { describeSubject } from "@/lib/evidence/queries/evidence-of";
import { newSearch } from "@/lib/evidence/schema";
import type { SearchParams } from "@/lib/kernel/search-params";
import { addLinkAction } from "../actions";

export const metadata: Metadata = { title: "Add evidence" };

type Props = { params: Promise<{ program: string }>; searchParams: Promise<SearchParams> };

export default async function NewEvidencePage({ params, searchParams }: Props) {
  const { program } = await params;
  const actor = await requireActor(program);
  if (!can(actor, "evidence:write")) notFound();
  const { as, refused, attachType, attachId } = newSearch.parse(await searchParams);
  const subject =
    attachType && attachId ? await describeSubject(actor, { type: attachType, id: attachId }) : null;
  const hidden: Record<string, string> =
    subject === null || !attachType || !attachId ? {} : { attachType, attachId };
  const hrefAs = (kind: "file" | "link") => `?${new URLSearchParams({ ...hidden, as: kind })}`;
  const back = <Cancel href={`/p/${program}/${subject === null ? "evidence" : subject.path}`} />;
  const fact = "It is kept as it is: whatever is newer becomes another revision.";
  return (
    <>
      <PageHeader
        title="Add evidence"
        why={<span>{subject === null ? fact : `It is attached to ${subject.label}.`}</span>}
      />
      <Section
        id="what"
        title={as === "file" ? "A file" : "A link"}
        actions={
          <Segment
            label="What it is"
            items={[
              { label: "A file", href: hrefAs("file"), current: as === "file" },
              { label: "A link", href: hrefAs("link"), current: as === "link" },
            ]}
          />
        }
      >
        {as === "file" ? (
          <UploadForm
            action={`/api/p/${program}/evidence/upload`}
            label="Add a file"
            refused={refusalWords(refused)}
            hidden={hidden}
            submit="Keep this file"
            beside={back}
            titled
          />
        ) : (
          <ActionForm
            action={addLinkAction.bind(null, program)}
            hidden={hidden}
            submit="Keep this link"
            beside={back}
            aria-label="Add a link"
          >
            <TitleField />
            <UrlField />
            <RevisionFields />
          </ActionForm>
        )}
      </Section>
    </>
  );
}
