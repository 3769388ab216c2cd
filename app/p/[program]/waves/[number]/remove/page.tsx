import { notFound, redirect } from "next/navigation";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { DefinitionList, PageHeader, Section } from "@/components/ui/page";
import { AfterList } from "@/components/waves/after-list";
import { can } from "@/lib/access/policy";
import type { SearchParams } from "@/lib/kernel/search-params";
import { counted, listed } from "@/lib/kernel/text";
import type { CrossingLink } from "@/lib/waves/model";
import { linksCrossing } from "@/lib/waves/queries/crossing-links";
import { listMembersOfWave } from "@/lib/waves/queries/wave-workloads";
import { leavingBlockers } from "@/lib/waves/rules/changes";
import { chosenIds } from "@/lib/waves/rules/search";
import { removeWorkloadsAction } from "../../actions";
import { loadWavePage } from "../load-page";

export const metadata = { title: "Take workloads out of a wave" };

type Props = {
  params: Promise<{ program: string; number: string }>;
  searchParams: Promise<SearchParams>;
};

export default async function RemoveWorkloadsPage({ params, searchParams }: Props) {
  const data = await loadWavePage(params);
  const { actor, wave, base, gate } = data;
  if (!can(actor, "wave:plan")) notFound();
  const members = await listMembersOfWave(actor, wave.waveId, chosenIds((await searchParams).w));
  if (members.length === 0) redirect(`${base}?tab=workloads`);
  const links = linksOf(
    await linksCrossing(actor, wave.waveId),
    members.map(({ id }) => id),
  );
  const blockers = leavingBlockers({ ...wave, id: wave.waveId });
  const signed = gate?.judged.approvals ?? 0;
  return (
    <>
      <PageHeader
        eyebrow={`Wave ${wave.number}, ${wave.name}`}
        title={`Take ${counted(members.length, "workload")} out`}
      />
      <Section title="What this means" finding="Nothing has changed yet.">
        <DefinitionList
          items={[
            {
              label: "In no wave then",
              value: listed(
                members.map(({ name }) => name),
                12,
              ),
            },
            {
              label: "Links over the border that go away with them",
              value: links === 0 ? "none" : counted(links, "link"),
            },
            {
              label: "Signatures",
              value:
                signed === 0
                  ? "none rests on these workloads"
                  : `${counted(signed, "signature")} will be stale and must be given again`,
            },
          ]}
        />
        <AfterList>
          {blockers.length > 0 ? (
            <p>{blockers.map(({ message }) => message).join(" ")}</p>
          ) : (
            <ActionForm
              action={removeWorkloadsAction.bind(null, { slug: actor.programSlug, number: wave.number })}
              submit={members.length === 1 ? "Take it out" : "Take them out"}
              submitLook={{}}
              hidden={{ waveId: wave.waveId }}
              beside={
                <Button variant="ghost" href={`${base}?tab=workloads`}>
                  Leave it as it is
                </Button>
              }
            >
              {members.map(({ id }) => (
                <input key={id} type="hidden" name="workloadIds" value={id} />
              ))}
            </ActionForm>
          )}
        </AfterList>
      </Section>
    </>
  );
}

/** How many links over the border have their inner end among these workloads. */
function linksOf(links: readonly CrossingLink[], ids: readonly string[]): number {
  return links.filter(({ inside }) => ids.includes(inside.id)).length;
}
