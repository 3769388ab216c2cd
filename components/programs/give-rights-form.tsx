import { ActionForm } from "@/components/ui/action-form";
import { SelectField, TextField } from "@/components/ui/fields";
import { ROLE_LABELS } from "@/lib/access/labels";
import type { FormAction } from "@/lib/kernel/action-state";
import { counted } from "@/lib/kernel/text";
import type { Member } from "@/lib/programs/model";
import { ELEVATION_ROLES, OFFERED_HOURS } from "@/lib/programs/rules/elevation";

/** Gives a member the rights of another working role for some hours. */
export function GiveRightsForm({ action, member }: { action: FormAction; member: Member }) {
  const roles = ELEVATION_ROLES.filter((role) => role !== member.role);
  return (
    <ActionForm
      action={action}
      submit="Give these rights"
      submitLook={{ variant: "default" }}
      hidden={{ membershipId: member.id }}
      aria-label="Give rights for a time"
    >
      <SelectField
        name="rights"
        label="Rights of a"
        hint="All of them but managing members, signing gates and bringing history in."
        options={roles.map((role) => ({ value: role, label: ROLE_LABELS[role] }))}
        none={roles.length > 1 ? "Choose whose rights" : undefined}
        required
      />
      <SelectField
        name="hours"
        label="For"
        options={OFFERED_HOURS.map((hours) => ({ value: String(hours), label: counted(hours, "hour") }))}
        none="Choose for how long"
        required
        narrow
      />
      <TextField
        name="why"
        label="Reason"
        hint="Why they are needed, for whoever audits it."
        maxLength={500}
        required
      />
    </ActionForm>
  );
}
