import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ServeRows } from "@/components/sites/serve-rows";
import { ActionForm } from "@/components/ui/action-form";
import { Button, Cancel } from "@/components/ui/button";
import { PageHeader, Section } from "@/components/ui/page";
import { EmptyState } from "@/components/ui/states";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import { SITE_KIND_LABELS } from "@/lib/sites/labels";
import { getServedSites } from "@/lib/sites/queries/sites";
import { servedFingerprint } from "@/lib/sites/rules/served";
import { serveSitesAction } from "../../../sites/actions";

export const metadata: Metadata = { title: "Say which sites a workload serves" };

export default async function ServedSitesPage({
  params,
}: {
  params: Promise<{ program: string; id: string }>;
}) {
  const { program, id } = await params;
  const actor = await requireActor(program);
  if (!can(actor, "workload:write")) notFound();
  const service = await getServedSites(actor, id);
  if (service === null) notFound();
  const { workload, sites } = service;
  const path = `/p/${program}/workloads/${workload.id}`;
  const served = sites.filter((site) => site.served).map(({ id: siteId, users }) => ({ siteId, users }));
  return (
    <>
      <PageHeader place={workload} eyebrow={workload.name} title="Which sites does it serve?" />
      <Section
        id="sites"
        title="Sites"
        finding="Where people work with it, and how many. What an outage hits is weighed by them."
      >
        {sites.length === 0 ? (
          <EmptyState
            title="No site is described yet"
            action={<Button href={`/p/${program}/sites/new`}>Add a site</Button>}
          >
            Describe the places where people work first.
          </EmptyState>
        ) : (
          <ActionForm
            action={serveSitesAction.bind(null, program)}
            hidden={{ workloadId: workload.id, seen: servedFingerprint(served) }}
            submit="Save"
            pending="Saving…"
            beside={<Cancel href={path} />}
            className="form wide"
          >
            <ServeRows
              caption={`Sites that ${workload.name} serves`}
              head="Served"
              field="siteIds"
              rows={sites.map((site) => ({
                ...site,
                detail: site.kind === null ? "" : SITE_KIND_LABELS[site.kind],
              }))}
            />
          </ActionForm>
        )}
      </Section>
    </>
  );
}
