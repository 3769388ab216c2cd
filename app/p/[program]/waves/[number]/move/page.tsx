import { notFound } from "next/navigation";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/fields";
import { Link } from "@/components/ui/link";
import { PageHeader, Section } from "@/components/ui/page";
import { Callout } from "@/components/ui/states";
import { blockerHref } from "@/components/waves/wave-facts";
import { can } from "@/lib/access/policy";
import type { SearchParams } from "@/lib/kernel/search-params";
import { STEP_LABELS, STEP_MEANINGS, WAVE_STATE_LABELS } from "@/lib/waves/labels";
import type { StepOption } from "@/lib/waves/model/step";
import { one } from "@/lib/waves/rules/search";
import { moveWaveAction } from "../../actions";
import { loadWavePage, type WavePageData } from "../load-page";

export const metadata = { title: "Move a wave" };

type Props = {
  params: Promise<{ program: string; number: string }>;
  searchParams: Promise<SearchParams>;
};

export default async function MovePage({ params, searchParams }: Props) {
  const data = await loadWavePage(params);
  const { actor, wave } = data;
  if (!can(actor, "wave:transition")) notFound();
  const to = one((await searchParams).to);
  const step = wave.steps.find((option) => option.to === to);
  return (
    <>
      {step === undefined ? (
        <>
          <PageHeader eyebrow={`Wave ${wave.number}, ${wave.name}`} title="This step is not possible" />
          <Section title={`The wave is ${WAVE_STATE_LABELS[wave.state].toLowerCase()}`}>
            <p>
              Somebody may have moved it meanwhile. <Link href={data.base}>Go back to the wave</Link> to see
              the steps it can take now.
            </p>
          </Section>
        </>
      ) : (
        <StepPage data={data} step={step} />
      )}
    </>
  );
}

function StepPage({ data, step }: { data: WavePageData; step: StepOption }) {
  const { wave, base, actor } = data;
  return (
    <>
      <PageHeader
        eyebrow={`Wave ${wave.number}, ${wave.name}`}
        title={`${WAVE_STATE_LABELS[wave.state]} → ${WAVE_STATE_LABELS[step.to]}`}
      />
      <Section title="What this means">
        <p style={{ maxWidth: "44em", marginBottom: 16 }}>{STEP_MEANINGS[step.to]}</p>
        {step.blockers.length > 0 ? (
          <>
            <Callout title="Not possible yet" tone="off">
              <ul className="rows">
                {step.blockers.map((blocker) => (
                  <li key={blocker.code}>
                    <Link href={blockerHref(blocker, base, wave.state)}>{blocker.message}</Link>
                  </li>
                ))}
              </ul>
            </Callout>
            <p style={{ marginTop: 20 }}>
              <Button href={base}>Back to wave {wave.number}</Button>
            </p>
          </>
        ) : (
          <ActionForm
            action={moveWaveAction.bind(null, actor.programSlug)}
            submit={STEP_LABELS[step.to]}
            hidden={{ waveId: wave.waveId, version: wave.version, to: step.to }}
            beside={
              <Button variant="ghost" href={base}>
                Leave it as it is
              </Button>
            }
          >
            <TextArea
              name="reason"
              label={step.to === "closed" ? "What hypercare found" : "Reason"}
              optional={!step.needsReason}
              required={step.needsReason}
              hint="Kept in the wave’s history and in the audit trail."
            />
          </ActionForm>
        )}
      </Section>
    </>
  );
}
