import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ControlChips, ControlFilters, controlChips } from "@/components/controls/control-filters";
import { ControlTable } from "@/components/controls/control-table";
import { Button } from "@/components/ui/button";
import { ExportLinks } from "@/components/ui/export-links";
import { Link } from "@/components/ui/link";
import { PageHeader, Section } from "@/components/ui/page";
import { Pager } from "@/components/ui/pager";
import { EmptyState } from "@/components/ui/states";
import { Count, Tools } from "@/components/ui/table";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import { CONTROL_STATES, type ControlList, type ControlState } from "@/lib/controls/model";
import { listControls } from "@/lib/controls/queries/list-controls";
import { CONTROLS_PER_PAGE, controlHref, controlSearch } from "@/lib/controls/rules/search";
import type { SearchParams } from "@/lib/kernel/search-params";
import { counted } from "@/lib/kernel/text";
import { riskChoices } from "@/lib/risks/queries/risk-choices";

export const metadata: Metadata = { title: "Controls" };

type Props = { params: Promise<{ program: string }>; searchParams: Promise<SearchParams> };

export default async function ControlsPage({ params, searchParams }: Props) {
  const { program } = await params;
  const actor = await requireActor(program);
  if (!can(actor, "risk:read")) notFound();
  const search = controlSearch(await searchParams);
  const [list, choices] = await Promise.all([listControls(actor, search, new Date()), riskChoices(actor)]);
  const path = `/p/${program}/controls`;
  const add = can(actor, "risk:write") ? (
    <Button href={`${path}/new`} variant="pri">
      Add a control
    </Button>
  ) : undefined;
  if (list.everything === 0)
    return (
      <>
        <PageHeader title="Controls" />
        <EmptyState level={2} title="No control is recorded yet" action={add}>
          What is done so that typical failures do not happen, or do not hurt, and who has shown that it
          works. A playbook brings a catalogue of them.
        </EmptyState>
      </>
    );
  return (
    <>
      <PageHeader title="Controls" why={<CountsLine list={list} path={path} />} actions={add} />
      <Section
        id="register"
        title="Register"
        finding="A control is verified while its newest verification says that it holds and is not older than its interval."
        actions={
          <ExportLinks
            href={controlHref(`/api/p/${program}/controls/export.csv`, search)}
            count={list.total}
          />
        }
      >
        <ControlFilters {...{ path, search, choices }} />
        <Tools
          count={
            <Count
              shown={list.total}
              total={list.everything}
              filters={controlChips({ path, search, choices }).length}
            />
          }
        >
          <ControlChips {...{ path, search, choices }} />
        </Tools>
        {list.rows.length === 0 ? (
          <EmptyState
            title="No control fits these filters"
            action={<Link href={path}>Clear the filters</Link>}
          />
        ) : (
          <>
            <ControlTable rows={list.rows} {...{ path, search }} />
            <Pager
              page={list.page}
              pageSize={CONTROLS_PER_PAGE}
              total={list.total}
              hrefFor={(page) => controlHref(path, search, { page })}
            />
          </>
        )}
      </Section>
    </>
  );
}

/** What is said after a number of controls. */
const COUNTED: Record<ControlState, string> = {
  failed: "found not to hold",
  planned: "planned",
  not_verified: "implemented, not verified",
  due: "due again",
  verified: "verified",
};

function CountsLine({
  list: { counts, everything, withoutOwner },
  path,
}: {
  list: ControlList;
  path: string;
}) {
  return (
    <>
      <span>{counted(everything, "control")}</span>
      {CONTROL_STATES.filter((state) => counts[state] > 0).map((state) => (
        <Link key={state} href={`${path}?state=${state}`}>
          {counts[state]} {COUNTED[state]}
        </Link>
      ))}
      {withoutOwner > 0 ? <Link href={`${path}?owner=none`}>{withoutOwner} without owner</Link> : null}
    </>
  );
}
