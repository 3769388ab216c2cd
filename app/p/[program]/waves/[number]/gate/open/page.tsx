import { notFound } from "next/navigation";
import { CriteriaAsked } from "@/components/gates/criteria-asked";
import { SeatRows } from "@/components/gates/seat-rows";
import { ActionForm } from "@/components/ui/action-form";
import { Cancel } from "@/components/ui/button";
import { TextField } from "@/components/ui/fields";
import { PageHeader, Section } from "@/components/ui/page";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import { getTemplate } from "@/lib/gates/queries/templates";
import { readGateKind } from "@/lib/gates/rules/gate-path";
import { versionWords } from "@/lib/gates/rules/template-words";
import type { SearchParams } from "@/lib/kernel/search-params";
import { counted } from "@/lib/kernel/text";
import { listMembers } from "@/lib/programs/queries/members";
import { GATE_KIND_LABELS } from "@/lib/waves/labels";
import { getWave } from "@/lib/waves/queries/get-wave";
import { openGateAction } from "../actions";

type Props = { params: Promise<{ program: string; number: string }>; searchParams: Promise<SearchParams> };

export const metadata = { title: "Open a gate" };

export default async function OpenGatePage({ params, searchParams }: Props) {
  const { program, number } = await params;
  const actor = await requireActor(program);
  const asked = (await searchParams).kind;
  const kind = readGateKind(asked);
  if (!can(actor, "gate:configure") || !/^\d{1,4}$/.test(number) || kind === null) notFound();
  const wave = await getWave(actor, Number(number), { now: new Date(), gate: null });
  if (wave === null) notFound();
  const [template, members] = await Promise.all([
    getTemplate(actor, { waveKind: wave.kind, kind }),
    listMembers(actor),
  ]);
  const base = `/p/${program}/waves/${number}`;
  return (
    <>
      <PageHeader
        title={`Open the ${GATE_KIND_LABELS[kind].toLowerCase()} gate of ${wave.name}`}
        eyebrow={`Attempt ${wave.attempt}`}
      />
      <ActionForm
        action={openGateAction.bind(null, { slug: program, number: Number(number) })}
        hidden={{ waveId: wave.waveId, gateKind: kind }}
        submit="Open the gate"
        beside={<Cancel href={base} />}
      >
        <SeatRows
          members={members.map(({ userId, name, role }) => ({ userId, name, role }))}
          seats={template.seats}
        />
        <TextField
          name="quorum"
          label="How many of them must approve"
          inputMode="numeric"
          narrow
          hint={`${template.quorum} at least, and one more for each signature that you add.`}
          defaultValue={String(template.quorum)}
        />
      </ActionForm>
      <Section
        title="What it will ask"
        id="criteria"
        finding={`${counted(template.criteria.length, "criterion", "criteria")} from ${versionWords(template)}.`}
      >
        <CriteriaAsked criteria={template.criteria} />
      </Section>
    </>
  );
}
