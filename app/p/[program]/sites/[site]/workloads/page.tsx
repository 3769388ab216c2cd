import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { type ServeRow, ServeRows } from "@/components/sites/serve-rows";
import { PageHeader } from "@/components/ui/page";
import { ShownWorkloads } from "@/components/workloads/shown-workloads";
import { can } from "@/lib/access/policy";
import type { SearchParams } from "@/lib/kernel/search-params";
import type { SiteWorkload } from "@/lib/sites/model";
import { CRITICALITY_LABELS } from "@/lib/workloads/labels";
import { ownAndFound } from "../../../workloads/own-and-found";
import { serveSiteAction } from "../../actions";
import { loadSite } from "../../load-site";

export const metadata: Metadata = { title: "Say which workloads serve a site" };

type Props = {
  params: Promise<{ program: string; site: string }>;
  searchParams: Promise<SearchParams>;
};

export default async function ServingPage({ params, searchParams }: Props) {
  const { program, site: id } = await params;
  const { actor, site } = await loadSite(program, id);
  if (!can(actor, "workload:write")) notFound();
  const { q } = await searchParams;
  const { text, own, others } = await ownAndFound(actor, site.serving, q);
  const rows = [...own.map(servingRow), ...others.map(otherRow)];
  return (
    <>
      <PageHeader place={site} eyebrow={site.name} title="Which workloads serve it?" />
      <ShownWorkloads
        id="serving"
        finding="Those that serve it stand first, at most 100; below them what the search finds, at most 50. Only what is shown is changed."
        path={`/p/${program}/sites/${id}`}
        text={text}
        shown={rows}
        action={serveSiteAction.bind(null, program)}
        hidden={{ siteId: id }}
        className="form wide"
      >
        <ServeRows
          caption={`Workloads that serve ${site.name}`}
          head="Serves it"
          field="workloadIds"
          rows={rows}
        />
      </ShownWorkloads>
    </>
  );
}

function servingRow(row: SiteWorkload): ServeRow {
  return {
    ...row,
    detail: row.criticality === null ? "" : CRITICALITY_LABELS[row.criticality],
    served: true,
  };
}

function otherRow({ id, name, site }: { id: string; name: string; site: string | null }): ServeRow {
  return { id, name, detail: site === null ? "" : `stands at ${site}`, served: false, users: null };
}
