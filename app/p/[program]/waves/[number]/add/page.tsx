import Form from "next/form";
import { notFound } from "next/navigation";
import { TextField } from "@/components/ui/fields";
import { FilterBar } from "@/components/ui/filters";
import { Link } from "@/components/ui/link";
import { PageHeader, Section } from "@/components/ui/page";
import { EmptyState } from "@/components/ui/states";
import { can } from "@/lib/access/policy";
import type { SearchParams } from "@/lib/kernel/search-params";
import { listed } from "@/lib/kernel/text";
import { previewReplan } from "@/lib/replanning/queries/preview-replan";
import { listCandidates } from "@/lib/waves/queries/wave-workloads";
import { joiningBlockers } from "@/lib/waves/rules/changes";
import { chosenIds, one } from "@/lib/waves/rules/search";
import { loadWavePage, type WavePageData } from "../load-page";
import { ReplanForm } from "../replan-form";

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
  const { actor, wave, now } = data;
  const change = { window: null, add: ids, remove: [] };
  const preview = await previewReplan(actor, wave.waveId, { change, now });
  if (preview.joining.length === 0) return null;
  const moving = preview.joining.filter(({ from }) => from !== null);
  return (
    <Section title="What this means" finding="Nothing has changed yet.">
      <ReplanForm
        data={data}
        preview={preview}
        typed={null}
        lead={
          moving.length === 0
            ? []
            : [
                {
                  label: "Taken from other waves",
                  value: listed(
                    moving.map(({ name, from }) => `${name} (wave ${from?.number})`),
                    12,
                  ),
                },
              ]
        }
        submit={moving.length > 0 ? "Move and add them" : "Add them"}
        tab="workloads"
        alsoWindow
      />
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
          <ul className="rows dense choose">
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
                  <span>{candidate.name}</span>
                  <span className="hint">
                    {candidate.waveNumber === null
                      ? "in no wave"
                      : `in wave ${candidate.waveNumber}, ${candidate.waveName}`}
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
