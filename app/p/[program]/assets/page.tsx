import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AssetChips, AssetFilters, assetChips } from "@/components/assets/asset-filters";
import { AssetTable } from "@/components/assets/asset-table";
import { Button } from "@/components/ui/button";
import { ExportLinks } from "@/components/ui/export-links";
import { Link } from "@/components/ui/link";
import { PageHeader, Section } from "@/components/ui/page";
import { Pager } from "@/components/ui/pager";
import { EmptyState } from "@/components/ui/states";
import { Count, Tools } from "@/components/ui/table";
import { can } from "@/lib/access/policy";
import { readsEstate } from "@/lib/access/reads-estate";
import type { AssetChoices, AssetList } from "@/lib/assets/model";
import { assetChoices, listAssets } from "@/lib/assets/queries/assets";
import { ASSETS_PER_PAGE, type AssetSearch, assetHref, assetSearch } from "@/lib/assets/rules/search";
import { requireActor } from "@/lib/auth/require-actor";
import type { SearchParams } from "@/lib/kernel/search-params";
import { counted } from "@/lib/kernel/text";

export const metadata: Metadata = { title: "Assets" };

type Props = {
  params: Promise<{ program: string }>;
  searchParams: Promise<SearchParams>;
};

export default async function AssetsPage({ params, searchParams }: Props) {
  const { program } = await params;
  const actor = await requireActor(program);
  if (!readsEstate(actor)) notFound();
  const search = assetSearch(await searchParams);
  const [list, choices] = await Promise.all([listAssets(actor, search), assetChoices(actor, search)]);
  const home = `/p/${program}`;
  const writes = can(actor, "workload:write");
  return (
    <>
      <PageHeader
        title="Assets"
        why={
          <>
            <span>{counted(list.everything, "machine or device", "machines and devices")}</span>
            {list.unassigned > 0 ? (
              <Link href={`${home}/assets?workload=none#assets`}>
                {counted(list.unassigned, "serves no workload yet", "serve no workload yet")}
              </Link>
            ) : null}
          </>
        }
        actions={
          writes ? (
            <Button href={`${home}/assets/new`} variant="pri">
              Add an asset
            </Button>
          ) : undefined
        }
      />
      <ListPart {...{ program, home, search, list, choices, writes }} />
    </>
  );
}

type ListProps = {
  program: string;
  home: string;
  search: AssetSearch;
  list: AssetList;
  choices: AssetChoices;
  writes: boolean;
};

function ListPart({ program, home, search, list, choices, writes }: ListProps) {
  const path = `${home}/assets`;
  const filters = assetChips(path, search, choices).length;
  const csv = assetHref(`/api/p/${program}/assets/export.csv`, search);
  const table = (
    <AssetTable caption="Assets" rows={list.rows} home={home} search={search} choosable={writes} />
  );
  return (
    <Section
      id="assets"
      title="Machines and devices"
      finding="Each serves at most one workload. Names may repeat: two data centres may both have a web01."
      actions={list.total === 0 ? undefined : <ExportLinks href={csv} count={list.total} />}
    >
      {list.everything === 0 ? null : (
        <>
          <AssetFilters {...{ path, search, choices }} />
          <Tools count={<Count shown={list.total} total={list.everything} filters={filters} />}>
            <AssetChips {...{ path, search, choices }} />
          </Tools>
        </>
      )}
      {list.rows.length === 0 ? (
        <Nothing list={list} home={home} />
      ) : (
        <>
          {writes ? (
            <form action={`${path}/assign`} method="get">
              {table}
              <div className="acts-row stays">
                <button className="btn" type="submit">
                  Say which workload the chosen ones serve
                </button>
                <span className="soft dense not-s">
                  The next page shows what that means before anything changes.
                </span>
              </div>
            </form>
          ) : (
            table
          )}
          <Pager
            page={list.page}
            pageSize={ASSETS_PER_PAGE}
            total={list.total}
            hrefFor={(page) => `${assetHref(path, search, { page })}#assets`}
          />
        </>
      )}
    </Section>
  );
}

function Nothing({ list, home }: { list: AssetList; home: string }) {
  if (list.everything > 0)
    return (
      <EmptyState
        title="No asset fits these filters"
        action={<Button href={`${home}/assets`}>Show all assets</Button>}
      >
        Take a filter off to see more.
      </EmptyState>
    );
  return (
    <EmptyState
      title="No asset is recorded yet"
      action={<Button href={`${home}/imports`}>Bring in an inventory</Button>}
    >
      Assets are the machines and devices that workloads run on. A machine inventory brings them in.
    </EmptyState>
  );
}
