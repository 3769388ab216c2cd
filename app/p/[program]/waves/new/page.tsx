import { notFound } from "next/navigation";
import { ActionForm } from "@/components/ui/action-form";
import { Cancel } from "@/components/ui/button";
import { PageHeader, Section } from "@/components/ui/page";
import { WaveFields } from "@/components/waves/wave-fields";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import { listPeople } from "@/lib/programs/queries/members";
import { createWaveAction } from "../actions";

export const metadata = { title: "Create a wave" };

export default async function NewWavePage({ params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  const actor = await requireActor(program);
  if (!can(actor, "wave:plan")) notFound();
  const people = await listPeople(actor);
  return (
    <>
      <PageHeader title="Create a wave" />
      <Section title="What the wave is" finding="Its workloads and its window come next.">
        <ActionForm
          action={createWaveAction.bind(null, program)}
          submit="Create the wave"
          beside={<Cancel href={`/p/${program}/waves`} />}
        >
          <WaveFields wave={null} people={people} />
        </ActionForm>
      </Section>
    </>
  );
}
