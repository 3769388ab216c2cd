import Form from "next/form";
import Link from "next/link";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/fields";
import { FilterBar } from "@/components/ui/filters";
import { PageHeader, Section } from "@/components/ui/page";
import { Callout, EmptyState } from "@/components/ui/states";
import { AfterList } from "@/components/waves/after-list";
import { JoiningConsequences } from "@/components/waves/joining-consequences";
import { can } from "@/lib/access/policy";
import type { SearchParams } from "@/lib/kernel/search-params";
import { listed } from "@/lib/kernel/text";
import { previewJoining } from "@/lib/waves/queries/preview-joining";
import { listCandidates } from "@/lib/waves/queries/wave-workloads";
import { joiningBlockers } from "@/lib/waves/rules/changes";
import { chosenIds, one } from "@/lib/waves/rules/search";
import { addWorkloadsAction } from "../../actions";
import { loadWavePage, type WavePageData } from "../load-page";

export const metadata = { title: "Add workloads to a wave" };

type Props = {
  params: Promise<{ program: string; number: string }>;
  searchParams: Promise<SearchParams>;
};

export default async function AddWorkloadsPage({ params, searchParams }: Props) {
  const data = await loadWavePage(params);
  const { actor, wave, base } = data;
  if (!can(actor, "wave:plan")) notFound();
  const search = await searchParams;
  const ids = chosenIds(search.w);
  const blockers = joiningBlockers({ ...wave, id: wave.waveId });
  return (
    <>
      <PageHeader eyebrow={`Wave ${wave.number}, ${wave.name}`} title="Add workloads" />
      {blockers.length > 0 ? (
        <Section title="Not any more">
          <p>
            {blockers.map(({ message }) => message).join(" ")} <Link href={base}>Back to the wave</Link>
          </p>
        </Section>
      ) : (
        <>
          {ids.length > 0 ? <Preview data={data} ids={ids} /> : null}
          <Choose data={data} text={one(search.q)} chosen={ids} />
        </>
      )}
    </>
  );
}

async function Preview({ data, ids }: { data: WavePageData; ids: readonly string[] }) {
  const { actor, wave, base } = data;
  const preview = await previewJoining(actor, wave.waveId, ids);
  if (preview.joining.length === 0) return null;
  const moving = preview.joining.some(({ from }) => from !== null);
  return (
    <Section title="What this means" finding="Nothing has changed yet.">
      <JoiningConsequences preview={preview} signed={data.gate?.judged.approvals ?? 0} />
      <AfterList>
        {preview.blockers.length > 0 ? (
          <Callout title="Not possible" tone="off">
            {preview.blockers.map(({ message }) => message).join(" ")}
          </Callout>
        ) : (
          <ActionForm
            action={addWorkloadsAction.bind(null, { slug: actor.programSlug, number: wave.number })}
            submit={moving ? "Move and add them" : "Add them"}
            hidden={{ waveId: wave.waveId, move: moving ? "yes" : "no" }}
            beside={
              <Button variant="ghost" href={`${base}?tab=workloads`}>
                Leave it as it is
              </Button>
            }
            aria-label={`Add ${listed(preview.joining.map(({ name }) => name))}`}
          >
            {preview.joining.map(({ id }) => (
              <input key={id} type="hidden" name="workloadIds" value={id} />
            ))}
          </ActionForm>
        )}
      </AfterList>
    </Section>
  );
}

async function Choose({
  data: { actor, wave, base },
  text,
  chosen,
}: {
  data: WavePageData;
  text: string;
  chosen: readonly string[];
}) {
  const found = await listCandidates(actor, wave.waveId, text);
  const path = `${base}/add`;
  return (
    <Section title="Choose" finding={found.length === 50 ? "The first 50; search for others." : undefined}>
      <FilterBar path={path} submit="Search">
        <TextField name="q" label="Name" type="search" defaultValue={text} />
      </FilterBar>
      {found.length === 0 ? (
        <EmptyState title="No workload of that name is outside this wave">
          Search for another part of its name.
        </EmptyState>
      ) : (
        <Form action={path} style={{ marginTop: 16 }}>
          <input type="hidden" name="q" value={text} />
          <ul className="rows dense" style={{ maxWidth: 640 }}>
            {found.map((candidate) => (
              <li key={candidate.id}>
                <label className="check">
                  <input
                    className="cb"
                    type="checkbox"
                    name="w"
                    value={candidate.id}
                    defaultChecked={chosen.includes(candidate.id)}
                  />
                  <span>
                    {candidate.name}
                    <br />
                    <span className="mute">
                      {candidate.waveNumber === null
                        ? "in no wave"
                        : `in wave ${candidate.waveNumber}, ${candidate.waveName}`}
                    </span>
                  </span>
                </label>
              </li>
            ))}
          </ul>
          <div className="acts-row" style={{ marginTop: 16 }}>
            <button className="btn" type="submit">
              See what adding them means
            </button>
          </div>
        </Form>
      )}
    </Section>
  );
}
