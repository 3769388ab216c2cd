import { notFound } from "next/navigation";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Choices } from "@/components/ui/choices";
import { TextArea, TextField } from "@/components/ui/fields";
import { PageHeader, Section } from "@/components/ui/page";
import { can } from "@/lib/access/policy";
import type { SearchParams } from "@/lib/kernel/search-params";
import { ROLLBACK_EXTENT_LABELS } from "@/lib/waves/labels";
import { ROLLBACK_EXTENTS } from "@/lib/waves/model/step";
import { listWaveTransitions } from "@/lib/waves/queries/wave-history";
import { one } from "@/lib/waves/rules/search";
import { recordRollbackAction } from "../../actions";
import { loadWavePage } from "../load-page";

export const metadata = { title: "What was rolled back" };

type Props = {
  params: Promise<{ program: string; number: string }>;
  searchParams: Promise<SearchParams>;
};

export default async function RollbackPage({ params, searchParams }: Props) {
  const { actor, wave, base } = await loadWavePage(params);
  if (!can(actor, "wave:transition")) notFound();
  const attempt = Number(one((await searchParams).attempt)) || wave.attempt;
  const steps = await listWaveTransitions(actor, wave.waveId);
  const step = steps.find(({ to, attempt: of }) => to === "rolled_back" && of === attempt);
  const zone = wave.window?.zone ?? actor.programZone;
  return (
    <>
      <PageHeader
        eyebrow={`Wave ${wave.number}, ${wave.name}`}
        title={`What was rolled back in attempt ${attempt}`}
        why={step === undefined ? null : <span>Rolled back: {step.reason}</span>}
      />
      {step === undefined ? (
        <Section title="There is nothing to record">
          <p style={{ marginBottom: 12 }}>Attempt {attempt} was not rolled back.</p>
          <Button href={base}>Back to wave {wave.number}</Button>
        </Section>
      ) : (
        <Section
          title="What you record"
          finding="It stands in the history of the wave with your name. Told again, the later one counts; the earlier stays in the audit trail."
        >
          <ActionForm
            action={recordRollbackAction.bind(null, actor.programSlug)}
            submit="Record it"
            hidden={{ waveId: wave.waveId, attempt, zone }}
            beside={
              <Button variant="ghost" href={`${base}?tab=history`}>
                Leave it as it is
              </Button>
            }
          >
            <Choices
              name="extent"
              legend="How much went back"
              options={ROLLBACK_EXTENTS.map((value) => ({ value, label: ROLLBACK_EXTENT_LABELS[value] }))}
            />
            <TextArea name="what" label="What was rolled back, and how" required />
            <TextArea name="remains" label="What stayed where it had moved to" optional />
            <TextField
              name="lossMinutes"
              label="Data lost"
              narrow
              optional
              hint="The time between the last good transaction and the rollback, such as 12 min; 0 for none. Blank is unknown."
            />
            <TextArea name="loss" label="Which data, and how it was made good" optional />
            <TextField
              name="usableLocal"
              label="Usable again from"
              type="datetime-local"
              narrow
              optional
              hint={`On the clocks of ${zone}. Blank is unknown.`}
            />
          </ActionForm>
        </Section>
      )}
    </>
  );
}
