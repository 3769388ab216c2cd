import type { Metadata } from "next";
import { Button } from "@/components/ui/button";
import { Tabs } from "@/components/ui/filters";
import { PageHeader } from "@/components/ui/page";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import { graphQuery, parseGraphSearch } from "@/lib/dependencies/rules/address";
import type { SearchParams } from "@/lib/kernel/search-params";
import { MapPart } from "./_parts/map-part";
import { OverviewPart } from "./_parts/overview-part";
import { RadiusPart } from "./_parts/radius-part";

export const metadata: Metadata = { title: "Dependencies" };

type Props = {
  params: Promise<{ program: string }>;
  searchParams: Promise<SearchParams>;
};

const TITLES = { overview: "Overview", map: "Map", radius: "Blast radius" } as const;

export default async function DependenciesPage({ params, searchParams }: Props) {
  const { program } = await params;
  const actor = await requireActor(program);
  const search = parseGraphSearch(await searchParams);
  const base = `/p/${program}/dependencies`;
  const part = { actor, search, base, api: `/api/p/${program}/dependencies` };
  return (
    <>
      <PageHeader
        title="Dependencies"
        actions={
          can(actor, "dependency:write") ? (
            <Button href={`${base}/outside/new`}>Record a link out of the portfolio</Button>
          ) : undefined
        }
      />
      <Tabs
        label="Parts of the dependencies"
        items={(["overview", "map", "radius"] as const).map((tab) => ({
          label: TITLES[tab],
          href: `${base}${graphQuery(parseGraphSearch({}), { tab })}`,
          current: search.tab === tab,
        }))}
      />
      {search.tab === "overview" ? <OverviewPart {...part} /> : null}
      {search.tab === "map" ? <MapPart {...part} /> : null}
      {search.tab === "radius" ? <RadiusPart {...part} /> : null}
    </>
  );
}
