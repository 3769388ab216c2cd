import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ChangeLinkForm, RemoveLinkForm } from "@/components/dependencies/link-form";
import { PageHeader, Section } from "@/components/ui/page";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import { getLink } from "@/lib/dependencies/queries/links";
import { changeLinkAction, removeLinkAction } from "../../../actions";

export const metadata: Metadata = { title: "Change a link" };

type Props = { params: Promise<{ program: string; id: string; link: string }> };

export default async function LinkPage({ params }: Props) {
  const { program, id, link: dependencyId } = await params;
  const actor = await requireActor(program);
  if (!can(actor, "dependency:write")) notFound();
  const link = await getLink(actor, dependencyId);
  if (link === null || (link.dependent.id !== id && link.needed.id !== id)) notFound();
  const ids = { workloadId: id, dependencyId };
  return (
    <div className="max-w-[640px]">
      <PageHeader
        place={[link.dependent, link.needed]}
        title={`${link.dependent.name} depends on ${link.needed.name}`}
      />
      <ChangeLinkForm
        action={changeLinkAction.bind(null, program, ids)}
        link={link}
        backHref={`/p/${program}/workloads/${id}`}
      />
      <Section title="Remove" finding="Only when the link does not exist. What it said stays in the history.">
        <RemoveLinkForm action={removeLinkAction.bind(null, program, ids)} version={link.version} />
      </Section>
    </div>
  );
}
