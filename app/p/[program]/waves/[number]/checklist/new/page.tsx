import { notFound } from "next/navigation";
import { ItemFields } from "@/components/cutover/item-fields";
import { ActionForm } from "@/components/ui/action-form";
import { Cancel } from "@/components/ui/button";
import { PageHeader, Section } from "@/components/ui/page";
import { can } from "@/lib/access/policy";
import { listChecklist } from "@/lib/cutover/queries/list-checklist";
import { listPeople } from "@/lib/programs/queries/members";
import { loadWavePage } from "../../load-page";
import { addItemAction } from "../actions";

export const metadata = { title: "Add a checklist item" };

export default async function NewItemPage({
  params,
}: {
  params: Promise<{ program: string; number: string }>;
}) {
  const data = await loadWavePage(params);
  const { actor, wave, base } = data;
  if (!can(actor, "wave:plan")) notFound();
  const [list, people] = await Promise.all([listChecklist(actor, wave.waveId), listPeople(actor)]);
  return (
    <>
      <PageHeader eyebrow={`Wave ${wave.number}, ${wave.name}`} title="Add a checklist item" />
      <Section title="The item">
        <ActionForm
          action={addItemAction.bind(null, { slug: actor.programSlug, number: wave.number })}
          submit="Add it"
          hidden={{ waveId: wave.waveId }}
          beside={<Cancel href={`${base}?tab=checklist`} />}
        >
          <ItemFields item={null} dueLocal="" zone={list.zone} people={people} all={list.items} />
        </ActionForm>
      </Section>
    </>
  );
}
