import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CoveragePart } from "@/components/recovery/coverage-part";
import { ProtectionLine } from "@/components/recovery/protection-line";
import { RecoveryChips, RecoveryFilters } from "@/components/recovery/recovery-filters";
import { RecoveryGrid } from "@/components/recovery/recovery-grid";
import { TierTable } from "@/components/recovery/tier-table";
import { WhereJudged } from "@/components/recovery/where-judged";
import { Button } from "@/components/ui/button";
import { ExportLinks } from "@/components/ui/export-links";
import { Segment } from "@/components/ui/filters";
import { Link } from "@/components/ui/link";
import { PageHeader, Section } from "@/components/ui/page";
import { Pager } from "@/components/ui/pager";
import { EmptyState } from "@/components/ui/states";
import { Count, Tools } from "@/components/ui/table";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import type { SearchParams } from "@/lib/kernel/search-params";
import { counted } from "@/lib/kernel/text";
import type { RecoveryCoverage, RecoveryOverview } from "@/lib/recovery/model";
import { recoveryOverview } from "@/lib/recovery/queries/recovery-overview";
import {
  RECOVERY_PAGE,
  type RecoverySearch,
  recoveryFilters,
  recoveryHref,
  recoverySearch,
} from "@/lib/recovery/rules/search";

export const metadata: Metadata = { title: "Recovery" };

type Props = {
  params: Promise<{ program: string }>;
  searchParams: Promise<SearchParams>;
};

export default async function RecoveryPage({ params, searchParams }: Props) {
  const { program } = await params;
  const actor = await requireActor(program);
  if (!can(actor, "recovery:read")) notFound();
  const search = recoverySearch(await searchParams);
  const overview = await recoveryOverview(actor, search);
  const { coverage } = overview;
  const path = `/p/${program}/recovery`;
  const home = recoverySearch({});
  const listed = (filters: Partial<RecoverySearch>) =>
    `${recoveryHref(path, { ...home, ...filters })}#workloads`;
  return (
    <>
      <PageHeader
        title="Recovery"
        why={
          <>
            <span>{counted(coverage.total, "workload")}</span>
            {coverage.total === 0 ? null : (
              <>
                <Link href={`${path}?judged=met#workloads`}>{coverage.counts.met} proven recoverable</Link>
                <Link href={`${path}?show=missing#workloads`}>{coverage.missing} without a full target</Link>
              </>
            )}
          </>
        }
        actions={
          <>
            <Button href={`/p/${program}/processes`}>Business processes</Button>
            <Button href={`/p/${program}/tiers`}>Tiers</Button>
          </>
        }
      />
      {coverage.total === 0 ? (
        <NoWorkloads program={program} brings={can(actor, "import:run")} />
      ) : (
        <>
          <CoveragePart coverage={coverage} hrefFor={(judged) => listed({ judged })} />
          <WhereJudged overview={overview} hrefFor={listed} />
        </>
      )}
      <Section
        id="tiers"
        title="Tiers"
        finding="A workload has a target of its own, else the strictest of its business processes, else that of its tier."
      >
        <TierTable overview={overview} hrefFor={listed} />
      </Section>
      {coverage.total === 0 ? null : (
        <>
          <ProtectionLine
            protection={overview.protection}
            total={coverage.total}
            hrefFor={(protection) => listed({ protection })}
          />
          <WorkloadsPart {...{ overview, search, path }} zone={actor.programZone} />
        </>
      )}
    </>
  );
}

type PartProps = { overview: RecoveryOverview; search: RecoverySearch; path: string; zone: string };

function WorkloadsPart({ overview, search, path, zone }: PartProps) {
  const { coverage, matched } = overview;
  const to = (change: Partial<RecoverySearch>) =>
    `${recoveryHref(path, { ...search, page: 1, ...change })}#workloads`;
  return (
    <Section
      id="workloads"
      title="Workloads"
      finding={findingOf(coverage)}
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
      <RecoveryFilters {...{ overview, search, path }} />
      <Tools
        count={
          <>
            <Count shown={matched} total={coverage.total} filters={recoveryFilters(search)} />{" "}
            <ExportLinks
              href={recoveryHref(`/api${path}/export.csv`, { ...search, page: 1 })}
              count={matched}
            />
          </>
        }
      >
        <RecoveryChips {...{ overview, search, to }} />
      </Tools>
      <Rows {...{ overview, path, zone, to }} />
    </Section>
  );
}

function NoWorkloads({ program, brings }: { program: string; brings: boolean }) {
  return (
    <div style={{ marginTop: 20 }}>
      <EmptyState
        title="Nothing can be said of recovery yet"
        level={2}
        action={
          <div className="acts-row">
            {brings ? (
              <Button href={`/p/${program}/imports`} variant="pri">
                Import an inventory
              </Button>
            ) : null}
            <Button href={`/p/${program}/workloads`}>Go to the workloads</Button>
          </div>
        }
      >
        No workload is recorded. How long each may be away, how much it may lose and what a drill has proven
        of it stands here once there are workloads.
      </EmptyState>
    </div>
  );
}

type RowsProps = Omit<PartProps, "search"> & { to: (change: Partial<RecoverySearch>) => string };

function Rows({ overview: { rows, page, matched }, path, zone, to }: RowsProps) {
  if (rows.length === 0)
    return (
      <EmptyState
        title="No workload meets these filters"
        action={<Link href={`${path}#workloads`}>Clear the filters</Link>}
      />
    );
  return (
    <>
      <RecoveryGrid rows={rows} path={path} zone={zone} />
      <Pager page={page} pageSize={RECOVERY_PAGE} total={matched} hrefFor={(one) => to({ page: one })} />
    </>
  );
}

function findingOf({ missing, total }: RecoveryCoverage): string {
  if (missing === 0) return "Every workload has an RTO and an RPO target; the worst judged stand first.";
  return `${missing} of ${total} ${missing === 1 ? "lacks" : "lack"} an RTO or an RPO target; they stand first, then the worst judged.`;
}
