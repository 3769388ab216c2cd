import { notFound } from "next/navigation";
import { ComingFields } from "@/components/cutover/coming-fields";
import { ActionForm } from "@/components/ui/action-form";
import { Button, Cancel } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { PageHeader, Section } from "@/components/ui/page";
import { EmptyState } from "@/components/ui/states";
import { can } from "@/lib/access/policy";
import { comingItems } from "@/lib/cutover/queries/templates";
import { builtInItems } from "@/lib/cutover/rules/built-in";
import { checklistBlockers } from "@/lib/cutover/rules/checklist";
import { kindInPath } from "@/lib/cutover/rules/template";
import { counted } from "@/lib/kernel/text";
import { WAVE_KIND_LABELS } from "@/lib/waves/labels";
import { loadWavePage, type WavePageData } from "../../load-page";
import { adoptHereAction, applyTemplateAction } from "../actions";

export const metadata = { title: "Take from the template" };

type Props = { params: Promise<{ program: string; number: string }> };

export default async function TemplatePage({ params }: Props) {
  const data = await loadWavePage(params);
  const { actor, wave, base } = data;
  if (!can(actor, "wave:plan")) notFound();
  const coming = await comingItems(actor, wave.waveId);
  const kind = WAVE_KIND_LABELS[wave.kind].toLowerCase();
  const blockers = checklistBlockers({ ...wave, id: wave.waveId }, wave.attempt);
  const missing = coming?.items.filter(({ here }) => !here).length ?? 0;
  return (
    <>
      <PageHeader
        eyebrow={`Wave ${wave.number}, ${wave.name}`}
        title="Take from the template"
        why={
          <>
            <span>
              {coming === null
                ? `No template for ${kind} waves`
                : `Version ${coming.template.number} for ${kind} waves`}
            </span>
            <Link href={`/p/${actor.programSlug}/checklists/${kindInPath(wave.kind)}`}>See the template</Link>
          </>
        }
      />
      {coming === null ? (
        <NoTemplate data={data} kind={kind} />
      ) : (
        <Section
          title="What would come"
          finding={
            missing === 0
              ? "All of it is on the list already."
              : `${counted(missing, "item")} of ${coming.items.length}. What is on the list already stays as it is.`
          }
        >
          {blockers.length > 0 ? (
            <p>{blockers.map(({ message }) => message).join(" ")}</p>
          ) : missing === 0 ? (
            <Button href={`${base}?tab=checklist`}>Back to the checklist</Button>
          ) : (
            <ActionForm
              action={applyTemplateAction.bind(null, { slug: actor.programSlug, number: wave.number })}
              className="form wide"
              submit="Put them on the list"
              hidden={{ waveId: wave.waveId, templateId: coming.template.id }}
              beside={<Cancel href={`${base}?tab=checklist`} />}
            >
              <ComingFields coming={coming} now={data.now} />
            </ActionForm>
          )}
        </Section>
      )}
    </>
  );
}

function NoTemplate({ data: { actor, wave, base }, kind }: { data: WavePageData; kind: string }) {
  const may = can(actor, "program:configure");
  return (
    <div style={{ marginTop: 24 }}>
      <EmptyState
        title={`The program has no checklist for ${kind} waves yet`}
        level={2}
        action={
          may ? (
            <ActionForm
              action={adoptHereAction.bind(null, { slug: actor.programSlug, number: wave.number })}
              className="inline-form"
              submit="Take the built-in list for the program"
              hidden={{ kind: wave.kind }}
            />
          ) : (
            <Button href={`${base}?tab=checklist`}>Back to the checklist</Button>
          )
        }
      >
        Wavegate brings one along, with {builtInItems(wave.kind).length} items.{" "}
        {may ? "Nothing comes to this wave before you have seen it." : "The program manager decides on it."}
      </EmptyState>
    </div>
  );
}
