import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TenantForm } from "@/components/profiles/tenant-form";
import { ActionForm } from "@/components/ui/action-form";
import { PageHeader, Section } from "@/components/ui/page";
import { getTenantClass } from "@/lib/profiles/queries/profile";
import { tabHref } from "@/lib/workloads/rules/tabs";
import { loadWorkload } from "../../load-workload";
import { changeTenantClassAction, removeTenantClassAction } from "../../profile-actions";

export const metadata: Metadata = { title: "Change a class of tenants" };

type Props = { params: Promise<{ program: string; id: string; class: string }> };

export default async function TenantClassPage({ params }: Props) {
  const { actor, workload, place, path } = await loadWorkload(params);
  const tenantClass = await getTenantClass(actor, workload.id, (await params).class);
  if (tenantClass === null) notFound();
  const at = { ...place, tenantClassId: tenantClass.id };
  return (
    <div className="max-w-[640px]">
      <PageHeader
        place={[workload, tenantClass]}
        eyebrow={workload.name}
        title={`Change ${tenantClass.name}`}
      />
      <TenantForm
        action={changeTenantClassAction.bind(null, at)}
        tenantClass={tenantClass}
        backHref={tabHref(path, "tenants")}
      />
      <Section title="Remove this class" finding="The audit trail keeps what it said.">
        <ActionForm
          action={removeTenantClassAction.bind(null, at)}
          submit="Remove the class"
          pending="Removing…"
          submitLook={{}}
          hidden={{ version: tenantClass.version }}
        />
      </Section>
    </div>
  );
}
