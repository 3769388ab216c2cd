import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ResolveExternalLinkForm } from "@/components/dependencies/external-link-form";
import { RemoveLinkForm } from "@/components/dependencies/link-form";
import { DefinitionList, PageHeader, Section } from "@/components/ui/page";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import { DEPENDENCY_KIND_LABELS, HARDNESS_LABELS, NOT_STATED, UNKNOWN } from "@/lib/dependencies/labels";
import { getExternalLink } from "@/lib/dependencies/queries/external-links";
import { removeExternalLinkAction, resolveExternalLinkAction } from "../../actions";

export const metadata: Metadata = { title: "A link out of the portfolio" };

export default async function ExternalLinkPage({
  params,
}: {
  params: Promise<{ program: string; link: string }>;
}) {
  const { program, link: id } = await params;
  const actor = await requireActor(program);
  if (!can(actor, "dependency:write")) notFound();
  const link = await getExternalLink(actor, id);
  if (link === null) notFound();
  const { workload, name } = link;
  const said = link.side === "needs" ? `${workload.name} needs ${name}` : `${name} needs ${workload.name}`;
  return (
    <div className="max-w-[640px]">
      <PageHeader place={{ id, name: said }} title={said} />
      <Section title="What is known" finding={`${name} is not a workload of this program.`}>
        <DefinitionList
          items={[
            { label: "Kind", value: link.kind === null ? UNKNOWN : DEPENDENCY_KIND_LABELS[link.kind] },
            {
              label: "Hardness",
              value: link.hardness === null ? NOT_STATED : HARDNESS_LABELS[link.hardness],
            },
            { label: "Found by", value: link.source ?? "recorded by hand" },
            { label: "Note", value: link.note === "" ? "none" : link.note },
          ]}
        />
      </Section>
      <Section title="It is in the portfolio after all" finding="Say which workload it is.">
        <ResolveExternalLinkForm
          action={resolveExternalLinkAction.bind(null, program, id)}
          version={link.version}
          namesSource={`/api/p/${program}/workloads/names`}
        />
      </Section>
      <Section title="Remove" finding="Only when the link does not exist. What it said stays in the history.">
        <RemoveLinkForm action={removeExternalLinkAction.bind(null, program, id)} version={link.version} />
      </Section>
    </div>
  );
}
