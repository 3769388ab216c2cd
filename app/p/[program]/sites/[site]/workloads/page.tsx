import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ServeRows } from "@/components/sites/serve-rows";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/fields";
import { FilterBar } from "@/components/ui/filters";
import { PageHeader, Section } from "@/components/ui/page";
import { EmptyState } from "@/components/ui/states";
import { can } from "@/lib/access/policy";
import { CRITICALITY_LABELS } from "@/lib/workloads/labels";
import { findWorkloads } from "@/lib/workloads/queries/find-workloads";
import { serveSiteAction } from "../../actions";
import { loadSite } from "../../load-site";

/** Of those that serve it already, so that the form stays one that can be read; a search finds the others. */
const MOST_SHOWN = 100;

export const metadata: Metadata = { title: "Say which workloads serve a site" };

type Props = {
  params: Promise<{ program: string; site: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ServingPage({ params, searchParams }: Props) {
  const { program, site: id } = await params;
  const { actor, site } = await loadSite(program, id);
  if (!can(actor, "workload:write")) notFound();
  const { q } = await searchParams;
  const text = typeof q === "string" ? q : "";
  const found = await findWorkloads(actor, text);
  const key = text.trim().toLowerCase();
  const asked = site.serving.filter(({ name }) => name.toLowerCase().includes(key)).slice(0, MOST_SHOWN);
  const serving = asked.map((row) => ({
    ...row,
    detail: row.criticality === null ? "" : CRITICALITY_LABELS[row.criticality],
    served: true,
  }));
  const others = found
    .filter((one) => !site.serving.some((row) => row.id === one.id))
    .map(({ id: workloadId, name, site: place }) => ({
      id: workloadId,
      name,
      detail: place === null ? "" : `stands at ${place}`,
      served: false,
      users: null,
    }));
  const rows = [...serving, ...others];
  const path = `/p/${program}/sites/${id}`;
  return (
    <>
      <PageHeader eyebrow={site.name} title="Which workloads serve it?" />
      <Section
        id="serving"
        title="Workloads"
        finding="Those that serve it stand first, at most 100; below them what the search finds, at most 50. Only what is shown is changed."
      >
        <FilterBar path={`${path}/workloads`} submit="Search">
          <TextField name="q" label="Name" type="search" defaultValue={text} />
        </FilterBar>
        {rows.length === 0 ? (
          <EmptyState title="No workload of that name">Search for another part of its name.</EmptyState>
        ) : (
          <ActionForm
            action={serveSiteAction.bind(null, program)}
            hidden={{ siteId: id }}
            submit="Save"
            pending="Saving…"
            beside={<Button href={path}>Cancel</Button>}
            className="form wide"
          >
            {rows.map((row) => (
              <input key={row.id} type="hidden" name="shownIds" value={row.id} />
            ))}
            <ServeRows
              caption={`Workloads that serve ${site.name}`}
              head="Serves it"
              field="workloadIds"
              rows={rows}
            />
          </ActionForm>
        )}
      </Section>
    </>
  );
}
