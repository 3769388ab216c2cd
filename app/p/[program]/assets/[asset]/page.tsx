import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { AssetFactTable } from "@/components/assets/asset-facts";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { PageHeader, Section } from "@/components/ui/page";
import { can } from "@/lib/access/policy";
import { readsEstate } from "@/lib/access/reads-estate";
import { ASSET_KIND_LABELS } from "@/lib/assets/labels";
import { getAsset } from "@/lib/assets/queries/assets";
import { requireActor } from "@/lib/auth/require-actor";
import { BesideHistory } from "../../audit/beside-history";
import { CommentsOn } from "../../comments/comments-on";

type Props = { params: Promise<{ program: string; asset: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { program, asset: id } = await params;
  return { title: (await load(program, id)).asset.name };
}

export default async function AssetPage({ params }: Props) {
  const { program, asset: id } = await params;
  const { actor, asset } = await load(program, id);
  const home = `/p/${program}`;
  const writes = can(actor, "workload:write");
  const assign = asset.workloadId === null ? "Say which workload it serves" : "Change the workload";
  return (
    <>
      <PageHeader
        eyebrow={asset.kind === null ? "Asset" : ASSET_KIND_LABELS[asset.kind]}
        title={asset.name}
        place={asset}
        why={
          <>
            {asset.workloadId === null ? (
              <b className="miss">serves no workload yet</b>
            ) : (
              <span>
                serves <Link href={`${home}/workloads/${asset.workloadId}`}>{asset.workload}</Link>
              </span>
            )}
            <span>{asset.location ?? "location unknown"}</span>
          </>
        }
        actions={
          writes ? (
            <>
              <Button
                href={`${home}/assets/assign?a=${asset.id}`}
                variant={asset.workloadId === null ? "pri" : undefined}
              >
                {assign}
              </Button>
              <Button href={`${home}/assets/${asset.id}/edit`}>Edit</Button>
            </>
          ) : undefined
        }
      />
      <BesideHistory actor={actor} type="asset" id={id}>
        <Section title="Facts" id="facts" finding="A fact without a source was stated by a person.">
          <AssetFactTable asset={asset} workloadsPath={`${home}/workloads`} />
        </Section>
        <CommentsOn actor={actor} type="asset" id={id} />
      </BesideHistory>
    </>
  );
}

const load = cache(async (program: string, id: string) => {
  const actor = await requireActor(program);
  if (!readsEstate(actor)) notFound();
  const asset = await getAsset(actor, id);
  if (asset === null) notFound();
  return { actor, asset };
});
