import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/ui/action-form";
import { Cancel } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { PageHeader, Section } from "@/components/ui/page";
import { EmptyState } from "@/components/ui/states";
import { TierFields } from "@/components/workloads/tier-fields";
import { TierTable } from "@/components/workloads/tier-table";
import { can } from "@/lib/access/policy";
import { readsEstate } from "@/lib/access/reads-estate";
import { requireActor } from "@/lib/auth/require-actor";
import type { SearchParams } from "@/lib/kernel/search-params";
import { counted } from "@/lib/kernel/text";
import { listTiers } from "@/lib/workloads/queries/options";
import { saveTierAction } from "./actions";

export const metadata: Metadata = { title: "Tiers" };

type Props = {
  params: Promise<{ program: string }>;
  searchParams: Promise<SearchParams>;
};

export default async function TiersPage({ params, searchParams }: Props) {
  const { program } = await params;
  const actor = await requireActor(program);
  if (!readsEstate(actor)) notFound();
  const tiers = await listTiers(actor);
  const { change } = await searchParams;
  const changed = tiers.find((tier) => tier.id === change);
  const changes = can(actor, "program:configure");
  const path = `/p/${program}/tiers`;
  return (
    <>
      <PageHeader
        title="Tiers"
        why={
          <>
            <span>{counted(tiers.length, "class", "classes")} of service</span>
            <Link href={`/p/${program}/recovery`}>Recovery targets</Link>
          </>
        }
      />
      <Section
        id="tiers"
        title="Classes of service"
        finding="What each promises counts for its workloads unless they, or a process they carry, state their own."
      >
        {tiers.length === 0 ? (
          <EmptyState title="No tier yet">Make the first one to say what its workloads promise.</EmptyState>
        ) : (
          <TierTable tiers={tiers} path={path} workloadsPath={`/p/${program}/workloads`} changes={changes} />
        )}
      </Section>
      {changes ? (
        <Section
          id="form"
          title={changed ? `Change ${changed.name}` : "Add a tier"}
          finding={
            changed && changed.workloads > 0
              ? `Other targets count at once for ${counted(changed.workloads, "workload")}, and signatures that rest on them must be given again.`
              : undefined
          }
        >
          <ActionForm
            key={`${changed?.id ?? "new"} ${changed?.version ?? tiers.length}`}
            action={saveTierAction.bind(null, program)}
            hidden={changed ? { tierId: changed.id, version: changed.version } : {}}
            submit={changed ? "Save" : "Add the tier"}
            pending="Saving…"
            beside={changed ? <Cancel href={path} /> : undefined}
          >
            <TierFields tier={changed} nextRank={Math.max(0, ...tiers.map(({ rank }) => rank)) + 1} />
          </ActionForm>
        </Section>
      ) : null}
    </>
  );
}
