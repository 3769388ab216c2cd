import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LiveRegister } from "@/components/risks/live-register";
import { MapSection } from "@/components/risks/map-section";
import { SinceForm } from "@/components/risks/since-form";
import { TopRisks } from "@/components/risks/top-risks";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import { formatDayShort } from "@/lib/kernel/moments";
import type { SearchParams } from "@/lib/kernel/search-params";
import { counted } from "@/lib/kernel/text";
import { dateIn } from "@/lib/kernel/time";
import type { RiskChoices, RiskCounts } from "@/lib/risks/model/register";
import { listRisks } from "@/lib/risks/queries/list-risks";
import { riskChoices } from "@/lib/risks/queries/risk-choices";
import { riskMaps } from "@/lib/risks/queries/risk-map";
import { riskScales } from "@/lib/risks/queries/risk-scales";
import { riskCounts, risksAboveAppetite } from "@/lib/risks/queries/risks-above-appetite";
import { mapDays } from "@/lib/risks/rules/map-days";
import { scaleInUse } from "@/lib/risks/rules/scales";
import { type RiskSearch, riskSearch } from "@/lib/risks/rules/search";
import { riskHref } from "@/lib/risks/rules/search-href";
import { ViewsOf } from "../views/views-of";
import { NoRisks } from "./no-risks";

export const metadata: Metadata = { title: "Risks" };

type Props = {
  params: Promise<{ program: string }>;
  searchParams: Promise<SearchParams>;
};

export default async function RisksPage({ params, searchParams }: Props) {
  const { program } = await params;
  const actor = await requireActor(program);
  if (!can(actor, "risk:read")) notFound();
  const search = riskSearch(await searchParams);
  const now = new Date();
  const path = `/p/${program}/risks`;
  const [counts, choices, list, scales] = await Promise.all([
    riskCounts(actor, now),
    riskChoices(actor, search.workload),
    listRisks(actor, search, now),
    riskScales(actor),
  ]);
  if (list.everything === 0)
    return (
      <>
        <PageHeader title="Risks" actions={<Button href={`${path}/domains`}>Appetite by domain</Button>} />
        <NoRisks actor={actor} program={program} />
      </>
    );
  return (
    <>
      <PageHeader
        title="Risks"
        why={<CountsLine counts={counts} path={path} />}
        actions={
          <>
            <ViewsOf actor={actor} page="risks" />
            <Button href={`${path}/heatmaps`}>Heatmaps</Button>
            <Button href={`${path}/scales`}>Scales</Button>
            <Button href={`${path}/domains`}>Appetite by domain</Button>
            {can(actor, "risk:write") ? (
              <Button href={`${path}/new`} variant="pri">
                Raise a risk
              </Button>
            ) : null}
          </>
        }
      />
      <MapPart {...{ actor, search, path, now, counts, choices }} />
      <LiveRegister
        {...{ path, choices }}
        api={`/api${path}`}
        given={{ search, list }}
        scale={scaleInUse(scales)}
        zone={actor.programZone}
      />
    </>
  );
}

function CountsLine({ counts, path }: { counts: RiskCounts; path: string }) {
  return (
    <>
      <span>{counted(counts.open, "open risk")}</span>
      <Link href={`${path}?appetite=above#register`}>{counts.above} above appetite</Link>
      {counts.accepted > 0 ? (
        <Link href={`${path}?appetite=accepted#register`}>{counts.accepted} accepted above it</Link>
      ) : null}
      {counts.unknown > 0 ? (
        <Link href={`${path}?appetite=unknown#register`}>{counts.unknown} cannot be judged</Link>
      ) : null}
      {counts.withoutOwner > 0 ? (
        <Link href={`${path}?owner=none#register`}>{counts.withoutOwner} without owner</Link>
      ) : null}
      {counts.overdue > 0 ? (
        <Link href={`${path}?due=overdue#register`}>{counts.overdue} overdue</Link>
      ) : null}
      {counts.lateActions > 0 ? (
        <Link href={`${path}?action=late#register`}>{counts.lateActions} with a late action</Link>
      ) : null}
      {counts.older > 0 ? (
        <Link href={`${path}?scale=older#register`}>{counts.older} scored in an older scale</Link>
      ) : null}
    </>
  );
}

type MapPartProps = {
  actor: Actor;
  search: RiskSearch;
  path: string;
  now: Date;
  counts: RiskCounts;
  choices: RiskChoices;
};

async function MapPart({ actor, search, path, now, counts, choices }: MapPartProps) {
  const today = dateIn(actor.programZone, now);
  const { since, sinceDate, until, untilDate } = mapDays(search, today, actor.programZone);
  const { aspect, domain, wave } = search;
  const [maps, top] = await Promise.all([
    riskMaps(actor, { since, until, domainId: domain, waveNumber: wave === "none" ? undefined : wave }, now),
    risksAboveAppetite(actor, 7, { since, now }),
  ]);
  const to = (change: Partial<RiskSearch>) => riskHref(path, search, { ...NO_CELL, ...change });
  return (
    <MapSection
      maps={maps}
      aspect={aspect}
      now={now}
      zone={actor.programZone}
      scope={scopeWords(search, choices)}
      since={formatDayShort(since, actor.programZone)}
      hrefFor={{
        aspect: (one) => to({ aspect: one }),
        rows: (one, of) => `${to({ ...of, aspect: one, status: "open" })}#register`,
      }}
      actions={
        <SinceForm
          path={path}
          kept={keptBy(path, search)}
          since={sinceDate}
          until={untilDate}
          today={today}
        />
      }
    >
      <TopRisks
        rows={top}
        total={counts.above}
        accepted={counts.accepted}
        open={counts.open}
        unknown={counts.unknown}
        base={path}
        allHref={`${path}?appetite=above#register`}
      />
    </MapSection>
  );
}

/** "Wave 4, Data integrity"; nothing for the whole program. */
function scopeWords({ wave, domain }: RiskSearch, choices: RiskChoices): string | undefined {
  const named = choices.domains.find((one) => one.id === domain)?.name;
  const words = [
    wave === undefined || wave === "none" ? undefined : `Wave ${wave}`,
    domain === "none" ? "no domain" : named,
  ].filter((word) => word !== undefined);
  return words.length === 0 ? undefined : words.join(", ");
}

/** What the address holds besides the days of the map. */
function keptBy(path: string, search: RiskSearch): Record<string, string> {
  const address = new URL(riskHref(path, search, { since: undefined, until: undefined }), "http://kept");
  return Object.fromEntries(address.searchParams);
}

const NO_CELL: Partial<RiskSearch> = {
  l: undefined,
  i: undefined,
  score: undefined,
  level: undefined,
  scale: undefined,
};
