import { LinkTable } from "@/components/dependencies/link-table";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/page";
import { Paged } from "@/components/ui/paged";
import { Callout } from "@/components/ui/states";
import { can } from "@/lib/access/policy";
import { listCycleOf, listLinksOf } from "@/lib/dependencies/queries/links";
import { counted, listed } from "@/lib/kernel/text";
import { tabHref } from "@/lib/workloads/rules/tabs";
import type { WorkloadPageData } from "./workload-page-data";

/** What it needs, and what needs it. */
export async function LinksTab({ data }: { data: WorkloadPageData }) {
  const { actor, workload, home, path, pages } = data;
  const linksPath = tabHref(path, "links");
  const [links, cycle] = await Promise.all([
    listLinksOf(actor, workload.id),
    listCycleOf(actor, workload.id),
  ]);
  const mayWrite = can(actor, "dependency:write");
  const table = {
    wave: workload.wave?.number ?? null,
    workloadsPath: `${home}/workloads`,
    editPath: mayWrite ? `${path}/links` : undefined,
  };
  const actions = (
    <>
      <Button href={`${home}/dependencies/${workload.id}`} size="sm">
        Around it, and what its loss does
      </Button>
      {mayWrite ? (
        <Button href={`${path}/links/new`} size="sm">
          Record a link
        </Button>
      ) : null}
    </>
  );
  return (
    <>
      <Section
        title="Depends on"
        id="upstream"
        finding={finding(links.upstream.length, "it needs")}
        actions={actions}
      >
        {cycle.length === 0 ? null : (
          <Callout tone="risk" title="It is part of a circle">
            {`It and ${listed(cycle.map((one) => one.name))} need each other, so they move and recover together.`}
          </Callout>
        )}
        {links.upstream.length === 0 ? null : (
          <Paged
            rows={links.upstream}
            page={pages.needs}
            hrefFor={(to) => `${linksPath}&needs=${to}#upstream`}
          >
            {(rows) => (
              <LinkTable
                caption={`What ${workload.name} depends on`}
                head="Depends on"
                links={rows}
                {...table}
              />
            )}
          </Paged>
        )}
      </Section>
      <Section title="Needed by" id="downstream" finding={finding(links.downstream.length, "that need it")}>
        {links.downstream.length === 0 ? null : (
          <Paged
            rows={links.downstream}
            page={pages.needed}
            hrefFor={(to) => `${linksPath}&needed=${to}#downstream`}
          >
            {(rows) => (
              <LinkTable caption={`What needs ${workload.name}`} head="Needed by" links={rows} {...table} />
            )}
          </Paged>
        )}
      </Section>
    </>
  );
}

function finding(count: number, what: string): string {
  if (count > 0) return `${counted(count, "workload")} ${what}.`;
  return "None recorded. That is not the same as none: nobody may have looked.";
}
