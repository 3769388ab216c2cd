import type { Metadata } from "next";
import { SiteWorkloads } from "@/components/sites/site-workloads";
import { Button } from "@/components/ui/button";
import { Missing } from "@/components/ui/missing";
import { Facts, PageHeader, Section } from "@/components/ui/page";
import { Paged } from "@/components/ui/paged";
import { can } from "@/lib/access/policy";
import { formatClock } from "@/lib/kernel/moments";
import type { SearchParams } from "@/lib/kernel/search-params";
import { counted, formatCount } from "@/lib/kernel/text";
import { SITE_KIND_LABELS } from "@/lib/sites/labels";
import type { SiteView } from "@/lib/sites/model";
import { BesideHistory } from "../../audit/beside-history";
import { loadSite } from "../load-site";

type Props = {
  params: Promise<{ program: string; site: string }>;
  searchParams: Promise<SearchParams>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { program, site: id } = await params;
  return { title: (await loadSite(program, id)).site.name };
}

export default async function SitePage({ params, searchParams }: Props) {
  const { program, site: id } = await params;
  const { serving, standing } = await searchParams;
  const { actor, site } = await loadSite(program, id);
  const home = `/p/${program}`;
  const path = `${home}/sites/${id}`;
  const writes = can(actor, "workload:write");
  return (
    <>
      <PageHeader
        eyebrow={site.kind === null ? "Site" : SITE_KIND_LABELS[site.kind]}
        title={site.name}
        place={site}
        why={site.note === "" ? undefined : <span>{site.note}</span>}
        actions={writes ? <Button href={`${path}/edit`}>Edit</Button> : undefined}
      />
      <SiteBand site={site} now={new Date()} />
      <BesideHistory actor={actor} type="site" id={id}>
        <Section
          id="serving"
          title="Workloads that serve it"
          finding={
            site.serving.length === 0
              ? "None recorded. That is not the same as none: nobody may have looked."
              : `${counted(site.serving.length, "workload")} people here work with.`
          }
          actions={
            writes ? (
              <Button href={`${path}/workloads`} size="sm">
                Say which serve it
              </Button>
            ) : undefined
          }
        >
          {site.serving.length === 0 ? null : (
            <Paged rows={site.serving} page={serving} hrefFor={(to) => `${path}?serving=${to}#serving`}>
              {(rows) => (
                <SiteWorkloads
                  caption={`Workloads that serve ${site.name}`}
                  usersHead="Users here"
                  rows={rows}
                  workloadsPath={`${home}/workloads`}
                />
              )}
            </Paged>
          )}
        </Section>
        <Section
          id="standing"
          title="Workloads that stand here"
          finding={
            site.standing.length === 0
              ? "No workload names this place as its site."
              : `${counted(site.standing.length, "workload")} ${site.standing.length === 1 ? "names" : "name"} it as the site.`
          }
        >
          {site.standing.length === 0 ? null : (
            <Paged rows={site.standing} page={standing} hrefFor={(to) => `${path}?standing=${to}#standing`}>
              {(rows) => (
                <SiteWorkloads
                  caption={`Workloads that stand at ${site.name}`}
                  usersHead="Users in all"
                  rows={rows}
                  workloadsPath={`${home}/workloads`}
                />
              )}
            </Paged>
          )}
        </Section>
      </BesideHistory>
    </>
  );
}

function SiteBand({ site, now }: { site: SiteView; now: Date }) {
  return (
    <Facts
      facts={[
        { label: "Country", value: site.country ?? <Missing /> },
        {
          label: "Time zone",
          value: site.zone === null ? <Missing /> : `${site.zone}, now ${formatClock(now, site.zone)}`,
        },
        {
          label: "People who work there",
          value: site.users === null ? <Missing /> : <p className="big">{formatCount(site.users)}</p>,
        },
      ]}
    />
  );
}
