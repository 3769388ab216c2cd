import { DutyTable } from "@/components/profiles/duty-table";
import { MeasurementHistory, MetricTable } from "@/components/profiles/measurement-tables";
import { CarriedProcesses, OwnAssets, ServedSites } from "@/components/profiles/place-tables";
import { RemediationTable } from "@/components/profiles/remediation-table";
import { TenantTable } from "@/components/profiles/tenant-table";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/page";
import { EmptyState } from "@/components/ui/states";
import { FactSheet } from "@/components/workloads/fact-sheet";
import { counted } from "@/lib/kernel/text";
import { dateIn } from "@/lib/kernel/time";
import { DUTIES } from "@/lib/profiles/model";
import { placesOf } from "@/lib/profiles/queries/places";
import { getDuties, listMeasurements, listTenantClasses } from "@/lib/profiles/queries/profile";
import { listRemediationOf } from "@/lib/profiles/queries/remediation";
import { compareMetrics } from "@/lib/profiles/rules/compare";
import { isPending } from "@/lib/profiles/rules/remediation";
import { getStandingOf } from "@/lib/workloads/queries/claim-dates";
import type { WorkloadPageData } from "./workload-page-data";

type Props = { data: WorkloadPageData };

/** Who answers for it, and who does which duty. */
export async function PeopleTab({ data }: Props) {
  const { actor, workload, path, mayChange } = data;
  const [{ dates }, duties] = await Promise.all([
    getStandingOf(actor, workload.id),
    getDuties(actor, workload.id),
  ]);
  const known = DUTIES.filter((duty) => duties[duty].party !== null).length;
  return (
    <>
      <FactSheet
        group="ownership"
        workload={workload}
        dates={dates}
        zone={actor.zone}
        editHref={mayChange ? `${path}/edit?part=ownership` : undefined}
      />
      <Section
        title="Who does what"
        id="duties"
        finding={
          known === DUTIES.length
            ? "Every duty has somebody."
            : `Nobody is named for ${known === 0 ? "any" : DUTIES.length - known} of the ${DUTIES.length} duties; on the night they may go undone.`
        }
        actions={mayChange ? <Button href={`${path}/duties`}>Say who does what</Button> : undefined}
      >
        <DutyTable duties={duties} provider={workload.operatedBy} />
      </Section>
    </>
  );
}

/** Where it is felt: its sites, the processes it carries, the assets it runs on. */
export async function PlacesTab({ data }: Props) {
  const { actor, workload, home, path, mayChange } = data;
  const [{ dates }, places] = await Promise.all([
    getStandingOf(actor, workload.id),
    placesOf(actor, workload.id),
  ]);
  const { sites, processes, assets, assetCount } = places;
  return (
    <>
      <FactSheet
        group="place"
        workload={workload}
        dates={dates}
        zone={actor.zone}
        editHref={mayChange ? `${path}/edit?part=place` : undefined}
      />
      <Section
        title="Sites that it serves"
        id="sites"
        finding={sites.length === 0 ? "None is recorded." : counted(sites.length, "site")}
        actions={mayChange ? <Link href={`${path}/sites`}>Choose sites</Link> : undefined}
      >
        {sites.length === 0 ? null : <ServedSites sites={sites} home={home} />}
      </Section>
      <Section
        title="Business processes that it carries"
        id="processes"
        finding={
          processes.length === 0 ? "None is recorded." : counted(processes.length, "process", "processes")
        }
        actions={<Link href={`${home}/processes`}>All processes</Link>}
      >
        {processes.length === 0 ? null : <CarriedProcesses processes={processes} home={home} />}
      </Section>
      <Section
        title="Assets that it runs on"
        id="assets"
        finding={
          assetCount === 0
            ? "None is recorded."
            : assets.length < assetCount
              ? `The first ${assets.length} of ${assetCount}`
              : counted(assetCount, "asset")
        }
        actions={
          assetCount === 0 ? (
            <Link href={`${home}/assets`}>All assets</Link>
          ) : (
            <Link href={`${home}/assets?workload=${workload.id}`}>See them in the list</Link>
          )
        }
      >
        {assets.length === 0 ? null : <OwnAssets assets={assets} home={home} />}
      </Section>
    </>
  );
}

