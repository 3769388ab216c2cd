import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ProcessTable } from "@/components/processes/process-table";
import { Button } from "@/components/ui/button";
import { PageHeader, Section } from "@/components/ui/page";
import { EmptyState } from "@/components/ui/states";
import { can } from "@/lib/access/policy";
import { readsEstate } from "@/lib/access/reads-estate";
import { requireActor } from "@/lib/auth/require-actor";
import { counted } from "@/lib/kernel/text";
import type { ProcessRow } from "@/lib/processes/model";
import { listProcesses } from "@/lib/processes/queries/processes";

export const metadata: Metadata = { title: "Business processes" };

export default async function ProcessesPage({ params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  const actor = await requireActor(program);
  if (!readsEstate(actor)) notFound();
  const rows = await listProcesses(actor);
  const path = `/p/${program}/processes`;
  const add = can(actor, "workload:write") ? (
    <Button href={`${path}/new`} variant="pri">
      Add a process
    </Button>
  ) : undefined;
  return (
    <>
      <PageHeader
        title="Business processes"
        why={<Counts rows={rows} />}
        actions={rows.length === 0 ? undefined : add}
      />
      <Section
        id="processes"
        title="The work of the business"
        finding="A workload without targets of its own takes the strictest of the processes it carries, else those of its tier."
      >
        {rows.length === 0 ? (
          <EmptyState title="No business process is recorded yet" action={add}>
            Order intake, picking, shipping, month-end close: who owns each, how long it may stand still, and
            how people carry on by hand meanwhile.
          </EmptyState>
        ) : (
          <ProcessTable rows={rows} path={path} />
        )}
      </Section>
    </>
  );
}

function Counts({ rows }: { rows: readonly ProcessRow[] }) {
  const without = rows.filter(({ fallback }) => fallback === "none").length;
  const open = rows.filter(({ fallback }) => fallback === "not_acknowledged").length;
  const unowned = rows.filter(({ owner }) => owner === null).length;
  return (
    <>
      <span>{counted(rows.length, "process", "processes")}</span>
      {without > 0 ? <span>{without} without a fallback</span> : null}
      {open > 0 ? <span>{counted(open, "fallback")} not acknowledged</span> : null}
      {unowned > 0 ? <span>{unowned} without owner</span> : null}
    </>
  );
}
