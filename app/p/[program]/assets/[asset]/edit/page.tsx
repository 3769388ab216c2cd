import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AssetFields } from "@/components/assets/asset-fields";
import { FormSection } from "@/components/ui/form-section";
import { PageHeader } from "@/components/ui/page";
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
      <PageHeader place={asset} title={`Change ${asset.name}`} />
      <FormSection
        id="asset"
        title="The asset"
        finding="What you change is stated by a person from then on; a tool does not overwrite it."
        action={changeAssetAction.bind(null, program)}
        hidden={{ assetId: asset.id, version: asset.version }}
        submit="Save"
        pending="Saving…"
        backHref={`/p/${program}/assets/${asset.id}`}
      >
        <AssetFields asset={asset} />
      </FormSection>
    </>
  );
}
