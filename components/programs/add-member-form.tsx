import { MembershipFields } from "@/components/programs/membership-fields";
import { ActionForm } from "@/components/ui/action-form";
import { TextField } from "@/components/ui/fields";
import type { FormAction } from "@/lib/kernel/action-state";

/** A new member, by e-mail address. */
export function AddMemberForm({ action, zone }: { action: FormAction; zone: string }) {
  return (
    <ActionForm action={action} submit="Add member" pending="Adding…" aria-label="Add a member">
      <TextField
        name="email"
        label="E-mail address"
        hint={
          <>
            An address without an account gets one. An instance administrator sets its password with{" "}
            <code style={{ whiteSpace: "nowrap" }}>npm run admin -- set-password</code>.
          </>
        }
        type="email"
        autoComplete="off"
        required
      />
      <TextField name="name" label="Name" autoComplete="off" required />
      <MembershipFields zone={zone} />
    </ActionForm>
  );
}
