import { notFound, redirect } from "next/navigation";
import { PageHeader, Section } from "@/components/ui/page";
import { can } from "@/lib/access/policy";
import type { SearchParams } from "@/lib/kernel/search-params";
import { counted } from "@/lib/kernel/text";
import { previewReplan } from "@/lib/replanning/queries/preview-replan";
import { BEFORE_CUTOVER } from "@/lib/waves/model/states";
import { leavingBlockers } from "@/lib/waves/rules/changes";
import { chosenIds } from "@/lib/waves/rules/search";
import { loadWavePage } from "../load-page";
import { ReplanForm } from "../replan-form";

export const metadata = { title: "Take workloads out of a wave" };

type Props = {
  params: Promise<{ program: string; number: string }>;
  searchParams: Promise<SearchParams>;
};

export default async function RemoveWorkloadsPage({ params, searchParams }: Props) {
  const data = await loadWavePage(params);
  const { actor, wave, base, now } = data;
  if (!can(actor, "wave:plan")) notFound();
  const change = { window: null, add: [], remove: chosenIds((await searchParams).w) };
  const preview = await previewReplan(actor, wave.waveId, { change, now });
  if (preview.leaving.length === 0) redirect(`${base}?tab=workloads`);
  const blockers = leavingBlockers({ ...wave, id: wave.waveId }).map(({ message }) => message);
  return (
    <>
      <PageHeader
        eyebrow={`Wave ${wave.number}, ${wave.name}`}
        title={`Take ${counted(preview.leaving.length, "workload")} out`}
      />
      <Section title="What this means" finding="Nothing has changed yet.">
        <ReplanForm
          data={data}
          preview={{ ...preview, blockers }}
          typed={null}
          submit={preview.leaving.length === 1 ? "Take it out" : "Take them out"}
          tab="workloads"
          alsoWindow={BEFORE_CUTOVER.includes(wave.state)}
        />
      </Section>
    </>
  );
}
