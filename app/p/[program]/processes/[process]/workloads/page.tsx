import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Choices } from "@/components/ui/choices";
import { TextField } from "@/components/ui/fields";
import { FilterBar } from "@/components/ui/filters";
import { namedOptions } from "@/components/ui/options";
import { PageHeader, Section } from "@/components/ui/page";
import { EmptyState } from "@/components/ui/states";
import { can } from "@/lib/access/policy";
import { findWorkloads } from "@/lib/workloads/queries/find-workloads";
import { carryProcessAction } from "../../actions";
import { loadProcess } from "../../load-process";

/** Of those that carry it already, so that the form stays one that can be read; a search finds the others. */
const MOST_SHOWN = 100;

export const metadata: Metadata = { title: "Say which workloads carry a process" };

type Props = {
  params: Promise<{ program: string; process: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function CarryingPage({ params, searchParams }: Props) {
  const { program, process: id } = await params;
  const { actor, process } = await loadProcess(program, id);
  if (!can(actor, "workload:write")) notFound();
  const { q } = await searchParams;
  const text = typeof q === "string" ? q : "";
  const others = (await findWorkloads(actor, text)).filter(
    (one) => !process.workloads.some((carrying) => carrying.id === one.id),
  );
  const key = text.trim().toLowerCase();
  const carrying = process.workloads
    .filter(({ name }) => name.toLowerCase().includes(key))
    .slice(0, MOST_SHOWN);
  const shown = [...carrying, ...others];
  const path = `/p/${program}/processes/${id}`;
  return (
    <>
      <PageHeader eyebrow={process.name} title="Which workloads carry it?" />
      <Section
        id="workloads"
        title="Workloads"
        finding="Those that carry it stand first, at most 100; below them what the search finds, at most 50. Only what is shown is changed. Each takes its targets unless it has its own."
      >
        <FilterBar path={`${path}/workloads`} submit="Search">
          <TextField name="q" label="Name" type="search" defaultValue={text} />
        </FilterBar>
        {shown.length === 0 ? (
          <EmptyState title="No workload of that name">Search for another part of its name.</EmptyState>
        ) : (
          <ActionForm
            action={carryProcessAction.bind(null, program)}
            hidden={{ processId: id, version: process.version }}
            submit="Save"
            pending="Saving…"
            beside={<Button href={path}>Cancel</Button>}
            className="form spaced"
          >
            {shown.map((one) => (
              <input key={one.id} type="hidden" name="shownIds" value={one.id} />
            ))}
            <Choices
              name="workloadIds"
              legend="Carry it"
              many
              options={namedOptions(shown)}
              defaultValues={process.workloads.map((one) => one.id)}
            />
          </ActionForm>
        )}
      </Section>
    </>
  );
}
