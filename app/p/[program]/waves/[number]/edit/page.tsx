import { notFound } from "next/navigation";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { PageHeader, Section } from "@/components/ui/page";
import { Callout } from "@/components/ui/states";
import { WaveFields } from "@/components/waves/wave-fields";
import { can } from "@/lib/access/policy";
import { listPeople } from "@/lib/programs/queries/members";
import { changeBlockers } from "@/lib/waves/rules/changes";
import { changeWaveAction } from "../../actions";
import { loadWavePage } from "../load-page";

export const metadata = { title: "Edit a wave" };

export default async function EditWavePage({
  params,
}: {
  params: Promise<{ program: string; number: string }>;
}) {
  const data = await loadWavePage(params);
  const { actor, wave, base } = data;
  if (!can(actor, "wave:plan")) notFound();
  const people = await listPeople(actor);
  const blockers = changeBlockers({ ...wave, id: wave.waveId });
  return (
    <>
      <PageHeader eyebrow={`Wave ${wave.number}`} title={`Edit ${wave.name}`} />
      <Section title="What the wave is">
        {blockers.length > 0 ? (
          <Callout title="This cannot be changed">{blockers.map(({ message }) => message).join(" ")}</Callout>
        ) : (
          <ActionForm
            action={changeWaveAction.bind(null, actor.programSlug)}
            submit="Save"
            hidden={{ waveId: wave.waveId, version: wave.version }}
            beside={
              <Button variant="ghost" href={base}>
                Leave it as it is
              </Button>
            }
          >
            <WaveFields wave={wave} people={people} />
          </ActionForm>
        )}
      </Section>
    </>
  );
}
