import type { Metadata } from "next";
import Form from "next/form";
import { PersonReferences } from "@/components/people/person-references";
import { ActionForm } from "@/components/ui/action-form";
import { SelectField, TextField } from "@/components/ui/fields";
import { namedOptions } from "@/components/ui/options";
import { PageHeader, Section } from "@/components/ui/page";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import type { SearchParams } from "@/lib/kernel/search-params";
import type { PersonView } from "@/lib/programs/model";
import { listPeople } from "@/lib/programs/queries/members";
import { BesideHistory } from "../../audit/beside-history";
import { changePersonAction } from "../actions";
import { loadPerson } from "../load-person";

type Props = {
  params: Promise<{ program: string; person: string }>;
  searchParams: Promise<SearchParams>;
};

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  const { program, person: id } = await params;
  return { title: (await loadPerson(program, id)).person.name };
}

export default async function PersonPage({ params, searchParams }: Props) {
  const { program, person: id } = await params;
  const { merge } = await searchParams;
  const { actor, person } = await loadPerson(program, id);
  const home = `/p/${program}`;
  return (
    <>
      <PageHeader
        eyebrow="Person"
        title={person.name}
        place={person}
        why={
          <>
            <span>{person.account === null ? "No account linked" : `Account of ${person.account}`}</span>
            <span>{person.email ?? "E-mail unknown"}</span>
          </>
        }
      />
      <BesideHistory actor={actor} type="person" id={id}>
        <Section
          id="answers"
          title="Answers for"
          finding={person.references.length === 0 ? "No fact refers to this name." : undefined}
        >
          <PersonReferences person={person} home={home} />
        </Section>
        {can(actor, "workload:write") ? <Change person={person} program={program} /> : null}
        {can(actor, "member:manage") ? (
          <Merge person={person} actor={actor} path={`${home}/people`} unchosen={merge === "unchosen"} />
        ) : null}
      </BesideHistory>
    </>
  );
}

function Change({ person, program }: { person: PersonView; program: string }) {
  return (
    <Section id="change" title="Name and e-mail" finding="Neither gives access.">
      <ActionForm
        key={person.version}
        action={changePersonAction.bind(null, program)}
        hidden={{ personId: person.id, version: person.version }}
        submit="Save"
        pending="Saving…"
      >
        <TextField name="name" label="Name" required maxLength={120} defaultValue={person.name} />
        <TextField name="email" label="E-mail" type="email" optional defaultValue={person.email ?? ""} />
      </ActionForm>
    </Section>
  );
}

type MergeProps = { person: PersonView; actor: Actor; path: string; unchosen: boolean };

async function Merge({ person, actor, path, unchosen }: MergeProps) {
  const others = (await listPeople(actor)).filter((one) => one.id !== person.id);
  if (others.length === 0) return null;
  return (
    <Section
      id="merge"
      title="The same person under another name"
      finding="Sources write names differently. The next page shows what merging means before anything changes."
    >
      <Form className="form" action={`${path}/${person.id}/merge`}>
        <SelectField
          name="other"
          label={`The other name of ${person.name}`}
          none="Choose a name"
          error={unchosen ? "Choose the other name first." : undefined}
          options={namedOptions(others)}
        />
        <div className="acts-row">
          <button className="btn" type="submit">
            See what merging means
          </button>
        </div>
      </Form>
    </Section>
  );
}
