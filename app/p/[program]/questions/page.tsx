import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DisagreementList } from "@/components/questions/disagreement-list";
import { QuestionFilters, questionChips } from "@/components/questions/question-filters";
import { QuestionTable } from "@/components/questions/question-table";
import { ExportLinks } from "@/components/ui/export-links";
import { FilterChips } from "@/components/ui/filters";
import { Link } from "@/components/ui/link";
import { PageHeader, Section } from "@/components/ui/page";
import { Pager } from "@/components/ui/pager";
import { EmptyState } from "@/components/ui/states";
import { Count, Tools } from "@/components/ui/table";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { readsEstate } from "@/lib/access/reads-estate";
import { requireActor } from "@/lib/auth/require-actor";
import type { SearchParams } from "@/lib/kernel/search-params";
import { counted } from "@/lib/kernel/text";
import type { QuestionChoices, QuestionPage } from "@/lib/questions/model";
import { disagreements, listQuestions } from "@/lib/questions/queries/list-questions";
import {
  QUESTIONS_PER_PAGE,
  type QuestionSearch,
  questionHref,
  questionQuery,
  questionSearch,
} from "@/lib/questions/rules/search";

export const metadata: Metadata = { title: "Questions" };

type Props = {
  params: Promise<{ program: string }>;
  searchParams: Promise<SearchParams>;
};

export default async function QuestionsPage({ params, searchParams }: Props) {
  const { program } = await params;
  const actor = await requireActor(program);
  if (!readsEstate(actor)) notFound();
  const search = questionSearch(await searchParams);
  const path = `/p/${program}/questions`;
  const [list, { groups, choices }] = await Promise.all([listQuestions(actor, search), disagreements(actor)]);
  const answersAll = can(actor, "fact:settle") && actor.role !== "business_owner";
  return (
    <>
      <PageHeader
        title="Questions"
        why={
          <>
            <span>{counted(list.open, "open question")}</span>
            <span>Where sources disagree, what stands stays until somebody answers.</span>
            <Link href={`/p/${program}/sources`}>How far each source is trusted</Link>
          </>
        }
      />
      {groups.length === 0 ? null : (
        <Section
          title="Who contradicts whom"
          finding="Settle a whole disagreement at once; a preview comes first."
        >
          <DisagreementList {...{ groups, path, search }} answers={answersAll} />
        </Section>
      )}
      <ListPart {...{ actor, path, search, list, choices }} />
    </>
  );
}

type ListProps = {
  actor: Actor;
  path: string;
  search: QuestionSearch;
  list: QuestionPage;
  choices: QuestionChoices;
};

function ListPart({ actor, path, search, list, choices }: ListProps) {
  const chips = questionChips({ path, search, choices, subject: list.rows[0]?.subject });
  const query = questionQuery({ ...search, page: 1 });
  const csv = `/api/p/${actor.programSlug}/questions/export.csv?${query}`;
  const choose = can(actor, "fact:settle") && search.state === "open";
  return (
    <Section
      id="list"
      title="Every question"
      actions={list.total === 0 ? undefined : <ExportLinks href={csv} count={list.total} />}
    >
      {list.everything === 0 ? null : (
        <>
          <QuestionFilters {...{ path, search, choices }} />
          <Tools count={<Count shown={list.total} total={list.everything} filters={chips.length} />}>
            <FilterChips chips={chips} clearHref={path} />
          </Tools>
        </>
      )}
      {list.rows.length === 0 ? (
        <Nothing everything={list.everything} narrowed={chips.length > 0} />
      ) : (
        <form action={`${path}/answer`} method="get">
          <QuestionTable {...{ path, search, choose }} rows={list.rows} zone={actor.zone} />
          {choose ? <ChosenActs /> : null}
          <Pager
            page={list.page}
            pageSize={QUESTIONS_PER_PAGE}
            total={list.total}
            hrefFor={(page) => `${questionHref(path, search, { page })}#list`}
          />
        </form>
      )}
    </Section>
  );
}

function ChosenActs() {
  return (
    <div className="acts-row" style={{ marginTop: 12 }}>
      <span className="soft">For the chosen ones:</span>
      <button className="btn" type="submit" name="take" value="stated">
        Take what is said instead
      </button>
      <button className="btn" type="submit" name="take" value="present">
        Keep what stands
      </button>
    </div>
  );
}

function Nothing({ everything, narrowed }: { everything: number; narrowed: boolean }) {
  if (everything === 0)
    return (
      <EmptyState title="No sources have disagreed yet">
        When an import says something else than a source or person who is trusted as much, the question comes
        here.
      </EmptyState>
    );
  return (
    <EmptyState title={narrowed ? "No question fits these filters" : "No question is open"}>
      {narrowed
        ? "Take a filter off to see more."
        : "Those that were answered are kept: choose their state above."}
    </EmptyState>
  );
}
