import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SiteFields } from "@/components/sites/site-fields";
import { FormSection } from "@/components/ui/form-section";
import { PageHeader } from "@/components/ui/page";
import { can } from "@/lib/access/policy";
import { changeSiteAction } from "../../actions";
import { loadSite } from "../../load-site";

export const metadata: Metadata = { title: "Change a site" };

export default async function EditSitePage({
  params,
}: {
  params: Promise<{ program: string; site: string }>;
}) {
  const { program, site: id } = await params;
  const { actor, site } = await loadSite(program, id);
  if (!can(actor, "workload:write")) notFound();
  return (
    <>
      <PageHeader place={site} title={`Change ${site.name}`} />
      <FormSection
        id="site"
        title="The site"
        finding="What nobody knows stays empty and is shown as unknown."
        action={changeSiteAction.bind(null, program)}
        hidden={{ siteId: site.id, version: site.version }}
        submit="Save"
        pending="Saving…"
        backHref={`/p/${program}/sites/${site.id}`}
      >
        <SiteFields site={site} zones={Intl.supportedValuesOf("timeZone")} standing={site.standing.length} />
      </FormSection>
    </>
  );
}
