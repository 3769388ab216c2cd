import type { Metadata } from "next";
import { TenantForm } from "@/components/profiles/tenant-form";
import { PageHeader } from "@/components/ui/page";
import { tabHref } from "@/lib/workloads/rules/tabs";
import { loadWorkload } from "../../load-workload";
import { recordTenantClassAction } from "../../profile-actions";

export const metadata: Metadata = { title: "Add a class of tenants" };

export default async function NewTenantClassPage({
  params,
}: {
  params: Promise<{ program: string; id: string }>;
}) {
  const { workload, place, path } = await loadWorkload(params);
  return (
    <div className="max-w-[640px]">
      <PageHeader place={workload} eyebrow={workload.name} title="Add a class of tenants" />
      <TenantForm action={recordTenantClassAction.bind(null, place)} backHref={tabHref(path, "tenants")} />
    </div>
  );
}
