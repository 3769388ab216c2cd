import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AssetFields } from "@/components/assets/asset-fields";
import { FormSection } from "@/components/ui/form-section";
import { PageHeader } from "@/components/ui/page";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import { createAssetAction } from "../actions";

export const metadata: Metadata = { title: "Add an asset" };

export default async function NewAssetPage({ params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  const actor = await requireActor(program);
  if (!can(actor, "workload:write")) notFound();
  return (
    <>
      <PageHeader title="Add an asset" why={<span>Which workload it serves comes next.</span>} />
      <FormSection
        id="asset"
        title="The asset"
        finding="What nobody knows stays empty and is shown as unknown."
        action={createAssetAction.bind(null, program)}
        submit="Add the asset"
        pending="Adding…"
        backHref={`/p/${program}/assets`}
      >
        <AssetFields />
      </FormSection>
    </>
  );
}
