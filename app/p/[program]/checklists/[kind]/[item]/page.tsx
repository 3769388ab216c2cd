import { notFound } from "next/navigation";
import { TemplateItemFields } from "@/components/cutover/template-item-fields";
import { ActionForm } from "@/components/ui/action-form";
import { Cancel } from "@/components/ui/button";
import { PageHeader, Section } from "@/components/ui/page";
import { WAVE_KIND_LABELS } from "@/lib/waves/labels";
import { removeTemplateItemAction, saveTemplateItemAction } from "../../actions";
import { loadTemplatePage } from "../../load";

export const metadata = { title: "Change an item of the template" };

type Props = { params: Promise<{ program: string; kind: string; item: string }> };

export default async function TemplateItemPage({ params }: Props) {
  const { actor, kind, draft, base, mayChange } = await loadTemplatePage(params);
  const { item: key } = await params;
  const item = draft?.items.find((one) => one.key === key);
  if (!mayChange || draft === null || item === undefined) notFound();
  const place = { slug: actor.programSlug, back: base };
  const hidden = { templateId: draft.id, version: draft.version, key: item.key };
  return (
    <>
      <PageHeader
        eyebrow={`${WAVE_KIND_LABELS[kind]} waves, version ${draft.number} (draft)`}
        title={item.title}
      />
      <Section title="What it says">
        <ActionForm
          action={saveTemplateItemAction.bind(null, place)}
          submit="Save"
          hidden={hidden}
          beside={<Cancel href={base} />}
        >
          <TemplateItemFields item={item} all={draft.items} />
        </ActionForm>
      </Section>
      <Section
        title="Take it out"
        finding="Lists that waves have already keep it; nothing in the draft waits for it any more."
      >
        <ActionForm
          action={removeTemplateItemAction.bind(null, place)}
          submit="Take it out"
          submitLook={{}}
          hidden={hidden}
        />
      </Section>
    </>
  );
}
