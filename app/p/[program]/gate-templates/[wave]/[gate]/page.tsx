import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CriteriaAsked } from "@/components/gates/criteria-asked";
import { TemplateFields } from "@/components/gates/template-fields";
import { ActionForm } from "@/components/ui/action-form";
import { Cancel } from "@/components/ui/button";
import { PageHeader, Section } from "@/components/ui/page";
import { ROLE_LABELS } from "@/lib/access/labels";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import type { GateTemplate } from "@/lib/gates/model/template";
import { getTemplate } from "@/lib/gates/queries/templates";
import { kindsInPath } from "@/lib/gates/rules/read-template";
import { versionWords } from "@/lib/gates/rules/template-words";
import { counted } from "@/lib/kernel/text";
import { GATE_KIND_LABELS, WAVE_KIND_LABELS } from "@/lib/waves/labels";
import { saveTemplateAction } from "../../actions";

export const metadata: Metadata = { title: "Gate template" };

type Props = { params: Promise<{ program: string; wave: string; gate: string }> };

export default async function GateTemplatePage({ params }: Props) {
  const { program, wave, gate } = await params;
  const actor = await requireActor(program);
  const kinds = kindsInPath(wave, gate);
  if (!can(actor, "gate:read") || kinds === null) notFound();
  const template = await getTemplate(actor, kinds);
  const path = `/p/${program}/gate-templates`;
  return (
    <>
      <PageHeader
        eyebrow={`${WAVE_KIND_LABELS[template.waveKind]} waves`}
        title={`${GATE_KIND_LABELS[template.kind]} gate`}
        why={
          <>
            <span>From {versionWords(template)}</span>
            <span>
              {template.demanded
                ? "The step waits for it always"
                : "The step waits for it where one is opened"}
            </span>
          </>
        }
      />
      {can(actor, "gate:configure") ? (
        <Section
          id="form"
          title="What a new gate asks"
          finding="Gates that are open keep the version they were opened from."
        >
          <ActionForm
            key={template.version}
            action={saveTemplateAction.bind(null, { slug: program, ...kinds })}
            hidden={{ version: template.version }}
            submit={`Save as version ${template.version + 1}`}
            pending="Saving…"
            beside={<Cancel href={path} />}
          >
            <TemplateFields template={template} />
          </ActionForm>
        </Section>
      ) : (
        <Read template={template} />
      )}
    </>
  );
}

function Read({ template }: { template: GateTemplate }) {
  return (
    <>
      <Section
        id="criteria"
        title="What it asks"
        finding={`${counted(template.criteria.length, "criterion", "criteria")}.`}
      >
        <CriteriaAsked criteria={template.criteria} />
      </Section>
      <Section
        id="seats"
        title="Who signs"
        finding={`${template.quorum} of ${counted(template.seats.length, "seat")}.`}
      >
        <ul className="rows dense">
          {template.seats.map(({ role, capacity }) => (
            <li key={capacity}>
              {capacity} <span className="mute">{ROLE_LABELS[role].toLowerCase()}</span>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
