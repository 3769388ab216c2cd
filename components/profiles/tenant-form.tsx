import { ActionForm } from "@/components/ui/action-form";
import { Cancel } from "@/components/ui/button";
import { SelectField, TextArea, TextField } from "@/components/ui/fields";
import { optionsOf } from "@/components/ui/options";
import type { FormAction } from "@/lib/kernel/action-state";
import { TENANT_CLASS_LABELS } from "@/lib/profiles/labels";
import type { TenantClassView } from "@/lib/profiles/model";

type Props = {
  action: FormAction;
  /** The class as it is; none for a new one. */
  tenantClass?: TenantClassView;
  backHref: string;
};

/** One class of tenants and how it is kept apart from the others. */
export function TenantForm({ action, tenantClass, backHref }: Props) {
  return (
    <ActionForm
      action={action}
      submit={tenantClass ? "Save changes" : "Add class"}
      pending="Saving…"
      hidden={tenantClass ? { version: tenantClass.version } : {}}
      beside={<Cancel href={backHref} />}
    >
      <div className="row items-end">
        <TextField
          name="name"
          label="Name"
          hint="Such as pharma customers, franchise stores."
          defaultValue={tenantClass?.name}
          maxLength={200}
          required
        />
        <SelectField
          name="kind"
          label="Class"
          hint="What sets them apart from the others."
          options={optionsOf(TENANT_CLASS_LABELS)}
          defaultValue={tenantClass?.kind ?? "standard"}
        />
      </div>
      <div className="row items-end">
        <TextField
          name="tenants"
          label="Tenants"
          inputMode="numeric"
          hint="Customers or sites; empty stays unknown."
          defaultValue={tenantClass?.tenants?.toString() ?? ""}
        />
        <TextField
          name="users"
          label="Users"
          inputMode="numeric"
          hint="People; empty stays unknown."
          defaultValue={tenantClass?.users?.toString() ?? ""}
        />
      </div>
      <TextArea
        name="isolation"
        label="Isolation"
        rows={2}
        hint="What keeps them apart from the others: schema, database, network."
        defaultValue={tenantClass?.isolation}
      />
      <TextArea
        name="residency"
        label="Residency"
        rows={2}
        hint="Where their data must stay."
        defaultValue={tenantClass?.residency}
      />
      <TextArea
        name="encryption"
        label="Encryption"
        rows={2}
        hint="Whose keys, and what is encrypted with them."
        defaultValue={tenantClass?.encryption}
      />
      <TextArea
        name="rollout"
        label="Rollout"
        rows={2}
        hint="Tenant by tenant, behind a feature flag, all at once."
        defaultValue={tenantClass?.rollout}
      />
    </ActionForm>
  );
}
