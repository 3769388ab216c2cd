import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Link } from "@/components/ui/link";
import { PageHeader, Section } from "@/components/ui/page";
import { EmptyState } from "@/components/ui/states";
import { BulkFieldForm, BulkValueForm } from "@/components/workloads/bulk-fields";
import { BulkPreviewPart } from "@/components/workloads/bulk-preview";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import type { SearchParams } from "@/lib/kernel/search-params";
import { counted } from "@/lib/kernel/text";
import { countSelection, previewBulk } from "@/lib/workloads/queries/bulk";
import { listFormChoices } from "@/lib/workloads/queries/options";
import { bulkField } from "@/lib/workloads/rules/bulk";
import { type BulkRequest, readBulkRequest } from "@/lib/workloads/rules/bulk-request";
import { readBulkEdit } from "@/lib/workloads/schema";
import { bulkChangeAction } from "./actions";

export const metadata: Metadata = { title: "Change many workloads" };

type Props = {
  params: Promise<{ program: string }>;
  searchParams: Promise<SearchParams>;
};

export default async function BulkPage({ params, searchParams }: Props) {
  const { program } = await params;
  const actor = await requireActor(program);
  if (!can(actor, "workload:write")) notFound();
  const request = readBulkRequest(await searchParams);
  const path = `/p/${program}/workloads`;
  const count = request.empty ? 0 : await countSelection(actor, request.selection);
  if (count === 0) return <NothingChosen path={path} />;
  const field = bulkField(request.asked?.field);
  return (
    <>
      <PageHeader
        eyebrow="Workloads"
        title={`Change ${counted(count, "workload")} at once`}
        why={
          <span>
            {count === 1 ? "It" : "Each of them"} gets its own entry in the history. {request.words}
          </span>
        }
      />
      <Section
        title="Which fact"
        finding={
          field === null
            ? "Its new value comes next, then every change to look at before anything is saved."
            : undefined
        }
      >
        <BulkFieldForm path={`${path}/bulk`} keep={request.keep} chosen={field} />
      </Section>
      {field === null ? null : <ValuePart actor={actor} path={path} request={request} />}
    </>
  );
}

function NothingChosen({ path }: { path: string }) {
  return (
    <>
      <PageHeader eyebrow="Workloads" title="Change many workloads" />
      <EmptyState
        title="No workload is chosen"
        action={<Link href={path}>Choose workloads in the list</Link>}
      >
        Mark the workloads in the list, or filter it and take all that match.
      </EmptyState>
    </>
  );
}

async function ValuePart({ actor, path, request }: { actor: Actor; path: string; request: BulkRequest }) {
  const field = bulkField(request.asked?.field);
  if (field === null || request.asked === null) return null;
  const { asked, selection, keep } = request;
  const read = request.wantsPreview ? readBulkEdit(asked) : null;
  const problems = read !== null && "problems" in read ? read.problems : {};
  const preview = read !== null && "edit" in read ? await previewBulk(actor, selection, read.edit) : null;
  return (
    <>
      <Section title={`What ${field.label.toLowerCase()} to give them`}>
        <BulkValueForm
          path={`${path}/bulk`}
          keep={keep}
          field={field}
          asked={request.wantsPreview ? asked : null}
          problems={problems}
          choices={await listFormChoices(actor)}
        />
      </Section>
      {preview === null ? null : (
        <BulkPreviewPart
          preview={preview}
          fieldLabel={field.label}
          workloadsPath={path}
          action={bulkChangeAction.bind(null, actor.programSlug, request.backQuery)}
          hidden={{
            ...asked,
            digest: preview.digest,
            ...("query" in selection ? { query: selection.query } : {}),
          }}
          ids={"ids" in selection ? selection.ids : []}
        />
      )}
    </>
  );
}
