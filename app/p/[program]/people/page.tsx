import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PersonTable } from "@/components/people/person-table";
import { ActionForm } from "@/components/ui/action-form";
import { TextField } from "@/components/ui/fields";
import { Link } from "@/components/ui/link";
import { PageHeader, Section } from "@/components/ui/page";
import { EmptyState } from "@/components/ui/states";
import { can } from "@/lib/access/policy";
import { readsEstate } from "@/lib/access/reads-estate";
import { requireActor } from "@/lib/auth/require-actor";
import { counted } from "@/lib/kernel/text";
import { listPeopleInFacts } from "@/lib/programs/queries/people";
import { addPersonAction } from "./actions";

export const metadata: Metadata = { title: "People" };

export default async function PeoplePage({ params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  const actor = await requireActor(program);
  if (!readsEstate(actor)) notFound();
  const people = await listPeopleInFacts(actor);
  const path = `/p/${program}/people`;
  const linked = people.filter(({ account }) => account !== null).length;
  return (
    <>
      <PageHeader
        title="People"
        why={
          <>
            <span>{counted(people.length, "person", "people")} named in the facts</span>
            <span>{linked} with an account</span>
            <Link href={`/p/${program}/members`}>Members and their roles</Link>
          </>
        }
      />
      <Section
        id="people"
        title="Whom facts refer to"
        finding="A name gives nobody access. Linking an account to a name is done at its member."
      >
        {people.length === 0 ? (
          <EmptyState title="Nobody is named yet">
            Owners of workloads, risks and processes are named here, with or without an account.
          </EmptyState>
        ) : (
          <PersonTable people={people} path={path} />
        )}
      </Section>
      {can(actor, "workload:write") ? (
        <Section id="add" title="Add a person" finding="A name that facts may refer to; it gives no access.">
          <ActionForm action={addPersonAction.bind(null, program)} submit="Add the person" pending="Adding…">
            <TextField name="name" label="Name" required maxLength={120} />
            <TextField name="email" label="E-mail" type="email" optional />
          </ActionForm>
        </Section>
      ) : null}
    </>
  );
}
