import { SelectField, TextField } from "@/components/ui/fields";
import { optionsOf } from "@/components/ui/options";
import { ROLE_LABELS } from "@/lib/access/labels";
import type { Role } from "@/lib/access/model";

export type MembershipFieldsProps = {
  role?: Role;
  reason?: string;
  /** Calendar date. */
  lastDay?: string;
  /** The program's zone. */
  zone: string;
};

/** Role, reason and last day, as adding and changing a member ask for them. */
export function MembershipFields({ role, reason, lastDay, zone }: MembershipFieldsProps) {
  return (
    <>
      <SelectField
        name="role"
        label="Role"
        options={optionsOf(ROLE_LABELS)}
        none={role === undefined ? "Choose a role" : undefined}
        defaultValue={role}
        required
      />
      <TextField
        name="reason"
        label="Reason"
        hint="Why this person has this role, for whoever audits it."
        defaultValue={reason}
        optional
      />
      <TextField
        name="endsAt"
        label="Last day"
        hint={`Until the end of that day in ${zone.replaceAll("_", " ")}. Empty means no end.`}
        type="date"
        defaultValue={lastDay}
        optional
        narrow
      />
    </>
  );
}
