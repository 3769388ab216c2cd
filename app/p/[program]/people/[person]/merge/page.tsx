import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { ActionForm } from "@/components/ui/action-form";
import { Button, Cancel } from "@/components/ui/button";
import { DefinitionList, PageHeader, Section } from "@/components/ui/page";
import { Callout } from "@/components/ui/states";
import { can } from "@/lib/access/policy";
import type { SearchParams } from "@/lib/kernel/search-params";
import { REFERENCE_LABELS } from "@/lib/programs/labels";
import type { PersonView } from "@/lib/programs/model";
import { getPerson } from "@/lib/programs/queries/people";
import { mergeBlockers } from "@/lib/programs/rules/merging";
import { mergePeopleAction } from "../../actions";
import { loadPerson } from "../../load-person";

export const metadata: Metadata = { title: "Merge two people" };

type Props = {
  params: Promise<{ program: string; person: string }>;
  searchParams: Promise<SearchParams>;
};

export default async function MergePage({ params, searchParams }: Props) {
  const { program, person: id } = await params;
  const { actor, person: kept } = await loadPerson(program, id);
  if (!can(actor, "member:manage")) notFound();
  const { other } = await searchParams;
  const path = `/p/${program}/people`;
  const gone = typeof other === "string" && other !== id ? await getPerson(actor, other) : null;
  if (gone === null) redirect(`${path}/${id}?merge=unchosen#merge`);
  const blockers = mergeBlockers(kept, gone);
  return (
    <>
      <PageHeader place={kept} title={`Is ${gone.name} the same person as ${kept.name}?`} />
      <Section id="meaning" title="What this means" finding="Nothing has changed yet.">
        <DefinitionList items={[...consequences(kept, gone), ...moving(kept, gone)]} />
        {blockers.length > 0 ? (
          <Callout title="Not possible" tone="off">
            {blockers.map(({ message }) => message).join(" ")}
          </Callout>
        ) : (
          <ActionForm
            action={mergePeopleAction.bind(null, program)}
            hidden={{
              keptId: kept.id,
              keptVersion: kept.version,
              goneId: gone.id,
              goneVersion: gone.version,
            }}
            submit={`Merge ${gone.name} into ${kept.name}`}
            pending="Merging…"
            beside={<Cancel href={`${path}/${kept.id}`} />}
            className="form spaced"
          />
        )}
        {blockers.length > 0 ? <Button href={`${path}/${kept.id}`}>Back</Button> : null}
      </Section>
    </>
  );
}

function consequences(kept: PersonView, gone: PersonView) {
  const account = kept.account ?? gone.account;
  return [
    { label: "Stays", value: kept.name },
    { label: "Goes", value: `${gone.name}; the history keeps the name` },
    { label: "Account", value: account === null ? "none linked" : `that of ${account}` },
    { label: "E-mail", value: kept.email ?? gone.email ?? "unknown" },
    {
      label: "Signatures",
      value: "Those that rest on what changes its owner must be given again.",
    },
  ];
}

/** What names the one that goes, and will name the other. */
function moving(kept: PersonView, gone: PersonView) {
  const kinds = Object.entries(REFERENCE_LABELS).flatMap(([kind, label]) => {
    const references = gone.references.filter((reference) => reference.kind === kind);
    return references.length === 0 ? [] : [{ label, references }];
  });
  if (kinds.length === 0)
    return [{ label: `Moves to ${kept.name}`, value: "nothing: no open fact refers to it" }];
  return kinds.map(({ label, references }) => ({
    label: `${kept.name}: ${label.charAt(0).toLowerCase()}${label.slice(1)}`,
    value: references.map((reference) => reference.label).join(", "),
  }));
}
