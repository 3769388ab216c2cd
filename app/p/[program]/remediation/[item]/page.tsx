import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EventRows } from "@/components/audit/event-rows";
import { RemediationForm } from "@/components/profiles/remediation-form";
import { StateBadge } from "@/components/profiles/remediation-table";
import { Link } from "@/components/ui/link";
import { Missing } from "@/components/ui/missing";
import { Day } from "@/components/ui/moment";
import { DefinitionList, PageHeader, Section, WithSide } from "@/components/ui/page";
import { can } from "@/lib/access/policy";
import { readsEstate } from "@/lib/access/reads-estate";
import { historyOf } from "@/lib/audit/queries/events";
import { requireActor } from "@/lib/auth/require-actor";
import { REMEDIATION_KIND_LABELS } from "@/lib/profiles/labels";
import type { RemediationView } from "@/lib/profiles/model";
import { getRemediation, remediationChoices } from "@/lib/profiles/queries/remediation";
import { changeRemediationAction } from "../actions";

export const metadata: Metadata = { title: "Remediation item" };

type Props = { params: Promise<{ program: string; item: string }> };

export default async function RemediationItemPage({ params }: Props) {
  const { program, item: id } = await params;
  const actor = await requireActor(program);
  if (!readsEstate(actor)) notFound();
  const item = await getRemediation(actor, id);
  if (item === null) notFound();
  const [choices, events] = await Promise.all([
    remediationChoices(actor),
    historyOf(actor, "remediation", id, 50),
  ]);
  const home = `/p/${program}`;
  return (
    <>
      <PageHeader
        place={{ id, name: item.title }}
        eyebrow={REMEDIATION_KIND_LABELS[item.kind]}
        title={item.title}
        why={
          <>
            <StateBadge state={item.state} />
            <span>
              Hurts <Link href={`${home}/workloads/${item.workloadId}?tab=remediation`}>{item.workload}</Link>
            </span>
          </>
        }
      />
      <WithSide
        label="What happened"
        side={
          <Section title="What happened" level={3}>
            <EventRows events={events} zone={actor.zone} />
          </Section>
        }
      >
        {can(actor, "workload:write") ? (
          <Section title="What is done about it" id="item">
            <div className="max-w-[720px]">
              <RemediationForm
                action={changeRemediationAction.bind(null, program, id)}
                choices={choices}
                item={item}
                backHref={`${home}/remediation`}
              />
            </div>
          </Section>
        ) : (
          <Section title="What is done about it" id="item">
            <ItemFacts item={item} />
          </Section>
        )}
      </WithSide>
    </>
  );
}

function ItemFacts({ item }: { item: RemediationView }) {
  return (
    <DefinitionList
      items={[
        { label: "Remedy", value: item.remedy || <Missing>nobody has said</Missing> },
        { label: "Owner", value: item.owner ?? <span className="miss">no owner</span> },
        {
          label: "Due",
          value: <Day on={item.dueOn} />,
        },
        { label: "Reason", value: item.reason || <Missing>none given</Missing> },
      ]}
    />
  );
}
