import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SiteFields } from "@/components/sites/site-fields";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { PageHeader, Section } from "@/components/ui/page";
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
      <Section id="site" title="The site" finding="What nobody knows stays empty and is shown as unknown.">
        <ActionForm
          action={createSiteAction.bind(null, program)}
          submit="Add the site"
          pending="Adding…"
          beside={<Button href={`/p/${program}/sites`}>Cancel</Button>}
        >
          <SiteFields zones={Intl.supportedValuesOf("timeZone")} />
        </ActionForm>
      </Section>
    </>
  );
}
