import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AnswerForm } from "@/components/questions/answer-form";
import { Spoken } from "@/components/questions/spoken";
import { WordsTable } from "@/components/questions/words-table";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Missing } from "@/components/ui/missing";
import { Moment } from "@/components/ui/moment";
import { DefinitionList, PageHeader, Section } from "@/components/ui/page";
import { Callout } from "@/components/ui/states";
import { Verdict } from "@/components/ui/status";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { readsEstate } from "@/lib/access/reads-estate";
import { requireActor } from "@/lib/auth/require-actor";
import { STATE_LABELS } from "@/lib/questions/labels";
import type { QuestionView } from "@/lib/questions/model";
import { getQuestion } from "@/lib/questions/queries/get-question";
import { fieldLabel } from "@/lib/questions/rules/value-words";
import { answerQuestionAction } from "../actions";

export const metadata: Metadata = { title: "Question" };

type Props = { params: Promise<{ program: string; id: string }> };

export default async function QuestionPage({ params }: Props) {
  const { program, id } = await params;
  const actor = await requireActor(program);
  if (!readsEstate(actor)) notFound();
  const question = await getQuestion(actor, id);
  if (question === null) notFound();
  const base = `/p/${program}`;
  const label = fieldLabel(question.subjectType, question.field);
  return (
    <>
      <PageHeader
        place={{ id: question.id, name: `${label} of ${question.subject}` }}
        eyebrow="Question"
        title={`${label} of ${question.subject}`}
        why={
          <>
            <span>
              About the {question.subjectType}{" "}
              <Link href={`${base}/${question.subjectType}s/${question.subjectId}`}>{question.subject}</Link>
            </span>
            <span>
              Raised <Moment at={question.raisedAt} zone={actor.zone} />
            </span>
            <span>Asked of {question.asked?.name ?? "the program manager, as nobody owns it"}</span>
          </>
        }
      />
      {question.state === "open" ? null : <OutcomePart question={question} actor={actor} />}
      <Section title="What each source says">
        <WordsTable
          question={question}
          zone={actor.zone}
          importsPath={can(actor, "import:run") ? `${base}/imports` : null}
        />
      </Section>
      {question.state === "open" ? <AnswerPart {...{ question, actor }} /> : null}
    </>
  );
}

function AnswerPart({ question, actor }: { question: QuestionView; actor: Actor }) {
  const back = `/p/${actor.programSlug}/questions`;
  return (
    <Section title="Which value counts" finding="What stands stays until this is answered.">
      {question.mayAnswer ? (
        <AnswerForm
          question={question}
          action={answerQuestionAction.bind(null, actor.programSlug)}
          beside={
            <Button variant="ghost" href={back}>
              Leave it open
            </Button>
          }
        />
      ) : (
        <Callout title="This is not yours to answer">
          {actor.role === "business_owner"
            ? "A business owner answers for the workloads they own."
            : "A program manager, a platform engineer or the business owner answers it."}
        </Callout>
      )}
    </Section>
  );
}

function OutcomePart({ question, actor }: { question: QuestionView; actor: Actor }) {
  const about = { type: question.subjectType, field: question.field };
  return (
    <Section title="What it came to">
      <DefinitionList
        items={[
          {
            label: "Outcome",
            value: (
              <Verdict tone={question.state === "answered" ? "done" : "unk"}>
                {STATE_LABELS[question.state]}
              </Verdict>
            ),
          },
          {
            label: "Counts",
            value: <Spoken {...about} value={question.chosenValue} source={question.chosenSource} />,
          },
          {
            label: "Stood when asked",
            value: <Spoken {...about} value={question.presentValue} source={question.presentSource} />,
          },
          {
            label: "Said instead",
            value: <Spoken {...about} value={question.statedValue} source={question.statedSource} />,
          },
          {
            label: "Why",
            value: question.reason === "" ? <Missing>no reason</Missing> : question.reason,
          },
          {
            label: "When",
            value:
              question.answeredAt === null ? (
                <Missing />
              ) : (
                <>
                  <Moment at={question.answeredAt} zone={actor.zone} />
                  {question.answeredBy === null ? "" : ` by ${question.answeredBy}`}
                </>
              ),
          },
        ]}
      />
    </Section>
  );
}
