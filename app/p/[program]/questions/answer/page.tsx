import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { BulkPreviewTable } from "@/components/questions/bulk-preview";
import { ActionForm } from "@/components/ui/action-form";
import { Cancel } from "@/components/ui/button";
import { TextArea } from "@/components/ui/fields";
import { DefinitionList, PageHeader, Section } from "@/components/ui/page";
import { can } from "@/lib/access/policy";
import { readsEstate } from "@/lib/access/reads-estate";
import { requireActor } from "@/lib/auth/require-actor";
import type { SearchParams } from "@/lib/kernel/search-params";
import { counted, formatCount } from "@/lib/kernel/text";
import { type BulkPreview, MOST_AT_ONCE, type Take } from "@/lib/questions/model";
import { previewAnswers } from "@/lib/questions/queries/preview-answers";
import { questionHref, questionSearch } from "@/lib/questions/rules/search";
import { answerQuestionsAction } from "../actions";

export const metadata: Metadata = { title: "Answer many questions" };

type Props = {
  params: Promise<{ program: string }>;
  searchParams: Promise<SearchParams>;
};

export default async function AnswerManyPage({ params, searchParams }: Props) {
  const { program } = await params;
  const actor = await requireActor(program);
  if (!readsEstate(actor) || !can(actor, "fact:settle")) notFound();
  const given = await searchParams;
  const search = questionSearch(given);
  const path = `/p/${program}/questions`;
  const take: Take = given.take === "present" ? "present" : "stated";
  const ids = [given.id ?? []].flat();
  if (ids.length === 0 && search.source === undefined && search.import === undefined) redirect(path);
  const preview = await previewAnswers(actor, { search, ids }, take);
  if (preview.lines.length === 0) redirect(path);
  const back = questionHref(path, search);
  return (
    <>
      <PageHeader eyebrow="Questions" title={titleOf(preview, take)} />
      <Section title="What this means" finding="Nothing has changed yet.">
        <DefinitionList items={meaning(preview, take)} />
        <div style={{ marginTop: 20 }}>
          <ActionForm
            action={answerQuestionsAction.bind(null, program)}
            submit={`Answer ${counted(preview.lines.length, "question")}`}
            hidden={{ take, digest: preview.digest }}
            beside={<Cancel href={back} />}
          >
            {preview.lines.map((line) => (
              <input key={line.id} type="hidden" name="questionIds" value={line.id} />
            ))}
            <TextArea
              name="reason"
              label="Why"
              hint={
                preview.lines.length === 1
                  ? "It stands at the question."
                  : "One reason stands at each of them."
              }
              required
              maxLength={1000}
            />
          </ActionForm>
        </div>
      </Section>
      <Section title="One by one">
        <BulkPreviewTable lines={preview.lines} take={take} />
      </Section>
    </>
  );
}

function titleOf({ lines }: BulkPreview, take: Take): string {
  const count = counted(lines.length, "question");
  if (take === "present") return `Keep what stands for ${count}`;
  const sources = [...new Set(lines.map((line) => line.statedSource))];
  return sources.length === 1
    ? `Take ${sources[0]}’s word for ${count}`
    : `Take what is said instead for ${count}`;
}

/** What the questions are about, as one and as many. */
function kindsOf(lines: BulkPreview["lines"]): [one: string, many: string] {
  const kinds = [...new Set(lines.map((line) => line.subjectType))].sort().reverse();
  return [kinds.join(" or "), kinds.map((kind) => `${kind}s`).join(" and ")];
}

function meaning({ lines, total, notYours, changes }: BulkPreview, take: Take) {
  const subjects = new Set(lines.map((line) => line.subjectId)).size;
  const people = lines.filter((line) => line.presentSource === null && line.presentValue !== null).length;
  const items = [
    {
      label: "Values that change",
      value:
        take === "present"
          ? "none"
          : `${counted(changes, "value")} of ${counted(subjects, ...kindsOf(lines))}`,
    },
    { label: "Questions closed", value: counted(lines.length, "question") },
  ];
  if (take === "stated" && people > 0)
    items.push({
      label: "Stated by a person until now",
      value: `${counted(people, "value")}, which the source replaces`,
    });
  if (notYours > 0)
    items.push({ label: "Left out", value: `${counted(notYours, "question")} about what you do not own` });
  if (total > lines.length)
    items.push({
      label: "Later",
      value: `${total - lines.length} more; at most ${formatCount(MOST_AT_ONCE)} are answered at once`,
    });
  return items;
}
