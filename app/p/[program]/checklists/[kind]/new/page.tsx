import { notFound } from "next/navigation";
import { TemplateItemFields } from "@/components/cutover/template-item-fields";
import { ActionForm } from "@/components/ui/action-form";
import { Cancel } from "@/components/ui/button";
import { PageHeader, Section } from "@/components/ui/page";
import { WAVE_KIND_LABELS } from "@/lib/waves/labels";
import { saveTemplateItemAction } from "../../actions";
import { loadTemplatePage } from "../../load";

export const metadata = { title: "Add an item to the template" };

type Props = { params: Promise<{ program: string; kind: string }> };

export default async function NewTemplateItemPage({ params }: Props) {
  const { actor, kind, draft, base, mayChange } = await loadTemplatePage(params);
  if (!mayChange || draft === null) notFound();
  return (
    <>
      <PageHeader
        eyebrow={`${WAVE_KIND_LABELS[kind]} waves, version ${draft.number} (draft)`}
        title="Add an item to the template"
      />
      <Section title="The item">
        <ActionForm
          action={saveTemplateItemAction.bind(null, { slug: actor.programSlug, back: base })}
          submit="Add it"
          hidden={{ templateId: draft.id, version: draft.version }}
          beside={<Cancel href={base} />}
        >
          <TemplateItemFields item={null} all={draft.items} />
        </ActionForm>
      </Section>
    </>
  );
}
