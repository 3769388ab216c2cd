import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { DefinitionList, PageHeader, Section } from "@/components/ui/page";
import { PickWorkload } from "@/components/workloads/pick-workload";
import { can } from "@/lib/access/policy";
import type { AssetRow } from "@/lib/assets/model";
import { listChosenAssets } from "@/lib/assets/queries/assets";
import { requireActor } from "@/lib/auth/require-actor";
import type { SearchParams } from "@/lib/kernel/search-params";
import { counted, listed } from "@/lib/kernel/text";
import { findWorkload, findWorkloads } from "@/lib/workloads/queries/find-workloads";
import { assignAssetsAction } from "../actions";

export const metadata: Metadata = { title: "Say which workload assets serve" };

type Props = {
  params: Promise<{ program: string }>;
  searchParams: Promise<SearchParams>;
};

export default async function AssignAssetsPage({ params, searchParams }: Props) {
  const { program } = await params;
  const actor = await requireActor(program);
  if (!can(actor, "workload:write")) notFound();
  const { a, w, q } = await searchParams;
  const assets = await listChosenAssets(actor, [a ?? []].flat());
  const path = `/p/${program}/assets`;
  const [first] = assets;
  if (first === undefined) redirect(path);
  const back = assets.length === 1 ? `${path}/${first.id}` : path;
  const text = typeof q === "string" ? q : "";
  const workload = typeof w === "string" && w !== "none" ? await findWorkload(actor, w) : null;
  const takesAway = w === "none";
  return (
    <>
      <PageHeader
        title={
          assets.length === 1 ? `Which workload does ${first.name} serve?` : "Which workload do they serve?"
        }
        why={<span>{assets.length === 1 ? servesNow(first) : listed(assets.map(({ name }) => name))}</span>}
      />
      {workload !== null || takesAway ? (
        <Preview assets={assets} workload={workload} program={program} back={back} />
      ) : null}
      <PickWorkload
        path={`${path}/assign`}
        text={text}
        found={await findWorkloads(actor, text)}
        keep={assets.map(({ id }) => ["a", id] as const)}
        chosen={workload?.id ?? (takesAway ? "none" : undefined)}
        none={assets.some(({ workloadId }) => workloadId !== null) ? "None: take it away" : undefined}
        submit="See what this means"
      />
    </>
  );
}

function servesNow({ workload }: AssetRow): string {
  return workload === null ? "It serves no workload yet." : `It serves ${workload} now.`;
}

type PreviewProps = {
  assets: readonly AssetRow[];
  workload: { id: string; name: string } | null;
  program: string;
  back: string;
};

/** What would change, before anything does. */
function Preview({ assets, workload, program, back }: PreviewProps) {
  const target = workload?.id ?? null;
  const changing = assets.filter(({ workloadId }) => workloadId !== target);
  const leaving = changing.filter(({ workloadId }) => workloadId !== null);
  if (changing.length === 0) {
    return (
      <Section title="What this means" finding="Nothing would change: they serve it already.">
        <Button href={back}>Back</Button>
      </Section>
    );
  }
  return (
    <Section id="meaning" title="What this means" finding="Nothing has changed yet.">
      <DefinitionList
        items={[
          {
            label: workload === null ? "Serve nothing then" : `Serve ${workload.name} then`,
            value: names(changing),
          },
          {
            label: "Taken from another workload",
            value:
              leaving.length === 0
                ? "none"
                : listed(
                    leaving.map(({ name, workload: from }) => `${name} from ${from}`),
                    12,
                  ),
          },
          ...(changing.length < assets.length
            ? [{ label: "Left as they are", value: counted(assets.length - changing.length, "asset") }]
            : []),
        ]}
      />
      <ActionForm
        action={assignAssetsAction.bind(null, program)}
        hidden={{ workloadId: target ?? "" }}
        submit={submitWords(changing.length, workload)}
        beside={
          <Button variant="ghost" href={back}>
            Leave it as it is
          </Button>
        }
        className="form spaced"
      >
        {changing.map(({ id, version }) => (
          <input key={id} type="hidden" name="assetIds" value={`${id}:${version}`} />
        ))}
      </ActionForm>
    </Section>
  );
}

function names(assets: readonly AssetRow[]): string {
  return `${counted(assets.length, "asset")}: ${listed(
    assets.map(({ name }) => name),
    12,
  )}`;
}

function submitWords(count: number, workload: { name: string } | null): string {
  const what = count === 1 ? "it" : "them";
  return workload === null ? `Take ${what} away` : `Let ${what} serve ${workload.name}`;
}