/** As it is and after the move, against the targets. */
export async function MeasurementsTab({ data }: Props) {
  const { actor, workload, path, mayChange } = data;
  const measurements = await listMeasurements(actor, workload.id);
  const movedOn = movedOnDay(data);
  const { rto, rpo } = workload.targets;
  const lines = compareMetrics(
    measurements,
    {
      rto_minutes: rto.minutes?.toString() ?? null,
      rpo_minutes: rpo.minutes?.toString() ?? null,
      availability_percent: workload.tier?.availability ?? null,
    },
    movedOn,
  );
  const before = lines.filter((line) => line.before !== null).length;
  return (
    <>
      <Section
        title="As it is, and after the move"
        id="metrics"
        finding={
          before === 0
            ? "Nothing was measured before the move: “after” will have nothing to be compared with."
            : `${before} of ${lines.length} are known from before the move.`
        }
        actions={mayChange ? <Button href={`${path}/measurements/new`}>Record figures</Button> : undefined}
      >
        <MetricTable lines={lines} moved={movedOn !== null} />
      </Section>
      {measurements.length === 0 ? null : (
        <Section
          title="Every figure"
          id="figures"
          finding="Figures are added and never changed; the newest counts."
        >
          <MeasurementHistory measurements={measurements} />
        </Section>
      )}
    </>
  );
}

/** The day from which on a figure is one from after the move: its wave went live and stayed. */
function movedOnDay({ workload, actor }: WorkloadPageData): string | null {
  const { wave } = workload;
  if (wave === null || wave.windowStartAt === null) return null;
  if (wave.state !== "hypercare" && wave.state !== "closed") return null;
  return dateIn(wave.zone ?? actor.programZone, wave.windowStartAt);
}

/** What will hurt in the move, and what is done about it. */
export async function RemediationTab({ data }: Props) {
  const { actor, workload, home, path, mayChange } = data;
  const rows = await listRemediationOf(actor, workload.id);
  const pending = rows.filter((row) => isPending(row.state)).length;
  const add = mayChange ? <Button href={`${path}/remediation/new`}>Record an item</Button> : undefined;
  return (
    <Section
      title="What will hurt in the move"
      id="remediation"
      finding={rows.length === 0 ? undefined : `${pending} of ${rows.length} still to do.`}
      actions={rows.length === 0 ? undefined : add}
    >
      {rows.length === 0 ? (
        <EmptyState title="Nothing is recorded" action={add}>
          Customisations, unsupported versions, jobs that nobody wrote down, fixed addresses, couplings to a
          database. Nothing recorded is not the same as nothing there.
        </EmptyState>
      ) : (
        <RemediationTable rows={rows} home={home} />
      )}
    </Section>
  );
}

/** Whom it serves, in classes, and how each is kept apart. */
export async function TenantsTab({ data }: Props) {
  const { actor, workload, path, mayChange } = data;
  const classes = await listTenantClasses(actor, workload.id);
  const add = mayChange ? <Button href={`${path}/tenants/new`}>Add a class</Button> : undefined;
  return (
    <Section
      title="Classes of tenants"
      id="tenants"
      finding={classes.length === 0 ? undefined : counted(classes.length, "class", "classes")}
      actions={classes.length === 0 ? undefined : add}
    >
      {classes.length === 0 ? (
        <EmptyState title="No class is recorded" action={add}>
          Where a workload serves several customers, stores or units, say which of them must be kept apart,
          where their data stays and in what order they move.
        </EmptyState>
      ) : (
        <TenantTable classes={classes} editPath={mayChange ? `${path}/tenants` : undefined} />
      )}
    </Section>
  );
}
