import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SiteTable } from "@/components/sites/site-table";
import { UndescribedPlaces } from "@/components/sites/undescribed-places";
import { Button } from "@/components/ui/button";
import { PageHeader, Section } from "@/components/ui/page";
import { EmptyState } from "@/components/ui/states";
import { can } from "@/lib/access/policy";
import { readsEstate } from "@/lib/access/reads-estate";
import { requireActor } from "@/lib/auth/require-actor";
import { counted } from "@/lib/kernel/text";
import { listSites } from "@/lib/sites/queries/sites";
import { describePlaceAction } from "./actions";

export const metadata: Metadata = { title: "Sites" };

export default async function SitesPage({ params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  const actor = await requireActor(program);
  if (!readsEstate(actor)) notFound();
  const { sites, undescribed } = await listSites(actor);
  const path = `/p/${program}/sites`;
  const writes = can(actor, "workload:write");
  const add = writes ? (
    <Button href={`${path}/new`} variant="pri">
      Add a site
    </Button>
  ) : undefined;
  const uncounted = sites.filter(({ users }) => users === null).length;
  return (
    <>
      <PageHeader
        title="Sites"
        why={
          <>
            <span>{counted(sites.length, "site")}</span>
            {uncounted > 0 ? <span>users unknown at {uncounted}</span> : null}
            {undescribed.length > 0 ? (
              <a href="#undescribed">{counted(undescribed.length, "named place")} not described yet</a>
            ) : null}
          </>
        }
        actions={sites.length === 0 ? undefined : add}
      />
      <Section
        id="sites"
        title="Where people work"
        finding="A workload stands at one site and may serve several. What an outage hits is weighed by the users."
      >
        {sites.length === 0 ? (
          <EmptyState title="No site is described yet" action={add}>
            Warehouses, plants, stores and offices: where they are, their time zone and how many people work
            there.
          </EmptyState>
        ) : (
          <SiteTable sites={sites} path={path} />
        )}
      </Section>
      {undescribed.length === 0 ? null : (
        <Section
          id="undescribed"
          title="Named, not described yet"
          finding="Workloads stand at these places. Until somebody describes them, their users and zone are unknown."
        >
          <UndescribedPlaces
            places={undescribed}
            action={writes ? describePlaceAction.bind(null, program) : undefined}
          />
        </Section>
      )}
    </>
  );
}
