import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SiteFields } from "@/components/sites/site-fields";
import { FormSection } from "@/components/ui/form-section";
import { PageHeader } from "@/components/ui/page";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import { createSiteAction } from "../actions";

export const metadata: Metadata = { title: "Add a site" };

export default async function NewSitePage({ params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  const actor = await requireActor(program);
  if (!can(actor, "workload:write")) notFound();
  return (
    <>
      <PageHeader title="Add a site" why={<span>The workloads that name it are found by its name.</span>} />
      <FormSection
        id="site"
        title="The site"
        finding="What nobody knows stays empty and is shown as unknown."
        action={createSiteAction.bind(null, program)}
        submit="Add the site"
        pending="Adding…"
        backHref={`/p/${program}/sites`}
      >
        <SiteFields zones={Intl.supportedValuesOf("timeZone")} />
      </FormSection>
    </>
  );
}
