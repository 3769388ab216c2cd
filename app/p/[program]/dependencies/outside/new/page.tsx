import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NewExternalLinkForm } from "@/components/dependencies/external-link-form";
import { PageHeader } from "@/components/ui/page";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import { recordExternalLinkAction } from "../../actions";

export const metadata: Metadata = { title: "Record a link out of the portfolio" };

export default async function NewExternalLinkPage({ params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  const actor = await requireActor(program);
  if (!can(actor, "dependency:write")) notFound();
  return (
    <div className="max-w-[640px]">
      <PageHeader title="Record a link out of the portfolio" />
      <NewExternalLinkForm
        action={recordExternalLinkAction.bind(null, program)}
        namesSource={`/api/p/${program}/workloads/names`}
        backHref={`/p/${program}/dependencies?list=outside`}
      />
    </div>
  );
}
