import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AssetFields } from "@/components/assets/asset-fields";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { PageHeader, Section } from "@/components/ui/page";
import { can } from "@/lib/access/policy";
import { getAsset } from "@/lib/assets/queries/assets";
import { requireActor } from "@/lib/auth/require-actor";
import { changeAssetAction } from "../../actions";

export const metadata: Metadata = { title: "Change an asset" };

type Props = { params: Promise<{ program: string; asset: string }> };

export default async function EditAssetPage({ params }: Props) {
  const { program, asset: id } = await params;
  const actor = await requireActor(program);
  if (!can(actor, "workload:write")) notFound();
  const asset = await getAsset(actor, id);
  if (asset === null) notFound();
  return (
    <>
      <PageHeader title={`Change ${asset.name}`} />
      <Section
        id="asset"
        title="The asset"
        finding="What you change is stated by a person from then on; a tool does not overwrite it."
      >
        <ActionForm
          action={changeAssetAction.bind(null, program)}
          hidden={{ assetId: asset.id, version: asset.version }}
          submit="Save"
          pending="Saving…"
          beside={<Button href={`/p/${program}/assets/${asset.id}`}>Cancel</Button>}
        >
          <AssetFields asset={asset} />
        </ActionForm>
      </Section>
    </>
  );
}
