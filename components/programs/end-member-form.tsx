import { ActionForm } from "@/components/ui/action-form";
import { TextField } from "@/components/ui/fields";
import type { FormAction } from "@/lib/kernel/action-state";
import type { Member } from "@/lib/programs/model";

/** Ends a membership now. */
export function EndMemberForm({ action, member }: { action: FormAction; member: Member }) {
  return (
    <ActionForm
      action={action}
      submit="End membership now"
      submitLook={{ variant: "default" }}
      hidden={{ membershipId: member.id, version: member.version }}
      aria-label="End the membership"
    >
      <TextField name="endReason" label="Why it ends" optional />
    </ActionForm>
  );
}
