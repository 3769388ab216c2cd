import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { TargetGrid } from "@/components/recovery/target-grid";
import { TierTable } from "@/components/recovery/tier-table";
import { Button } from "@/components/ui/button";
import { FilterChips, Segment } from "@/components/ui/filters";
import { PageHeader, Section } from "@/components/ui/page";
import { Pager } from "@/components/ui/pager";
import { Callout, EmptyState } from "@/components/ui/states";
import { Verdict } from "@/components/ui/status";
import { Count, Tools } from "@/components/ui/table";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import type { SearchParams } from "@/lib/kernel/search-params";
import { counted } from "@/lib/kernel/text";
import type { RecoveryOverview } from "@/lib/recovery/model";
import { recoveryOverview } from "@/lib/recovery/queries/recovery-overview";
import {
  pageOf,
  type RecoverySearch,
  recoveryHref,
  recoverySearch,
  selected,
} from "@/lib/recovery/rules/search";

export const metadata: Metadata = { title: "Recovery targets" };

type Props = {
  params: Promise<{ program: string }>;
  searchParams: Promise<SearchParams>;
};

export default async function RecoveryPage({ params, searchParams }: Props) {
  const { program } = await params;
  const actor = await requireActor(program);
  if (!can(actor, "recovery:read")) notFound();
  const overview = await recoveryOverview(actor);
  const search = recoverySearch(await searchParams);
  const path = `/p/${program}/recovery`;
  return (
    <>
      <PageHeader
        title="Recovery targets"
        why={
          <>
            <span>{counted(overview.total, "workload")}</span>
            {overview.total === 0 ? null : (
              <Link href={`${path}?show=missing#workloads`}>{overview.missing} without a full target</Link>
            )}
            <Verdict tone="unk">No drill is recorded</Verdict>
          </>
        }
        actions={
          <>
            <Button href={`/p/${program}/processes`}>Business processes</Button>
            <Button href={`/p/${program}/tiers`}>Tiers</Button>
          </>
        }
      />
      <Section
        id="tiers"
        title="Tiers"
        finding="A workload has a target of its own, else the strictest of its business processes, else that of its tier."
      >
        <TierTable overview={overview} path={path} />
      </Section>
      <WorkloadsPart {...{ overview, search, path, program }} writes={can(actor, "recovery:write")} />
    </>
  );
}

type PartProps = {
  overview: RecoveryOverview;
  search: RecoverySearch;
  path: string;
  program: string;
  writes: boolean;
};

function WorkloadsPart({ overview, search, path, program, writes }: PartProps) {
  const chosen = selected(overview.workloads, search);
  const { rows, page, pageSize } = pageOf(chosen, search.page);
  if (overview.total === 0) return <NoWorkloads program={program} />;
  const to = (change: Partial<RecoverySearch>) =>
    `${recoveryHref(path, { ...search, page: 1, ...change })}#workloads`;
  return (
    <Section
      id="workloads"
      title="Workloads"
      finding={findingOf(overview)}
      actions={
        <Segment
          label="Workloads shown"
          items={[
            { label: "All", href: to({ show: "all" }), current: search.show === "all" },
            { label: "Without a target", href: to({ show: "missing" }), current: search.show === "missing" },
          ]}
        />
      }
    >
      <Tools
        count={
          <Count
            shown={chosen.length}
            total={overview.total}
            filters={(search.tier ? 1 : 0) + (search.show === "missing" ? 1 : 0)}
          />
        }
      >
        <FilterChips chips={tierChip(overview, search, to({ tier: undefined }))} />
      </Tools>
      {rows.length === 0 ? (
        <EmptyState title="No workload is without a target here">
          Each of them has an RTO and an RPO target.
        </EmptyState>
      ) : (
        <>
          <div style={{ marginBottom: 16 }}>
            <Callout title="Nothing here is proven yet" tone="unk">
              A target says what recovery must not exceed. Only a drill proves what it takes, and no drill is
              recorded, so every proven time is unknown.
            </Callout>
          </div>
          <TargetGrid rows={rows} program={program} writes={writes} />
          <Pager page={page} pageSize={pageSize} total={chosen.length} hrefFor={(one) => to({ page: one })} />
        </>
      )}
    </Section>
  );
}

function NoWorkloads({ program }: { program: string }) {
  return (
    <Section id="workloads" title="Workloads">
      <EmptyState
        title="No workload is recorded yet"
        action={<Button href={`/p/${program}/workloads`}>Go to the workloads</Button>}
      >
        How long each may be away and how much it may lose stands here once there are workloads.
      </EmptyState>
    </Section>
  );
}

function findingOf({ missing, total }: RecoveryOverview): string {
  if (missing === 0) return "Every workload has an RTO and an RPO target.";
  return `${missing} of ${total} ${missing === 1 ? "lacks" : "lack"} an RTO or an RPO target; they stand first, then by criticality.`;
}

function tierChip(overview: RecoveryOverview, search: RecoverySearch, removeHref: string) {
  if (!search.tier) return [];
  const tier = overview.tiers.find((one) => one.id === search.tier);
  return [{ label: "Tier", value: tier?.name ?? "none", removeHref }];
}
