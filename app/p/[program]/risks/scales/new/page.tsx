import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ScaleEffectNote } from "@/components/risks/scale-effect";
import { ScaleFields } from "@/components/risks/scale-fields";
import { TextArea } from "@/components/ui/fields";
import { FormSection } from "@/components/ui/form-section";
import { PageHeader } from "@/components/ui/page";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import { riskScales, scaleEffect } from "@/lib/risks/queries/risk-scales";
import { apartOf } from "@/lib/risks/rules/scale-effect";
import { scaleInUse } from "@/lib/risks/rules/scales";
import { publishScaleAction } from "../../actions";

export const metadata: Metadata = { title: "Publish a scale" };

export default async function NewScalePage({ params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  const actor = await requireActor(program);
  if (!can(actor, "risk:configure")) notFound();
  const scale = scaleInUse(await riskScales(actor));
  const effect = await scaleEffect(actor);
  const next = scale.version + 1;
  return (
    <>
      <PageHeader
        title={`Publish scale ${next}`}
        why={<span>It begins as a copy of scale {scale.version}. Once published it is never changed.</span>}
      />
      <FormSection
        id="scale"
        title={`Scale ${next}`}
        action={publishScaleAction.bind(null, program)}
        hidden={{ version: scale.version, apart: apartOf(effect) }}
        submit={`Publish scale ${next}`}
        pending="Publishing…"
        backHref={`/p/${program}/risks/scales`}
      >
        <ScaleEffectNote effect={effect} version={next} />
        <ScaleFields scale={scale} />
        <TextArea name="reason" label="Why the scale changes" required maxLength={1000} rows={2} />
      </FormSection>
    </>
  );
}
